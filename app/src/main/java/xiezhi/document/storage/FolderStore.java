package xiezhi.document.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Sm3;

/** {@code objects/<county>/ab/cd/abcd…} under the data folder. */
@Component
class FolderStore implements ObjectStore {
  private static final Logger log = LoggerFactory.getLogger(FolderStore.class);
  private static final int BUFFER = 1 << 16;

  private final Path root;

  FolderStore(@Value("${xiezhi.data}") Path data) {
    this.root = data.resolve("objects").toAbsolutePath().normalize();
  }

  @Override
  public Incoming receive(InputStream content, long largest) throws IOException {
    Path folder = Files.createDirectories(root.resolve("incoming"));
    Path file = Files.createTempFile(folder, "in", "");
    boolean whole = false;
    try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var hash = new Sm3();
      long size = 0;
      var buffer = new byte[BUFFER];
      for (int n = content.read(buffer); n >= 0 && size <= largest; n = content.read(buffer)) {
        hash.add(buffer, 0, n);
        size += n;
        for (var bytes = ByteBuffer.wrap(buffer, 0, n); bytes.hasRemaining(); ) {
          out.write(bytes);
        }
      }
      out.force(true);
      whole = true;
      return new Incoming(file, hash.hex(), size);
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void keep(CountyCode county, Incoming content) throws IOException {
    Path place = place(county, content.hash());
    if (Files.exists(place)) {
      return;
    }
    Path folder = root;
    for (String name : folders(county, content.hash())) {
      Path inner = folder.resolve(name);
      if (!Files.isDirectory(inner)) {
        Files.createDirectories(inner);
        // a new folder's name must survive a power cut too
        sync(folder);
      }
      folder = inner;
    }
    Files.move(content.file(), place, StandardCopyOption.ATOMIC_MOVE);
    sync(folder);
  }

  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void discard(Incoming content) {
    try {
      Files.deleteIfExists(content.file());
    } catch (IOException e) {
      log.warn("{} could not be removed", content.file(), e);
    }
  }

  @Override
  public Path open(CountyCode county, String hash) throws IOException {
    Path place = place(county, hash);
    if (!Files.isRegularFile(place)) {
      throw new NoSuchFileException(place.toString(), null, "the content of an attachment is gone");
    }
    return place;
  }

  @Override
  public void remove(CountyCode county, String hash) throws IOException {
    Files.deleteIfExists(place(county, hash));
  }

  private static List<String> folders(CountyCode county, String hash) {
    return List.of(county.value(), hash.substring(0, 2), hash.substring(2, 4));
  }

  private Path place(CountyCode county, String hash) {
    if (!hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a hash: " + hash);
    }
    return root.resolve(String.join("/", folders(county, hash))).resolve(hash);
  }
}
