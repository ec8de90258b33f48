package xiezhi.document.rendering;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;

/** A TrueType file with another table of characters ({@code cmap}), all else as it was. */
final class FontFile {
  private static final int DIRECTORY_ENTRY = 16;

  private FontFile() {}

  static byte[] withCharacters(byte[] font, SortedMap<Integer, Integer> glyphs) {
    byte[] cmap = cmap(glyphs);
    ByteBuffer in = ByteBuffer.wrap(font);
    int tables = in.getShort(4);
    // the new table goes to the end; the old one stays where it is, unused
    int end = (font.length + 3) & ~3;
    ByteBuffer out = ByteBuffer.allocate(end + cmap.length);
    out.put(0, font);
    out.put(end, cmap);
    for (int i = 0; i < tables; i++) {
      int entry = 12 + i * DIRECTORY_ENTRY;
      String tag = new String(font, entry, 4, StandardCharsets.US_ASCII);
      if (tag.equals("cmap")) {
        out.putInt(entry + 4, sum(cmap));
        out.putInt(entry + 8, end);
        out.putInt(entry + 12, cmap.length);
        return out.array();
      }
    }
    throw new IllegalArgumentException("the font has no table of characters");
  }

  /** One subtable: Unicode, format 12, in runs in which characters and glyphs grow together. */
  private static byte[] cmap(SortedMap<Integer, Integer> glyphs) {
    var runs = new ArrayList<int[]>();
    for (Map.Entry<Integer, Integer> one : glyphs.entrySet()) {
      int c = one.getKey();
      int glyph = one.getValue();
      int[] last = runs.isEmpty() ? new int[] {-2, -2, 0} : runs.getLast();
      if (c == last[1] + 1 && glyph == last[2] + (c - last[0])) {
        last[1] = c;
      } else {
        runs.add(new int[] {c, c, glyph});
      }
    }
    int length = 16 + 12 * runs.size();
    ByteBuffer out = ByteBuffer.allocate(12 + length);
    out.putShort((short) 0).putShort((short) 1);
    out.putShort((short) 3).putShort((short) 10).putInt(12);
    out.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(runs.size());
    for (int[] run : runs) {
      out.putInt(run[0]).putInt(run[1]).putInt(run[2]);
    }
    return out.array();
  }

  private static int sum(byte[] table) {
    int sum = 0;
    for (ByteBuffer words = ByteBuffer.wrap(table); words.remaining() >= 4; ) {
      sum += words.getInt();
    }
    return sum;
  }
}
