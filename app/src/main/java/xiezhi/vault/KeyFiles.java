package xiezhi.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import xiezhi.platform.StartFault;

/**
 * Keys in the folder {@code keys} of the data folder, which only their owner reads: {@code
 * seal-1.key}, {@code seal-2.key}, …, {@code index.key}, each one line of hexadecimal digits. The
 * first start makes them; a new key is one more file with the next number.
 */
final class KeyFiles {
  private static final Pattern SEAL = Pattern.compile("seal-([1-9][0-9]{0,8})\\.key");
  private static final String INDEX = "index.key";

  private final Path data;
  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  KeyFiles(Path data) {
    this.data = data.toAbsolutePath().normalize();
    this.folder = this.data.resolve("keys");
  }

  KeyRing read() {
    try {
      Files.createDirectories(data);
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      SortedMap<Integer, byte[]> sealing = sealing();
      if (sealing.isEmpty()) {
        make("seal-1.key", KeyRing.SEALING_KEY_BYTES);
        sealing = sealing();
      }
      if (!Files.exists(folder.resolve(INDEX))) {
        make(INDEX, KeyRing.INDEX_KEY_BYTES);
      }
      return new KeyRing(sealing, key(folder.resolve(INDEX), KeyRing.INDEX_KEY_BYTES));
    } catch (IOException e) {
      throw new StartFault(
          "The folder of keys %s cannot be read or cannot be written: %s"
              .formatted(folder, e.getMessage()),
          "Give the user who runs this the folder, or name another with xiezhi.data=<folder>.",
          e);
    }
  }

  private SortedMap<Integer, byte[]> sealing() throws IOException {
    SortedMap<Integer, byte[]> keys = new TreeMap<>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        var name = SEAL.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          keys.put(Integer.valueOf(name.group(1)), key(file, KeyRing.SEALING_KEY_BYTES));
        }
      }
    }
    return keys;
  }

  private static byte[] key(Path file, int bytes) throws IOException {
    return Keys.parse(Files.readString(file).strip(), bytes, file.toString());
  }

  /** Written whole under another name first: a start cut off leaves no half of a key. */
  private void make(String name, int bytes) throws IOException {
    byte[] key = new byte[bytes];
    random.nextBytes(key);
    Path unfinished = folder.resolve(name + ".tmp");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(unfinished, HexFormat.of().formatHex(key) + "\n");
    Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
