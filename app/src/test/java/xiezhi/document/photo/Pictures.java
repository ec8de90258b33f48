package xiezhi.document.photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as phones send them, and as those who wish us ill would. */
public final class Pictures {
  /** Stands in the EXIF block of every picture made here. */
  public static final String OWNER = "Owner-Of-The-Camera";

  private Pictures() {}

  /** The left half red, the right half blue. */
  public static BufferedImage halves(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    g.setColor(Color.RED);
    g.fillRect(0, 0, width / 2, height);
    g.setColor(Color.BLUE);
    g.fillRect(width / 2, 0, width - width / 2, height);
    g.dispose();
    return image;
  }

  public static byte[] encoded(String format, int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(halves(width, height), format, bytes);
    return bytes.toByteArray();
  }

  /** A JPEG whose camera stood at 24.17° N, 102.40° E on 2026-11-21 08:30:00 +08:00. */
  public static byte[] jpeg(int width, int height, int orientation) throws IOException {
    byte[] plain = encoded("jpeg", width, height);
    byte[] exif = exif(orientation);
    var out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    segment(out, 0xE1, join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif));
    segment(
        out,
        0xE1,
        ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + OWNER + "</x:xmpmeta>")
            .getBytes(StandardCharsets.US_ASCII));
    segment(out, 0xED, ("Photoshop 3.0\0 IPTC " + OWNER).getBytes(StandardCharsets.US_ASCII));
    segment(
        out, 0xFE, ("<script>alert('" + OWNER + "')</script>").getBytes(StandardCharsets.UTF_8));
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] content)
      throws IOException {
    var data = new DataOutputStream(out);
    data.writeByte(0xFF);
    data.writeByte(marker);
    data.writeShort(content.length + 2);
    data.write(content);
  }

  /** The same block in a PNG, beside a text with the owner's name. */
  public static byte[] png(int width, int height, int orientation) throws IOException {
    byte[] plain = encoded("png", width, height);
    int afterHead = 8 + 25;
    return join(
        Arrays.copyOf(plain, afterHead),
        chunk("eXIf", exif(orientation)),
        chunk("tEXt", ("Author\0" + OWNER).getBytes(StandardCharsets.US_ASCII)),
        Arrays.copyOfRange(plain, afterHead, plain.length));
  }

  /** A PNG that says how large it is and has nothing in it. */
  public static byte[] pngHead(int width, int height) throws IOException {
    var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    return join(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
        chunk("IHDR", head.array()),
        chunk("IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1}),
        chunk("IEND", new byte[0]));
  }

  /** A JPEG whose frame header says another size. */
  public static byte[] jpegHead(int width, int height) throws IOException {
    byte[] jpeg = encoded("jpeg", 32, 32);
    for (int i = 0; i < jpeg.length - 8; i++) {
      if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
        ByteBuffer.wrap(jpeg).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
        return jpeg;
      }
    }
    throw new IllegalStateException("no frame");
  }

  private static byte[] chunk(String name, byte[] content) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(type);
    sum.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(type)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }

  /** A lossy WebP of 64 × 48 pixels, with the block in a chunk of its own. */
  public static byte[] webp(int orientation) throws IOException {
    byte[] plain = resource("plain.webp");
    byte[] frame = Arrays.copyOfRange(plain, 12, plain.length);
    byte[] exif = exif(orientation);
    byte[] features = {8, 0, 0, 0, 63, 0, 0, 47, 0, 0};
    byte[] body = join(riff("VP8X", features), frame, riff("EXIF", exif));
    return join(
        "RIFF".getBytes(StandardCharsets.US_ASCII),
        low(body.length + 4),
        "WEBP".getBytes(StandardCharsets.US_ASCII),
        body);
  }

  private static byte[] riff(String name, byte[] content) {
    return join(
        name.getBytes(StandardCharsets.US_ASCII),
        low(content.length),
        content,
        new byte[content.length & 1]);
  }

  private static byte[] low(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  public static byte[] resource(String name) throws IOException {
    try (InputStream in = Pictures.class.getResourceAsStream("/photo/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  /** A TIFF block: orientation, owner, time, place, direction. */
  private static byte[] exif(int orientation) {
    byte[] owner = (OWNER + "\0").getBytes(StandardCharsets.US_ASCII);
    byte[] time = "2026:11:21 08:30:00\0".getBytes(StandardCharsets.US_ASCII);
    byte[] zone = "+08:00\0".getBytes(StandardCharsets.US_ASCII);
    int first = 8;
    int camera = first + 2 + 4 * 12 + 4;
    int gps = camera + 2 + 2 * 12 + 4;
    int data = gps + 2 + 6 * 12 + 4;
    int atTime = data + owner.length;
    int atZone = atTime + time.length;
    int atLat = atZone + zone.length;
    int atLng = atLat + 24;
    int atDirection = atLng + 24;
    var b = ByteBuffer.allocate(atDirection + 8);
    b.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(first);
    b.putShort((short) 4);
    entry(b, 0x0112, 3, 1, orientation << 16);
    entry(b, 0x013B, 2, owner.length, data);
    entry(b, 0x8769, 4, 1, camera);
    entry(b, 0x8825, 4, 1, gps);
    b.putInt(0);
    b.putShort((short) 2);
    entry(b, 0x9003, 2, time.length, atTime);
    entry(b, 0x9011, 2, zone.length, atZone);
    b.putInt(0);
    b.putShort((short) 6);
    entry(b, 1, 2, 2, 'N' << 24);
    entry(b, 2, 5, 3, atLat);
    entry(b, 3, 2, 2, 'E' << 24);
    entry(b, 4, 5, 3, atLng);
    entry(b, 0x10, 2, 2, 'T' << 24);
    entry(b, 0x11, 5, 1, atDirection);
    b.putInt(0);
    b.put(owner).put(time).put(zone);
    degrees(b, 24, 10, 12);
    degrees(b, 102, 24, 0);
    b.putInt(900).putInt(10);
    return b.array();
  }

  private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
    b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static void degrees(ByteBuffer b, int degrees, int minutes, int seconds) {
    b.putInt(degrees).putInt(1).putInt(minutes).putInt(1).putInt(seconds).putInt(1);
  }

  public static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
