package xiezhi.document.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;
import xiezhi.document.domain.FileType;

/** What a file is by its content, whatever it is called. */
@Component
public class FileSniffer {
  private static final int ENTRIES_LOOKED_AT = 10_000;
  private static final int LOOKED_AT = 1 << 16;

  private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

  /** Its media type; for those we take in, exactly that of {@link FileType}. */
  public String mediaTypeOf(Path file) throws IOException {
    String found;
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      found = types.detect(in, new Metadata()).toString();
    }
    return switch (found) {
      case "application/zip", "application/x-tika-ooxml" -> packed(file);
      case "image/x-ms-bmp", "image/x-bmp" -> "image/bmp";
      case "image/heif", "image/heic-sequence", "image/heif-sequence" -> "image/heic";
      case "application/octet-stream" -> isOldChineseText(file) ? FileType.TEXT.mediaType() : found;
      case "application/mp4", "video/x-m4v" -> "video/mp4";
      case "audio/vnd.wave", "audio/x-wav" -> "audio/wav";
      default -> found;
    };
  }

  /**
   * Text as older programs save it: GB 18030, nearly all of it Chinese or ASCII, nothing hidden.
   */
  private static boolean isOldChineseText(Path file) throws IOException {
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(LOOKED_AT);
    }
    var decoder =
        Charset.forName("GB18030")
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var text = CharBuffer.allocate(start.length);
    // a character cut in two at the end is no fault
    if (decoder.decode(ByteBuffer.wrap(start), text, false).isError()) {
      return false;
    }
    String words = text.flip().toString();
    long strange =
        words
            .codePoints()
            .filter(c -> c > 0x7F && !Character.isIdeographic(c) && !isChinesePunctuation(c))
            .count();
    return words.codePoints().noneMatch(c -> c < ' ' && "\t\r\n".indexOf(c) < 0)
        && strange * 20 <= words.length();
  }

  private static boolean isChinesePunctuation(int c) {
    return (c >= 0x2000 && c <= 0x206F)
        || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF00 && c <= 0xFFEF);
  }

  /** Word, Excel and OFD are ZIP files; macros make them programs. */
  private static String packed(Path file) {
    Set<String> names;
    try (var zip = new ZipFile(file.toFile())) {
      names =
          zip.stream().limit(ENTRIES_LOOKED_AT).map(ZipEntry::getName).collect(Collectors.toSet());
    } catch (IOException _) {
      return "application/zip";
    }
    boolean macros = names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"));
    if (macros) {
      return "application/vnd.ms-office.macros";
    }
    if (names.contains("[Content_Types].xml") && names.contains("word/document.xml")) {
      return FileType.DOCX.mediaType();
    }
    if (names.contains("[Content_Types].xml") && names.contains("xl/workbook.xml")) {
      return FileType.XLSX.mediaType();
    }
    return names.contains("OFD.xml") ? FileType.OFD.mediaType() : "application/zip";
  }
}
