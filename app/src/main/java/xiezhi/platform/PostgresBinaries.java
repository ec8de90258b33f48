package xiezhi.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The archive of PostgreSQL's programs for this operating system and processor. */
record PostgresBinaries(byte[] archive) {

  static PostgresBinaries ofThisSystem() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static PostgresBinaries of(String system, String processor) {
    String name =
        switch (processor.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
          case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
          default -> "";
        };
    if (!system.toLowerCase(Locale.ROOT).startsWith("linux") || name.isEmpty()) {
      throw notHere(system, processor);
    }
    try (var in = PostgresBinaries.class.getResourceAsStream(name)) {
      if (in == null) {
        throw notHere(system, processor);
      }
      return new PostgresBinaries(in.readAllBytes());
    } catch (IOException e) {
      throw new StartFault(
          "The embedded PostgreSQL cannot be read from the application: " + e.getMessage() + ".",
          "Fetch the application anew.",
          e);
    }
  }

  private static StartFault notHere(String system, String processor) {
    return new StartFault(
        "There is no embedded PostgreSQL for "
            + system
            + " on "
            + processor
            + ", only for Linux on x86-64 and arm64.",
        "Name an external PostgreSQL (16 to 18) with spring.datasource.url, .username and .password"
            + " for the application, and spring.flyway.user and .password for the owner of the"
            + " tables.");
  }

  /** The folder of the programs, unpacked once for each version of them. */
  Path unpackInto(Path home) throws IOException {
    Path target = home.resolve("bin-" + fingerprint());
    if (!Files.exists(target)) {
      PostgresFaults.requireSpace(home);
      Path unfinished = Files.createTempDirectory(home, "unpack-");
      try {
        unpack(unfinished);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Folders.delete(unfinished);
      }
    }
    return target.resolve("bin");
  }

  private String fingerprint() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(archive))
          .substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void unpack(Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
          throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Path parent = path.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          boolean runs = (entry.getMode() & 0111) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }
}
