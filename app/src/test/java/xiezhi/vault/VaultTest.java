package xiezhi.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiezhi.platform.StartFault;

class VaultTest {
  private static final byte[] INDEX = new byte[32];

  @TempDir Path folder;

  private static Vault vault(int... keys) {
    var sealing = new TreeMap<Integer, byte[]>();
    for (int i = 0; i < keys.length; i++) {
      byte[] key = new byte[16];
      Arrays.fill(key, (byte) keys[i]);
      sealing.put(i + 1, key);
    }
    return new Sm4Vault(new KeyRing(sealing, INDEX));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /** RFC 8998, appendix A.1. */
  @Test
  void sealsAsThePublishedVectorOfSm4GcmSays() throws Exception {
    byte[] plain =
        hex(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    var cipher =
        Sm4Vault.cipher(
            true,
            new KeyParameter(hex("0123456789abcdeffedcba9876543210")),
            hex("00001234567800000000abcd"),
            hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"));

    byte[] sealed = new byte[cipher.getOutputSize(plain.length)];
    cipher.doFinal(sealed, cipher.processBytes(plain, 0, plain.length, sealed, 0));

    assertThat(HexFormat.of().formatHex(sealed))
        .isEqualTo(
            "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
  }

  /** The second case of RFC 2202, with SM3. */
  @Test
  void hashesWithAKeyAsThePublishedVectorSays() {
    byte[] value =
        KeyRing.hmac("Jefe".getBytes(UTF_8), "what do ya want for nothing?".getBytes(UTF_8));

    assertThat(HexFormat.of().formatHex(value))
        .isEqualTo("2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882");
  }

  @Property(tries = 200)
  void opensWhatItSealed(@ForAll String text) {
    Vault vault = vault(1);
    // half of a surrogate pair has no UTF-8
    String plain = new String(text.getBytes(UTF_8), UTF_8);

    assertThat(vault.open(vault.seal(plain))).isEqualTo(plain);
  }

  @Test
  void saysItsAlgorithmAndKeyAndNothingOfTheText() {
    Vault vault = vault(1);

    String one = vault.seal("李四 13800000001");
    String two = vault.seal("李四 13800000001");

    assertThat(one).matches("SM4-GCM:[0-9a-f]{8}:[A-Za-z0-9_-]+").isNotEqualTo(two);
  }

  @Test
  void anyChangedCharacterBreaksTheSeal() {
    Vault vault = vault(1);
    String sealed = vault.seal("李四");

    for (int i = 0; i < sealed.length(); i++) {
      for (char other : "bcABwx-_059".toCharArray()) {
        String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
        if (!changed.equals(sealed)) {
          assertThatThrownBy(() -> vault.open(changed))
              .as(changed)
              .isInstanceOf(BrokenSealException.class);
        }
      }
    }
    assertThatThrownBy(() -> vault.open(sealed.substring(0, 30)))
        .isInstanceOf(BrokenSealException.class);
    assertThatThrownBy(() -> vault.open("李四"))
        .isInstanceOf(BrokenSealException.class)
        .hasMessageNotContaining("李四");
  }

  @Test
  void aValueSealedWithAKeyThatIsNotAtHandSaysSo() {
    String sealed = vault(1).seal("李四");

    assertThatThrownBy(() -> vault(2).open(sealed))
        .isInstanceOf(BrokenSealException.class)
        .hasMessageContaining("not among the 1 at hand");
  }

  @Test
  void theNewestKeySealsAndTheOldOnesOpen() {
    String old = vault(1).seal("旧");
    Vault rotated = vault(1, 2);

    String fresh = rotated.seal("新");

    assertThat(rotated.open(old)).isEqualTo("旧");
    assertThat(rotated.open(fresh)).isEqualTo("新");
    assertThatThrownBy(() -> vault(1).open(fresh)).isInstanceOf(BrokenSealException.class);
  }

  @Test
  void theBlindIndexFindsAgainWhateverKeySeals() {
    String index = vault(1).blindIndex("13800000001");

    assertThat(index)
        .matches("HmacSM3:[0-9a-f]{64}")
        .isEqualTo(vault(1, 2).blindIndex("13800000001"))
        .isNotEqualTo(vault(1).blindIndex("13800000002"));
  }

  @Test
  void theFirstStartMakesKeysThatOnlyTheirOwnerReads() throws Exception {
    Path data = folder.resolve("data");
    String sealed = new Sm4Vault(new KeyFiles(data).read()).seal("李四");

    Vault next = new Sm4Vault(new KeyFiles(data).read());

    assertThat(next.open(sealed)).isEqualTo("李四");
    for (String file : new String[] {"keys/seal-1.key", "keys/index.key"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
          .isEqualTo("rw-------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))))
        .isEqualTo("rwx------");
  }

  @Test
  void oneMoreFileIsOneMoreKey() throws Exception {
    String old = new Sm4Vault(new KeyFiles(folder).read()).seal("旧");
    Files.writeString(folder.resolve("keys/seal-10.key"), "0a".repeat(16) + "\n");
    Files.writeString(folder.resolve("keys/seal-9.key"), "09".repeat(16) + "\n");

    Vault rotated = new Sm4Vault(new KeyFiles(folder).read());

    assertThat(rotated.open(old)).isEqualTo("旧");
    assertThat(rotated.seal("新").split(":", -1)[1])
        .isEqualTo(vault(10).seal("新").split(":", -1)[1]);
  }

  @Test
  void aMangledKeyIsSaidWithoutShowingIt() throws Exception {
    new KeyFiles(folder).read();
    Files.writeString(folder.resolve("keys/seal-1.key"), "0102xyz");

    assertThatThrownBy(() -> new KeyFiles(folder).read())
        .isInstanceOf(StartFault.class)
        .hasMessageContaining("seal-1.key")
        .hasMessageContaining("7 characters")
        .hasMessageNotContaining("0102");
  }

  @Test
  void halfAConfigurationIsRefused() {
    assertThatThrownBy(() -> Keys.configured(new VaultSettings(Map.of(1, "01".repeat(16)), null)))
        .isInstanceOf(StartFault.class)
        .hasMessageContaining("only xiezhi.vault.keys");
    assertThatThrownBy(() -> Keys.configured(new VaultSettings(null, "01".repeat(32))))
        .isInstanceOf(StartFault.class)
        .hasMessageContaining("only xiezhi.vault.index-key");
  }
}
