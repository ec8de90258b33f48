package xiezhi.document.rendering;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import xiezhi.document.domain.LetterText;
import xiezhi.document.domain.LetterText.Block;
import xiezhi.document.domain.LetterText.Block.Row;
import xiezhi.document.domain.LetterText.Look;

/** Letters as PDF, in the measures of GB/T 9704-2012, with the font inside. */
@Component
class PdfLetters implements LetterRenderer {
  private static final String STYLE =
      """
      @page { size: A4; margin: 37mm 26mm 35mm 28mm;
        @bottom-right { content: '— ' counter(page) ' —'; font-family: 'Noto Serif SC'; font-size: 14pt;
          vertical-align: top; padding-top: 7mm; padding-right: 14pt; } }
      @page :left { @bottom-right { content: ''; }
        @bottom-left { content: '— ' counter(page) ' —'; font-family: 'Noto Serif SC'; font-size: 14pt;
          vertical-align: top; padding-top: 7mm; padding-left: 14pt; } }
      body { font-family: 'Noto Serif SC'; font-size: 16pt; line-height: 28pt; margin: 0; }
      p { margin: 0; text-indent: 2em; text-align: justify; word-wrap: break-word; }
      p.issuer { color: #f00; text-align: center; text-indent: 0; line-height: 1.2; padding-bottom: 3mm;
        border-bottom: 2.5pt solid #f00; }
      div.thin { border-top: 0.7pt solid #f00; margin-top: 1.5pt; height: 0; font-size: 0; line-height: 0; }
      p.number { text-align: right; text-indent: 0; margin-top: 3mm; }
      h1 { font-size: 22pt; line-height: 35pt; font-weight: normal; text-align: center; margin: 28pt 0;
        -fs-page-break-min-height: 120pt; page-break-after: avoid; }
      p.to { text-indent: 0; text-align: left; }
      p.heading { page-break-after: avoid; font-size: 16pt; -fs-text-decoration-extent: line; }
      table { width: 100%; border-collapse: collapse; margin: 6pt 0; font-size: 14pt; line-height: 22pt;
        -fs-table-paginate: paginate; table-layout: fixed; }
      td, th { border: 0.7pt solid #000; padding: 3pt 5pt; text-align: left; vertical-align: middle;
        font-weight: normal; word-wrap: break-word; }
      tr { page-break-inside: avoid; }
      th { text-align: center; }
      td.label { width: 28%; text-align: center; }
      table.bare, table.bare td { border: 0; padding: 0; vertical-align: top; font-size: 16pt; line-height: 28pt; }
      table.bare { margin: 28pt 0 0 2em; width: auto; table-layout: auto; }
      div.signature { text-align: right; margin-top: 56pt; padding-right: 4em; page-break-inside: avoid; }
      div.signature p { text-align: right; text-indent: 0; }
      p.item { text-indent: 0; }
      span.ordinal { display: inline-block; margin-left: 2em; min-width: 1.2em; }
      span.line { border-bottom: 0.7pt solid #000; }
      p.note { font-size: 10.5pt; line-height: 16pt; margin-top: 28pt; }
      """;

  private final LetterFont font;

  PdfLetters(LetterFont font) {
    XRLog.setLoggingEnabled(false);
    this.font = font;
  }

  @Override
  public byte[] render(LetterText letter) {
    try (var out = new ByteArrayOutputStream()) {
      var builder = new PdfRendererBuilder();
      builder.useFont(font::open, LetterFont.FAMILY);
      builder.withHtmlContent(page(letter), null);
      builder.withProducer("Xiezhi");
      builder.toStream(out);
      builder.run();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String page(LetterText letter) {
    var html = new StringBuilder(1024);
    html.append("<!DOCTYPE html><html lang=\"zh-CN\"><head><title>")
        .append(escape(letter.title()))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body>");
    if (letter.look() == Look.LETTER) {
      int length = letter.issuer().codePointCount(0, letter.issuer().length());
      html.append(
          String.format(
              Locale.ROOT,
              "<p class=\"issuer\" style=\"font-size:%.1fpt\">%s</p><div class=\"thin\"></div>",
              Math.clamp(430.0 / Math.max(length, 1), 18, 32),
              escape(letter.issuer())));
      html.append("<p class=\"number\">").append(escape(letter.number())).append("</p>");
    }
    html.append("<h1>").append(escape(letter.title())).append("</h1>");
    for (Block block : letter.blocks()) {
      write(html, block);
    }
    List<Integer> lacking = font.lacking(letter.texts());
    if (!lacking.isEmpty()) {
      html.append("<p class=\"note\">注：文中“〓”依次代下列字库未收的字，以 Word 版为准：")
          .append(
              lacking.stream()
                  .map(c -> String.format(Locale.ROOT, "U+%04X", c))
                  .collect(Collectors.joining("、")))
          .append("。</p>");
    }
    return html.append("</body></html>").toString();
  }

  private void write(StringBuilder html, Block block) {
    switch (block) {
      case Block.Addressee(var to) -> paragraph(html, "to", to);
      case Block.Paragraph(var words) -> paragraph(html, "text", words);
      case Block.Heading(var words) -> paragraph(html, "heading", words);
      case Block.Items(var lines) -> {
        for (int i = 0; i < lines.size(); i++) {
          // the number keeps its width when the line is spread over the page
          html.append("<p class=\"item\"><span class=\"ordinal\">")
              .append(i + 1)
              .append(".</span>")
              .append(escape(lines.get(i)))
              .append("</p>");
        }
      }
      case Block.Rows(var rows) -> {
        html.append("<table>");
        for (Row row : rows) {
          html.append("<tr><td class=\"label\">")
              .append(escape(row.label()))
              .append("</td><td>")
              .append(escape(row.text()))
              .append("</td></tr>");
        }
        html.append("</table>");
      }
      case Block.Table(var head, var rows) -> {
        html.append("<table><thead>");
        row(html, "th", head);
        html.append("</thead><tbody>");
        rows.forEach(row -> row(html, "td", row));
        html.append("</tbody></table>");
      }
      case Block.Attachments(var names) -> {
        html.append("<table class=\"bare\">");
        for (int i = 0; i < names.size(); i++) {
          String number = names.size() == 1 ? "" : (i + 1) + ".\u00a0";
          html.append("<tr><td style=\"width:3em\">")
              .append(i == 0 ? "附件：" : "")
              .append("</td><td>")
              .append(escape(number + names.get(i)))
              .append("</td></tr>");
        }
        html.append("</table>");
      }
      case Block.Signature(var lines) -> {
        html.append("<div class=\"signature\">");
        lines.forEach(line -> paragraph(html, "text", line));
        html.append("</div>");
      }
      case Block.Signatures(var people) -> {
        for (Row person : people) {
          html.append("<p>")
              .append(escape(person.label()))
              .append("：<span class=\"line\">")
              .append(
                  escape(person.text() + "\u3000".repeat(Math.max(0, 10 - person.text().length()))))
              .append("</span></p>");
        }
      }
    }
  }

  private void row(StringBuilder html, String cell, List<String> texts) {
    html.append("<tr>");
    for (String text : texts) {
      html.append('<').append(cell).append('>').append(escape(text));
      html.append("</").append(cell).append('>');
    }
    html.append("</tr>");
  }

  private void paragraph(StringBuilder html, String kind, String text) {
    html.append("<p class=\"").append(kind).append("\">").append(escape(text)).append("</p>");
  }

  private String escape(String text) {
    return font.drawable(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\n", "<br/>");
  }
}
