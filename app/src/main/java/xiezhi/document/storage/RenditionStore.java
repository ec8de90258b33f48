package xiezhi.document.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import xiezhi.shared.CountyCode;

/**
 * {@code renditions/<county>/ab/abcd…} under the data folder, by the hash of the original. What is
 * lost here is made anew.
 */
@Component
public class RenditionStore {
  private final Path root;

  RenditionStore(@Value("${xiezhi.data}") Path data) {
    this.root = data.resolve("renditions").toAbsolutePath().normalize();
  }

  public Optional<Path> find(CountyCode county, String hash) {
    return Optional.of(place(county, hash)).filter(Files::isRegularFile);
  }

  public Path keep(CountyCode county, String hash, byte[] content) throws IOException {
    Path place = place(county, hash);
    Path folder = Files.createDirectories(place.resolveSibling("."));
    Path unfinished = Files.createTempFile(folder, "in", "");
    try {
      Files.write(unfinished, content);
      Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return place;
  }

  public void remove(CountyCode county, String hash) throws IOException {
    Files.deleteIfExists(place(county, hash));
  }

  private Path place(CountyCode county, String hash) {
    if (!hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a hash: " + hash);
    }
    return root.resolve(county.value()).resolve(hash.substring(0, 2)).resolve(hash);
  }
}
