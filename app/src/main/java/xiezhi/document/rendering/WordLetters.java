package xiezhi.document.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.springframework.stereotype.Component;
import xiezhi.document.domain.LetterText;
import xiezhi.document.domain.LetterText.Block;
import xiezhi.document.domain.LetterText.Block.Row;
import xiezhi.document.domain.LetterText.Look;

/**
 * Letters as Word files. Fonts, sizes, margins and line spacing are those of GB/T 9704-2012: title
 * 二号小标宋, text 三号仿宋 at 28 points, headings 三号黑体; where a machine lacks a font the file names the one
 * to take instead.
 */
@Component
class WordLetters implements LetterRenderer {
  private static final String SONG_TITLE = "方正小标宋简体";
  private static final String FANG_SONG = "仿宋_GB2312";
  private static final String HEI = "黑体";
  private static final String SONG = "宋体";
  private static final String RED = "FF0000";

  private static final double TITLE = 22;
  private static final double TEXT = 16;
  private static final double TABLE = 14;

  /** The width of one character of the text, in twentieths of a point. */
  private static final int CHARACTER = 320;

  /** Of a page: A4 less the margins 28 mm and 26 mm, in twentieths of a point. */
  private static final int TEXT_WIDTH = 8845;

  /** Which font to take where one is missing. */
  private static final String FONT_TABLE =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
      <w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>\
      <w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>\
      <w:font w:name="黑体"><w:altName w:val="SimHei"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>\
      <w:font w:name="宋体"><w:altName w:val="SimSun"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>\
      </w:fonts>\
      """;

  @Override
  public byte[] render(LetterText letter) {
    try (var document = new XWPFDocument();
        var out = new ByteArrayOutputStream()) {
      fonts(document);
      page(document);
      document.getProperties().getCoreProperties().setTitle(letter.title());
      document.getProperties().getCoreProperties().setCreator(letter.issuer());
      head(document, letter);
      for (Block block : letter.blocks()) {
        write(document, block);
      }
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fonts(XWPFDocument document) throws IOException, InvalidFormatException {
    var name = PackagingURIHelper.createPartName("/word/fontTable.xml");
    var part =
        document
            .getPackage()
            .createPart(
                name,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
    try (var out = part.getOutputStream()) {
      out.write(FONT_TABLE.getBytes(UTF_8));
    }
    document
        .getPackagePart()
        .addRelationship(
            name,
            TargetMode.INTERNAL,
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
  }

  private static void page(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    var size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(11906));
    size.setH(BigInteger.valueOf(16838));
    var margin = section.addNewPgMar();
    margin.setTop(BigInteger.valueOf(2098));
    margin.setBottom(BigInteger.valueOf(1984));
    margin.setLeft(BigInteger.valueOf(1587));
    margin.setRight(BigInteger.valueOf(1474));
    margin.setFooter(BigInteger.valueOf(1400));
    document.setEvenAndOddHeadings(true);
    pageNumber(document, HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
    pageNumber(document, HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
  }

  /** — 1 —, at the outer side, one character in. */
  private static void pageNumber(
      XWPFDocument document, HeaderFooterType pages, ParagraphAlignment side) {
    XWPFParagraph line = document.createFooter(pages).createParagraph();
    line.setAlignment(side);
    if (side == ParagraphAlignment.RIGHT) {
      line.setIndentationRight(280);
    } else {
      line.setIndentationLeft(280);
    }
    text(line, "— ", SONG, TABLE);
    field(line, STFldCharType.BEGIN);
    font(line.createRun(), SONG, TABLE).getCTR().addNewInstrText().setStringValue("PAGE");
    field(line, STFldCharType.SEPARATE);
    text(line, "1", SONG, TABLE);
    field(line, STFldCharType.END);
    text(line, " —", SONG, TABLE);
  }

  private static void field(XWPFParagraph line, STFldCharType.Enum type) {
    font(line.createRun(), SONG, TABLE).getCTR().addNewFldChar().setFldCharType(type);
  }

  private static void head(XWPFDocument document, LetterText letter) {
    if (letter.look() == Look.LETTER) {
      XWPFParagraph issuer = document.createParagraph();
      issuer.setAlignment(ParagraphAlignment.CENTER);
      int length = letter.issuer().codePointCount(0, letter.issuer().length());
      XWPFRun run =
          text(
              issuer, letter.issuer(), SONG_TITLE, Math.clamp(440.0 / Math.max(length, 1), 18, 32));
      run.setColor(RED);
      CTBorder line = properties(issuer).addNewPBdr().addNewBottom();
      line.setVal(STBorder.THICK_THIN_SMALL_GAP);
      line.setColor(RED);
      line.setSz(BigInteger.valueOf(24));
      line.setSpace(BigInteger.valueOf(6));
      XWPFParagraph number = spaced(document.createParagraph(), 28);
      number.setAlignment(ParagraphAlignment.RIGHT);
      number.setSpacingBefore(160);
      text(number, letter.number(), FANG_SONG, TEXT);
    }
    XWPFParagraph title = spaced(document.createParagraph(), 35);
    title.setAlignment(ParagraphAlignment.CENTER);
    title.setSpacingBefore(560);
    title.setSpacingAfter(560);
    title.setKeepNext(true);
    text(title, letter.title(), SONG_TITLE, TITLE);
  }

  private static void write(XWPFDocument document, Block block) {
    switch (block) {
      case Block.Addressee(var to) ->
          text(spaced(document.createParagraph(), 28), to, FANG_SONG, TEXT);
      case Block.Paragraph(var words) -> text(indented(document), words, FANG_SONG, TEXT);
      case Block.Heading(var words) -> {
        XWPFParagraph heading = indented(document);
        heading.setKeepNext(true);
        text(heading, words, HEI, TEXT);
      }
      case Block.Items(var lines) -> {
        for (int i = 0; i < lines.size(); i++) {
          text(indented(document), (i + 1) + ". " + lines.get(i), FANG_SONG, TEXT);
        }
      }
      case Block.Rows(var rows) -> {
        var cells = new ArrayList<List<String>>();
        for (Row row : rows) {
          cells.add(List.of(row.label(), row.text()));
        }
        table(document, cells, new int[] {28, 72}, false);
      }
      case Block.Table(var head, var rows) -> {
        var cells = new ArrayList<List<String>>(List.of(head));
        cells.addAll(rows);
        table(document, cells, equal(head.size()), true);
      }
      case Block.Attachments(var names) -> attachments(document, names);
      case Block.Signature(var lines) -> signature(document, lines);
      case Block.Signatures(var people) -> {
        for (Row person : people) {
          XWPFParagraph line = indented(document);
          text(line, person.label() + "：", FANG_SONG, TEXT);
          XWPFRun name = text(line, padded(person.text()), FANG_SONG, TEXT);
          name.setUnderline(org.apache.poi.xwpf.usermodel.UnderlinePatterns.SINGLE);
        }
      }
    }
  }

  private static void attachments(XWPFDocument document, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      XWPFParagraph line = spaced(document.createParagraph(), 28);
      // 附件： stands two characters in; every name begins under the first
      int label = 3 * CHARACTER;
      int ordinal = names.size() == 1 ? 0 : CHARACTER * 3 / 2;
      line.setIndentationLeft(2 * CHARACTER + label + ordinal);
      line.setIndentationHanging((i == 0 ? label : 0) + ordinal);
      if (i == 0) {
        line.setSpacingBefore(560);
      }
      String number = names.size() == 1 ? "" : (i + 1) + ". ";
      text(line, (i == 0 ? "附件：" : "") + number + names.get(i), FANG_SONG, TEXT);
    }
  }

  private static void signature(XWPFDocument document, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      XWPFParagraph line = spaced(document.createParagraph(), 28);
      line.setAlignment(ParagraphAlignment.RIGHT);
      line.setIndentationRight(4 * CHARACTER);
      if (i == 0) {
        line.setSpacingBefore(1120);
      }
      line.setKeepNext(i < lines.size() - 1);
      text(line, lines.get(i), FANG_SONG, TEXT);
    }
  }

  private static String padded(String name) {
    return name + "\u3000".repeat(Math.max(0, 10 - name.length()));
  }

  private static void table(
      XWPFDocument document, List<List<String>> cells, int[] percent, boolean headed) {
    XWPFTable table = document.createTable(cells.size(), percent.length);
    table.setWidth(TEXT_WIDTH);
    table.setTableAlignment(TableRowAlign.CENTER);
    table
        .getCTTbl()
        .getTblPr()
        .addNewTblLayout()
        .setType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType.FIXED);
    for (int r = 0; r < cells.size(); r++) {
      table.getRow(r).setCantSplitRow(true);
      if (r == 0 && headed) {
        table.getRow(r).setRepeatHeader(true);
      }
      for (int c = 0; c < percent.length; c++) {
        XWPFTableCell cell = table.getRow(r).getCell(c);
        cell.setWidth(Integer.toString(TEXT_WIDTH * percent[c] / 100));
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        XWPFParagraph line = spaced(cell.getParagraphArray(0), 22);
        boolean label = headed ? r == 0 : c == 0;
        line.setAlignment(label ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
        text(line, cells.get(r).get(c), label ? HEI : FANG_SONG, TABLE);
      }
    }
    spaced(document.createParagraph(), 12);
  }

  private static int[] equal(int columns) {
    var percent = new int[columns];
    java.util.Arrays.fill(percent, 100 / columns);
    return percent;
  }

  private static XWPFParagraph indented(XWPFDocument document) {
    XWPFParagraph paragraph = spaced(document.createParagraph(), 28);
    paragraph.setAlignment(ParagraphAlignment.BOTH);
    paragraph.setIndentationFirstLine(2 * CHARACTER);
    return paragraph;
  }

  private static XWPFParagraph spaced(XWPFParagraph paragraph, int points) {
    CTPPr properties = properties(paragraph);
    CTSpacing spacing =
        properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
    spacing.setLine(BigInteger.valueOf(points * 20L));
    spacing.setLineRule(STLineSpacingRule.EXACT);
    return paragraph;
  }

  private static CTPPr properties(XWPFParagraph paragraph) {
    var ctp = paragraph.getCTP();
    return ctp.isSetPPr() ? ctp.getPPr() : ctp.addNewPPr();
  }

  private static XWPFRun text(XWPFParagraph paragraph, String words, String font, double size) {
    XWPFRun run = font(paragraph.createRun(), font, size);
    String[] lines = words.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines[i], i);
    }
    return run;
  }

  private static XWPFRun font(XWPFRun run, String font, double size) {
    run.setFontFamily("Times New Roman");
    run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
    run.setFontSize(size);
    return run;
  }
}
