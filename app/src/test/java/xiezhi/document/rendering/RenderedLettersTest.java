package xiezhi.document.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xiezhi.document.LetterSamples;
import xiezhi.document.application.LetterTemplateFiles;
import xiezhi.document.domain.LetterTemplate;
import xiezhi.document.domain.LetterTemplates;
import xiezhi.document.domain.LetterText;

/** Letters as they come out; they are left in {@code target/letters} for people to look at. */
class RenderedLettersTest {
  private static final Path OUT = Path.of("target/letters");
  private static final LetterTemplates TEMPLATES = templates();

  // one, as in the application: it keeps what it once read of fifteen megabytes
  private static final LetterFont FONT = new LetterFont();

  private final PdfLetters pdf = new PdfLetters(FONT);
  private final WordLetters word = new WordLetters();

  private static LetterTemplates templates() {
    try {
      return LetterTemplateFiles.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> keys() {
    return new TreeSet<>(TEMPLATES.keys());
  }

  @BeforeAll
  static void folder() throws IOException {
    Files.createDirectories(OUT);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyLetterSaysTheSameAsWordAndAsPdf(String key) throws IOException {
    LetterText letter = fill(key, LetterSamples.everything());

    byte[] docx = word.render(letter);
    byte[] printed = pdf.render(letter);
    Files.write(OUT.resolve(key + ".docx"), docx);
    Files.write(OUT.resolve(key + ".pdf"), printed);

    String inWord = plain(wordText(docx));
    String inPdf = plain(pdfText(printed));
    for (String text : letter.texts()) {
      for (String line : text.lines().toList()) {
        assertThat(inWord).contains(plain(line));
      }
    }
    // the very characters come back out of a PDF, not their radicals; where no page ends among them
    String pages = inPdf.replaceAll("—[0-9]+—", "");
    assertThat(pages).contains(plain(letter.title()), "某某镇人民政府");
    // minutes and decisions are addressed to nobody in particular
    if (inWord.contains("住房和城乡建设局")) {
      assertThat(pages).contains("住房和城乡建设局");
    }
    for (LetterText.Block block : letter.blocks()) {
      if (block instanceof LetterText.Block.Paragraph(var text)) {
        assertThat(pages).contains(plain(text));
      }
    }
    assertThat(inPdf).doesNotContain("#").doesNotContain("〓").doesNotContain("{{");
    assertThat(inWord).doesNotContain("{{");
  }

  @Test
  void aCharacterThatTheFontLacksIsStoodInForAndNamed() throws IOException {
    var data = new HashMap<>(LetterSamples.everything());
    data.put("parties", List.of(Map.of("name", "𠮷\ue000某", "phone", "1")));
    LetterText letter = fill("transfer", data);

    String text = plain(pdfText(pdf.render(letter)));

    assertThat(text).contains("〓〓某，电话").contains("U+20BB7、U+E000");
    assertThat(text).doesNotContain("#");
    assertThat(wordText(word.render(letter))).contains("𠮷\ue000某，电话");
  }

  @Test
  void markupInTheDataIsText() throws IOException {
    var data = new HashMap<>(LetterSamples.everything());
    data.put("reason", "<b>&amp;</b><img src=\"file:///etc/passwd\"/> {{to}} \u202e\u0000]]>");
    LetterText letter = fill("transfer", data);

    String said = "<b>&amp;</b><imgsrc=\"file:///etc/passwd\"/>{{to}}]]>";
    assertThat(plain(pdfText(pdf.render(letter)))).contains(said);
    assertThat(plain(wordText(word.render(letter)))).contains(said);
  }

  @Test
  void aHundredThousandCharactersGoOnOverManyPages() throws IOException {
    var data = new HashMap<>(LetterSamples.everything());
    data.put("facts", "现场检查情况，如实记录。\n".repeat(7600) + "长".repeat(1000));
    LetterText letter = fill("transfer", data);

    try (PDDocument document = Loader.loadPDF(pdf.render(letter))) {
      assertThat(document.getNumberOfPages()).isGreaterThan(100);
    }
    assertThat(word.render(letter)).isNotEmpty();
  }

  private static LetterText fill(String key, Map<String, Object> data) {
    LetterTemplate template = TEMPLATES.find(key).orElseThrow();
    return template.fill(template.name(), "某某镇人民政府", "某政移字〔2026〕1号", "2026年2月13日", data);
  }

  private static String wordText(byte[] docx) throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
        var text = new XWPFWordExtractor(document)) {
      return text.getText();
    }
  }

  private static String pdfText(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\u3000\u00a0]+", "");
  }
}
