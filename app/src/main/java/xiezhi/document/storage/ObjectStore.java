package xiezhi.document.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import xiezhi.shared.CountyCode;

/**
 * Keeps contents by their hash: each once, never changed. Today a folder; any store that can put,
 * get and remove by name will do.
 */
public interface ObjectStore {
  /**
   * Content on its way in: read, measured and hashed, on the disk, not yet kept.
   *
   * @param file for whoever must look into it
   */
  record Incoming(Path file, String hash, long size) {}

  /** Reads all of it; stops where it becomes larger than that and answers a size beyond it. */
  Incoming receive(InputStream content, long largest) throws IOException;

  /**
   * From here on it survives a power cut. If the same content is there already, nothing happens.
   */
  void keep(CountyCode county, Incoming content) throws IOException;

  /** Forgets what was received and not kept. */
  void discard(Incoming content);

  Path open(CountyCode county, String hash) throws IOException;

  void remove(CountyCode county, String hash) throws IOException;
}
