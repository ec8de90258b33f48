package xiezhi.mechanism.application;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import xiezhi.mechanism.domain.MechanismRefusal;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * A county's files as people send them: one zip, or the files one by one. Nothing is believed: not
 * the size an entry claims, not its name, not that it is text.
 */
public final class Archive {
  private static final int MOST_FILES = 40;
  private static final int MOST_BYTES = 10_000_000;
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][-_.A-Za-z0-9]{0,74}\\.(yaml|txt)");
  private static final byte[] ZIP = {'P', 'K'};

  /** One file of an upload. */
  public record Upload(String name, byte[] content) {}

  private final SortedMap<String, String> files = new TreeMap<>();
  private final List<Refusal> objections = new ArrayList<>();
  private int bytes;

  private Archive() {}

  /**
   * Texts by file name.
   *
   * @throws xiezhi.shared.RefusedException naming everything that cannot be taken
   */
  public static SortedMap<String, String> read(List<Upload> uploads) {
    Archive archive = new Archive();
    for (Upload upload : uploads) {
      byte[] content = upload.content();
      if (content.length > 1 && content[0] == ZIP[0] && content[1] == ZIP[1]) {
        archive.unzip(content);
      } else {
        archive.take(upload.name(), content);
      }
    }
    if (archive.objections.isEmpty() && archive.files.isEmpty()) {
      archive.object("Files of a mechanism are needed: a zip, or the files one by one.", Map.of());
    }
    Permission.of(archive.objections).orThrow();
    return archive.files;
  }

  /** The files as a zip; the same files give the same bytes. */
  public static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var file : new TreeMap<>(files).entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void unzip(byte[] content) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory() || isLitter(entry.getName())) {
          continue;
        }
        byte[] file = zip.readNBytes(MOST_BYTES + 1 - bytes);
        take(entry.getName(), file);
        if (!objections.isEmpty() && bytes > MOST_BYTES) {
          return;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      object(
          "The archive is not a zip that can be read.",
          Map.of("found", String.valueOf(e.getMessage())));
    }
  }

  /** What operating systems add without being asked. */
  private static boolean isLitter(String name) {
    return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db");
  }

  private void take(String path, byte[] content) {
    // people zip the folder as often as what is in it
    String name =
        path.matches("[^/\\\\]{1,80}/[^/\\\\]+") ? path.substring(path.indexOf('/') + 1) : path;
    if (!NAME.matcher(name).matches()) {
      object(
          "A file is named like mechanism.yaml or instrument-main.txt and in no folder, found %s."
              .formatted(shown(path)),
          Map.of("found", shown(path)));
      return;
    }
    bytes += content.length;
    if (bytes > MOST_BYTES || files.size() >= MOST_FILES) {
      object(
          "At most %d files of together %,d bytes are taken.".formatted(MOST_FILES, MOST_BYTES),
          Map.of("mostFiles", MOST_FILES, "mostBytes", MOST_BYTES));
      return;
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
      if (files.putIfAbsent(name, text) != null) {
        object("There are two files named %s.".formatted(name), Map.of("file", name));
      }
    } catch (CharacterCodingException e) {
      object(
          "The file %s is not text in UTF-8.".formatted(name),
          Map.of("file", name, "needed", "UTF-8"));
    }
  }

  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
  }

  private void object(String message, Map<String, Object> details) {
    objections.add(MechanismRefusal.ARCHIVE.because(message, details));
  }
}
