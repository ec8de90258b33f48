package xiezhi.document.photo;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiezhi.document.domain.FileType;

/**
 * What a camera wrote into a picture. Only the block of EXIF is looked at, and that only up to a
 * bound: compressed blocks of text can be made to swell without end.
 */
final class Exif {
  private static final int LARGEST_BLOCK = 1 << 20;
  private static final int MOST_BLOCKS = 10_000;
  private static final int UPRIGHT = 1;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);
  private static final Pattern OFFSET = Pattern.compile("[+-][0-9]{2}:[0-9]{2}");

  private final Metadata read;

  private Exif(Metadata read) {
    this.read = read;
  }

  /** Empty where there is none, or none that can be read. */
  static Exif of(Path file, FileType type) throws IOException {
    return new Exif(
        switch (type) {
          case JPEG -> jpeg(file);
          case PNG -> tiff(png(file));
          case WEBP -> tiff(webp(file));
          default -> new Metadata();
        });
  }

  private static Metadata jpeg(Path file) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      return JpegMetadataReader.readMetadata(in, List.of(new ExifReader()));
    } catch (JpegProcessingException | EOFException _) {
      // damaged: the decoder will say so
      return new Metadata();
    }
  }

  private static Metadata tiff(byte[] block) {
    Metadata metadata = new Metadata();
    if (block.length > 0) {
      new ExifReader().extract(new ByteArrayReader(block), metadata);
    }
    return metadata;
  }

  /** The chunk {@code eXIf} of a PNG file. */
  private static byte[] png(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(8);
      for (int i = 0; i < MOST_BLOCKS; i++) {
        int length = in.readInt();
        String name = name(in);
        if (length < 0 || name.equals("IEND")) {
          break;
        }
        if (name.equals("eXIf")) {
          return length > LARGEST_BLOCK ? new byte[0] : in.readNBytes(length);
        }
        in.skipNBytes(length + 4L);
      }
    } catch (EOFException _) {
      // cut short: the decoder will say so
    }
    return new byte[0];
  }

  /** The chunk {@code EXIF} of a WebP file; its numbers begin with the lowest byte. */
  private static byte[] webp(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(12);
      for (int i = 0; i < MOST_BLOCKS; i++) {
        String name = name(in);
        int length = Integer.reverseBytes(in.readInt());
        if (length < 0) {
          break;
        }
        if (name.equals("EXIF")) {
          return length > LARGEST_BLOCK ? new byte[0] : withoutHead(in.readNBytes(length));
        }
        in.skipNBytes(length + (length & 1L));
      }
    } catch (EOFException _) {
      // as above
    }
    return new byte[0];
  }

  /** Some programs put the head of a JPEG segment before the block. */
  private static byte[] withoutHead(byte[] block) {
    byte[] head = {'E', 'x', 'i', 'f', 0, 0};
    boolean there =
        block.length > head.length
            && java.util.Arrays.equals(block, 0, head.length, head, 0, head.length);
    return there ? java.util.Arrays.copyOfRange(block, head.length, block.length) : block;
  }

  private static String name(DataInputStream in) throws IOException {
    return new String(in.readNBytes(4), StandardCharsets.US_ASCII);
  }

  /**
   * 1 to 8, as EXIF numbers them: how the picture is to be turned and mirrored to stand upright.
   */
  int orientation() {
    Directory picture = read.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer given = picture == null ? null : picture.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return given == null || given < UPRIGHT || given > 8 ? UPRIGHT : given;
  }

  @Nullable LocalDateTime takenAt() {
    String text = text(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
    try {
      return text == null ? null : LocalDateTime.parse(text.strip(), TIME);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  @Nullable String takenOffset() {
    String text = text(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL);
    return text != null && OFFSET.matcher(text.strip()).matches() ? text.strip() : null;
  }

  private @Nullable String text(int tag) {
    Directory camera = read.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    return camera == null ? null : camera.getString(tag);
  }

  /** Longitude and latitude; null if either lacks, is no place on earth, or is the empty 0, 0. */
  BigDecimal @Nullable [] place() {
    GpsDirectory gps = read.getFirstDirectoryOfType(GpsDirectory.class);
    var place = gps == null ? null : gps.getGeoLocation();
    if (place == null || place.isZero()) {
      return null;
    }
    double lng = place.getLongitude();
    double lat = place.getLatitude();
    return Math.abs(lng) <= 180 && Math.abs(lat) <= 90
        ? new BigDecimal[] {rounded(lng, 7), rounded(lat, 7)}
        : null;
  }

  /** Metres. */
  @Nullable BigDecimal accuracy() {
    return number(GpsDirectory.TAG_H_POSITIONING_ERROR, 100_000);
  }

  /** Degrees. */
  @Nullable BigDecimal direction() {
    return number(GpsDirectory.TAG_IMG_DIRECTION, 360);
  }

  private @Nullable BigDecimal number(int tag, double most) {
    GpsDirectory gps = read.getFirstDirectoryOfType(GpsDirectory.class);
    Double value = gps == null ? null : gps.getDoubleObject(tag);
    // written so that NaN fails
    return value != null && value >= 0 && value <= most ? rounded(value, 1) : null;
  }

  private static BigDecimal rounded(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
  }
}
