package xiezhi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sm3Test {
  /** GB/T 32905-2016, annex A. */
  @Test
  void standardVectorsHold() {
    assertThat(Sm3.of("abc"))
        .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    assertThat(Sm3.of("abcd".repeat(16)))
        .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
  }

  @Test
  void piecesAddUpToTheWhole() {
    byte[] text = "全过程记录".getBytes(StandardCharsets.UTF_8);

    String hash = new Sm3().add(text, 0, 4).add(text, 4, text.length - 4).hex();

    assertThat(hash).isEqualTo(Sm3.of("全过程记录"));
  }
}
