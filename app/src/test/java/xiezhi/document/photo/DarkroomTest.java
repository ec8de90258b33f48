package xiezhi.document.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import xiezhi.document.domain.FileType;
import xiezhi.shared.RefusedException;

class DarkroomTest {
  @TempDir Path folder;

  private final Darkroom darkroom = new Darkroom();

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "p", ""), content);
  }

  private BufferedImage developed(byte[] content, FileType type) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(darkroom.develop(file(content), type)));
  }

  private String refusalOf(byte[] content, FileType type) throws IOException {
    Path file = file(content);
    Throwable thrown = catchThrowable(() -> darkroom.develop(file, type));
    assertThat(thrown).isInstanceOf(RefusedException.class);
    return ((RefusedException) thrown).refusals().getFirst().code();
  }

  private static byte[] sample(FileType type, int orientation) throws IOException {
    return switch (type) {
      case JPEG -> Pictures.jpeg(64, 48, orientation);
      case PNG -> Pictures.png(64, 48, orientation);
      default -> Pictures.webp(orientation);
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG", "PNG", "WEBP"})
  void tellsThoseWhoHandleItWhereAndWhen(FileType type) throws IOException {
    var facts = darkroom.facts(file(sample(type, 1)), type);

    assertThat(facts.width()).isEqualTo(64);
    assertThat(facts.height()).isEqualTo(48);
    assertThat(facts.takenAt()).isEqualTo(LocalDateTime.of(2026, 11, 21, 8, 30));
    assertThat(facts.takenOffset()).isEqualTo("+08:00");
    assertThat(facts.lng()).isEqualByComparingTo("102.4");
    assertThat(facts.lat()).isEqualByComparingTo("24.17");
    assertThat(facts.direction()).isEqualByComparingTo("90");
    assertThat(facts.toString()).doesNotContain(Pictures.OWNER);
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG", "PNG", "WEBP"})
  void showsNothingToOthersButThePicture(FileType type) throws IOException {
    byte[] shown = darkroom.develop(file(sample(type, 1)), type);

    assertThat(new String(shown, ISO_8859_1))
        .doesNotContain(Pictures.OWNER, "Exif", "2026:11:21", "script", "http://", "ICC_PROFILE");
    assertThat(segments(shown)).containsOnly(0xE0, 0xDB, 0xC0, 0xC4, 0xDA);
    assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(64);
  }

  /** The markers of a JPEG up to its first scan. */
  private static List<Integer> segments(byte[] jpeg) {
    List<Integer> markers = new ArrayList<>();
    int at = 2;
    while (at < jpeg.length) {
      int marker = jpeg[at + 1] & 0xFF;
      markers.add(marker);
      if (marker == 0xDA) {
        break;
      }
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8) + (jpeg[at + 3] & 0xFF);
    }
    return markers;
  }

  @Test
  void aLargePictureBecomesSmall() throws IOException {
    BufferedImage image = developed(Pictures.encoded("jpeg", 5000, 3000), FileType.JPEG);

    assertThat(image.getWidth()).isEqualTo(Darkroom.RENDITION_SIDE);
    assertThat(image.getHeight()).isEqualTo(960);
  }

  /** Red is on the left of the sensor: where it is to be seen, by EXIF's number. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void standsUpright(int orientation) throws IOException {
    BufferedImage image = developed(Pictures.jpeg(64, 48, orientation), FileType.JPEG);

    int w = image.getWidth();
    int h = image.getHeight();
    int[] red =
        switch (orientation) {
          case 1, 4 -> new int[] {w / 8, h / 2};
          case 2, 3 -> new int[] {w * 7 / 8, h / 2};
          case 5, 6 -> new int[] {w / 2, h / 8};
          default -> new int[] {w / 2, h * 7 / 8};
        };
    Color there = new Color(image.getRGB(red[0], red[1]));
    Color opposite = new Color(image.getRGB(w - 1 - red[0], h - 1 - red[1]));
    assertThat(there.getRed()).as("%d", orientation).isGreaterThan(200);
    assertThat(opposite.getBlue()).as("%d", orientation).isGreaterThan(200);
    assertThat(w > h).isEqualTo(orientation <= 4);
  }

  record Bomb(String name, FileType type, byte[] content) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Bomb> bombs() throws IOException {
    byte[] webp = Pictures.webp(1);
    // the canvas of the extended header: 24 bits each, less one
    System.arraycopy(new byte[] {0x4F, (byte) 0xC3, 0, 0x4F, (byte) 0xC3, 0}, 0, webp, 24, 6);
    return Stream.of(
        new Bomb("png 50,000 × 50,000", FileType.PNG, Pictures.pngHead(50_000, 50_000)),
        new Bomb("png one row", FileType.PNG, Pictures.pngHead(40_000_000, 1)),
        new Bomb("png most", FileType.PNG, Pictures.pngHead(Integer.MAX_VALUE, Integer.MAX_VALUE)),
        new Bomb("jpeg 50,000 × 50,000", FileType.JPEG, Pictures.jpegHead(50_000, 50_000)),
        new Bomb("webp 50,000 × 50,000", FileType.WEBP, webp));
  }

  @ParameterizedTest
  @MethodSource("bombs")
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void whatWouldSwellIsRefusedByItsHead(Bomb bomb) throws IOException {
    assertThat(refusalOf(bomb.content(), bomb.type())).isEqualTo("document.picture-too-large");
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void oneThatWouldBeDecodedAThousandTimesIsRefused() throws IOException {
    byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0};
    byte[] jpeg = Pictures.encoded("jpeg", 64, 48);
    byte[] many =
        Pictures.join(
            jpeg,
            Stream.generate(() -> scan)
                .limit(1000)
                .reduce(new byte[0], (a, b) -> Pictures.join(a, b)));

    assertThat(refusalOf(many, FileType.JPEG)).isEqualTo("document.picture-broken");
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG", "PNG", "WEBP"})
  void oneCutShortIsRefused(FileType type) throws IOException {
    byte[] whole = sample(type, 1);

    for (int part = 1; part < 10; part++) {
      byte[] cut = Arrays.copyOf(whole, Math.min(whole.length * part / 10, whole.length - 60));
      assertThat(refusalOf(cut, type)).isEqualTo("document.picture-broken");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG", "PNG", "WEBP"})
  void oneThatWasTamperedWithIsDevelopedOrRefusedAndNothingElse(FileType type) throws IOException {
    var random = new Random(7);
    byte[] whole = sample(type, 1);
    for (int i = 0; i < 1500; i++) {
      byte[] bent = whole.clone();
      for (int n = random.nextInt(1, 6); n > 0; n--) {
        bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
      }
      Path file = file(bent);
      assertThatCode(
              () -> {
                try {
                  darkroom.facts(file, type);
                  darkroom.develop(file, type);
                } catch (RefusedException _) {
                  // said why
                }
              })
          .as("change %d", i)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void whatHangsOnBehindAPictureDoesNotGoWithIt() throws IOException {
    byte[] page = "<html><script>alert(1)</script></html>PK\u0003\u0004".getBytes(US_ASCII);
    byte[] two = Pictures.join(Pictures.encoded("jpeg", 64, 48), page);

    byte[] shown = darkroom.develop(file(two), FileType.JPEG);

    assertThat(new String(shown, ISO_8859_1)).doesNotContain("script", "PK\u0003\u0004");
  }

  @Test
  void picturesOfOtherMakesAreDevelopedToo() throws IOException {
    for (String name : List.of("cmyk.jpg", "progressive.jpg", "plain.webp", "lossless.webp")) {
      FileType type = name.endsWith("webp") ? FileType.WEBP : FileType.JPEG;
      BufferedImage image = developed(Pictures.resource(name), type);
      assertThat(new Color(image.getRGB(8, 24)).getRed()).as(name).isGreaterThan(180);
      assertThat(new Color(image.getRGB(56, 24)).getBlue()).as(name).isGreaterThan(120);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FileType.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"JPEG", "PNG", "WEBP"})
  void nothingElseIsAPhoto(FileType type) throws IOException {
    assertThat(refusalOf(new byte[100], type)).isEqualTo("document.not-a-photo");
  }
}
