package xiezhi.referral.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import xiezhi.document.Letters;

/** Letters as downloads. */
final class Sheets {
  private Sheets() {}

  static Letters.Format format(String wanted) {
    return switch (wanted.toLowerCase(Locale.ROOT)) {
      case "pdf" -> Letters.Format.PDF;
      case "docx" -> Letters.Format.DOCX;
      default -> throw ReferralController.malformed("format", "must be pdf or docx").exception();
    };
  }

  static ResponseEntity<byte[]> download(Letters.Rendered letter) {
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
