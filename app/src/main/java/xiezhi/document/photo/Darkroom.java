package xiezhi.document.photo;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;
import xiezhi.document.Photos.Facts;
import xiezhi.document.domain.FileType;

/**
 * Develops a picture anew: decoded, upright, small, without anything but its pixels. What the head
 * of a file announces is checked before anything is decoded, and few pictures are decoded at once:
 * a small file can ask for more memory and time than a machine has.
 */
@Component
public class Darkroom {
  /** The longest side of a rendition, in pixels: enough to recognise what happened. */
  static final int RENDITION_SIDE = 1600;

  /** Of a side of an original: a single row must fit into memory too. */
  static final int LONGEST_SIDE = 20_000;

  /** Of an original; the cameras of today's phones give 12 to 50 million. */
  static final long MOST_PIXELS = 51_000_000;

  /** Of a WebP, which can only be decoded as a whole. */
  static final long MOST_PIXELS_AT_ONCE = 16_400_000;

  /** A progressive JPEG is decoded once for each of its scans; cameras write about ten. */
  private static final int MOST_SCANS = 100;

  private static final float QUALITY = 0.82f;
  private static final int AT_ONCE = 2;

  /** Registered, because it asks the registry for the JDK's own reader. */
  private static final JPEGImageReaderSpi JPEG = registered();

  private static JPEGImageReaderSpi registered() {
    var provider = new JPEGImageReaderSpi();
    IIORegistry.getDefaultInstance().registerServiceProvider(provider);
    return provider;
  }

  private final Semaphore places = new Semaphore(AT_ONCE);

  /** Whether it can be developed at all, by its type alone. */
  public static boolean takes(FileType type) {
    return type == FileType.JPEG || type == FileType.PNG || type == FileType.WEBP;
  }

  /** What the picture says of itself; refuses what is no picture that can be developed. */
  public Facts facts(Path file, FileType type) throws IOException {
    mustBeTaken(type);
    Exif exif = Exif.of(file, type);
    try (Plate plate = Plate.open(file, type)) {
      boolean turned = exif.orientation() > 4;
      var place = exif.place();
      return new Facts(
          turned ? plate.height() : plate.width(),
          turned ? plate.width() : plate.height(),
          exif.takenAt(),
          exif.takenOffset(),
          place == null ? null : place[0],
          place == null ? null : place[1],
          exif.accuracy(),
          exif.direction());
    }
  }

  /** A small JPEG with nothing in it but the picture; refuses what cannot be decoded whole. */
  public byte[] develop(Path file, FileType type) throws IOException {
    mustBeTaken(type);
    int orientation = Exif.of(file, type).orientation();
    if ((type == FileType.JPEG && scans(file) > MOST_SCANS)
        || (type == FileType.WEBP && isShorterThanItSays(file))) {
      throw BadPicture.broken();
    }
    places.acquireUninterruptibly();
    try (Plate plate = Plate.open(file, type)) {
      return jpeg(upright(plate.decode(), plate.width(), plate.height(), orientation));
    } finally {
      places.release();
    }
  }

  private static void mustBeTaken(FileType type) {
    if (!takes(type)) {
      throw BadPicture.notTaken(type.mediaType());
    }
  }

  private static int scans(Path file) throws IOException {
    int scans = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      int before = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (before == 0xFF && b == 0xDA) {
          scans++;
        }
        before = b;
      }
    }
    return scans;
  }

  /** The decoder fills up what lacks in a WebP; its head says how long it should be. */
  private static boolean isShorterThanItSays(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var head = ByteBuffer.wrap(in.readNBytes(8)).order(ByteOrder.LITTLE_ENDIAN);
      return head.limit() < 8 || Files.size(file) < 8 + Integer.toUnsignedLong(head.getInt(4));
    }
  }

  /** A file whose head has been read and found acceptable. */
  private record Plate(ImageReader reader, ImageInputStream in, int width, int height)
      implements AutoCloseable {

    static Plate open(Path file, FileType type) throws IOException {
      ImageInputStream in = new FileImageInputStream(file.toFile());
      ImageReader reader = reader(type);
      boolean whole = false;
      try {
        reader.setInput(in, false, true);
        Plate plate = new Plate(reader, in, reader.getWidth(0), reader.getHeight(0));
        plate.check(type);
        whole = true;
        return plate;
      } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
        throw BadPicture.broken();
      } finally {
        if (!whole) {
          reader.dispose();
          in.close();
        }
      }
    }

    private static ImageReader reader(FileType type) throws IOException {
      return switch (type) {
        case JPEG -> JPEG.createReaderInstance();
        case WEBP -> new WebPImageReaderSpi().createReaderInstance();
        case PNG -> ImageIO.getImageReadersByFormatName("png").next();
        default -> throw BadPicture.notTaken(type.mediaType());
      };
    }

    private void check(FileType type) {
      long most = type == FileType.WEBP ? MOST_PIXELS_AT_ONCE : MOST_PIXELS;
      if (width < 1 || height < 1) {
        throw BadPicture.broken();
      }
      if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > most) {
        throw BadPicture.tooLarge(width, height, LONGEST_SIDE, most);
      }
    }

    /** No larger than twice what is needed: rows and columns in between are left out at once. */
    BufferedImage decode() throws IOException {
      var wanted = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / (2 * RENDITION_SIDE));
      wanted.setSourceSubsampling(step, step, 0, 0);
      boolean[] lacking = {false};
      reader.addIIOReadWarningListener((_, warning) -> lacking[0] |= isCutShort(warning));
      BufferedImage image;
      try {
        image = reader.read(0, wanted);
      } catch (IOException
          | IllegalArgumentException
          | IllegalStateException
          | IndexOutOfBoundsException
          | NegativeArraySizeException
          | NullPointerException
          | ArithmeticException
          | ClassCastException
          | UnsupportedOperationException e) {
        // decoders meet a damaged file with whatever breaks first
        throw BadPicture.broken();
      }
      if (lacking[0]) {
        throw BadPicture.broken();
      }
      return image;
    }

    private static boolean isCutShort(String warning) {
      return warning.toLowerCase(java.util.Locale.ROOT).contains("premature end");
    }

    @Override
    public void close() throws IOException {
      reader.dispose();
      in.close();
    }
  }

  private static BufferedImage upright(BufferedImage image, int width, int height, int turn) {
    double scale = Math.min(1, RENDITION_SIDE / (double) Math.max(width, height));
    int w = Math.max(1, (int) Math.round(width * scale));
    int h = Math.max(1, (int) Math.round(height * scale));
    boolean turned = turn > 4;
    BufferedImage out =
        new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = out.createGraphics();
    try {
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, out.getWidth(), out.getHeight());
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
      g.transform(turning(turn, w, h));
      g.drawImage(image, 0, 0, w, h, null);
    } finally {
      g.dispose();
    }
    return out;
  }

  /** EXIF 2.3, 4.6.4, tag 274. */
  private static AffineTransform turning(int turn, int w, int h) {
    return switch (turn) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
