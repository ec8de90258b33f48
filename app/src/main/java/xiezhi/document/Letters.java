package xiezhi.document;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.Refusal;

/** Numbered letters. A template is data; a letter once issued keeps its text. */
public interface Letters {
  /**
   * Issues a letter within the current transaction: takes the next number of that body, year and
   * template in the county's format, and keeps the filled text.
   *
   * @param template key of the template, as {@code transfer}
   * @param issuer legal body in whose name it goes out
   * @param on date of the letter
   * @param data what the template asks for: texts, lists of texts, maps
   */
  Letter issue(String template, BodyId issuer, LocalDate on, Map<String, Object> data);

  /** A draft of the same, unnumbered, kept nowhere. */
  Rendered preview(
      String template, BodyId issuer, LocalDate on, Map<String, Object> data, Format format);

  Rendered render(UUID letter, Format format);

  /** The same of a thing that may have gone out without a letter: refused where it has none. */
  default Rendered renderIfAny(@Nullable UUID letter, Format format) {
    if (letter == null) {
      throw Refusal.of(Refusal.Kind.UNKNOWN, "letter.unknown", "No letter was issued of it.")
          .exception();
    }
    return render(letter, format);
  }

  record Letter(UUID id, String number, String title) {}

  record Rendered(String fileName, String mediaType, byte[] content) {}

  enum Format {
    DOCX,
    PDF
  }
}
