package xiezhi.document.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The font that is put into every PDF, and which characters it has. A character that it lacks is
 * shown as 〓 and named at the end of the letter, never silently as something else.
 *
 * <p>The font draws 民 and the radical ⺠ with one glyph, and a PDF would then give back the radical
 * to whoever searches or copies. So the radicals and compatibility forms are taken out of the
 * font's table, and out of the text.
 */
@Component
class LetterFont {
  static final String FAMILY = "Noto Serif SC";
  static final int STAND_IN = '〓';

  private static final String FILE = "/fonts/NotoSerifSC_400Regular.ttf";
  private static final int LAST_CHARACTER = 0x3FFFF;

  /** What it has: kept. The file itself, fifteen megabytes, is let go when memory is needed. */
  private @Nullable Characters characters;

  private SoftReference<byte[]> file = new SoftReference<>(null);

  /**
   * @param glyphs by character
   * @param usual the usual character for another form of it
   */
  private record Characters(SortedMap<Integer, Integer> glyphs, Map<Integer, Integer> usual) {}

  InputStream open() {
    return new ByteArrayInputStream(file());
  }

  boolean has(int character) {
    return character == '\n' || characters().glyphs().containsKey(character);
  }

  /** The characters of these texts that the font lacks, each once. */
  List<Integer> lacking(Collection<String> texts) {
    return texts.stream()
        .flatMap(text -> text.codePoints().boxed())
        .map(this::usual)
        .filter(c -> !has(c))
        .distinct()
        .toList();
  }

  /** The text as it can be drawn. */
  String drawable(String text) {
    return text.codePoints()
        .map(this::usual)
        .map(c -> has(c) ? c : STAND_IN)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private int usual(int character) {
    return characters().usual().getOrDefault(character, character);
  }

  private synchronized Characters characters() {
    if (characters == null) {
      characters = read(packed());
    }
    return characters;
  }

  private synchronized byte[] file() {
    byte[] bytes = file.get();
    if (bytes == null) {
      bytes = FontFile.withCharacters(packed(), characters().glyphs());
      file = new SoftReference<>(bytes);
    }
    return bytes;
  }

  private static byte[] packed() {
    try (InputStream in = LetterFont.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(
            "the letters' font "
                + FILE
                + " is not packed; it comes with the web interface's build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Characters read(byte[] packed) {
    try (var font = new TTFParser().parse(new RandomAccessReadBuffer(packed))) {
      CmapLookup lookup = font.getUnicodeCmapLookup();
      var glyphs = new TreeMap<Integer, Integer>();
      var others = new HashMap<Integer, Integer>();
      var byGlyph = new HashMap<Integer, Integer>();
      for (int c = 0; c <= LAST_CHARACTER; c++) {
        int glyph = lookup.getGlyphId(c);
        if (glyph != 0 && isOtherForm(c)) {
          others.put(c, glyph);
        } else if (glyph != 0) {
          glyphs.put(c, glyph);
          byGlyph.putIfAbsent(glyph, c);
        }
      }
      var usual = new HashMap<Integer, Integer>();
      others.forEach(
          (c, glyph) -> {
            Integer same = byGlyph.get(glyph);
            if (same == null) {
              glyphs.put(c, glyph);
            } else {
              usual.put(c, same);
            }
          });
      return new Characters(glyphs, usual);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Radicals and compatibility ideographs. */
  private static boolean isOtherForm(int c) {
    return (c >= 0x2E80 && c <= 0x2FDF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }
}
