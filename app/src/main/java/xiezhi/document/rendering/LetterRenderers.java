package xiezhi.document.rendering;

import org.springframework.stereotype.Component;
import xiezhi.document.Letters.Format;

/** Which renderer makes which kind of file. */
@Component
public class LetterRenderers {
  private final WordLetters word;
  private final PdfLetters pdf;

  LetterRenderers(WordLetters word, PdfLetters pdf) {
    this.word = word;
    this.pdf = pdf;
  }

  public LetterRenderer of(Format format) {
    return switch (format) {
      case DOCX -> word;
      case PDF -> pdf;
    };
  }
}
