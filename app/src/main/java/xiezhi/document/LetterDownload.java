package xiezhi.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import xiezhi.shared.Refusal;

/** A letter on its way to a browser: in which format, and under which name. */
public final class LetterDownload {
  private LetterDownload() {}

  public static Letters.Format format(String wanted) {
    return switch (wanted.toLowerCase(Locale.ROOT)) {
      case "pdf" -> Letters.Format.PDF;
      case "docx" -> Letters.Format.DOCX;
      default -> throw Refusal.malformed("format", "must be pdf or docx").exception();
    };
  }

  public static ResponseEntity<byte[]> of(Letters.Rendered letter) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(letter.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(letter.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(letter.content());
  }
}
