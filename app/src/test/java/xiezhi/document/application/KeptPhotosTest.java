package xiezhi.document.application;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.document.Attachments;
import xiezhi.document.Photos;
import xiezhi.document.photo.Pictures;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.RefusedException;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestCounty;

@PlatformTest
class KeptPhotosTest {
  @Value("${xiezhi.data}")
  Path data = Path.of("");

  @Autowired Photos photos;
  @Autowired Attachments attachments;
  @Autowired KeptAttachments kept;
  @Autowired Clock clock;
  @Autowired PlatformTransactionManager transactions;

  private final TestCounty county = TestCounty.fresh();
  private final Actor somebody = Actor.publicIn(county.code());

  private UUID take(byte[] content, @Nullable String key) {
    return CurrentActor.as(
        somebody, () -> photos.take("public-photo", new ByteArrayInputStream(content), key));
  }

  private List<Attachments.Attachment> found(UUID... ids) {
    return CurrentActor.as(somebody, () -> attachments.find(List.of(ids)));
  }

  private void attach(MatterId matter, UUID photo) {
    CurrentActor.as(
        somebody,
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> attachments.attach(matter, List.of(photo))));
  }

  @Test
  void aPhotoKeepsItsContentAndLosesItsName() throws IOException {
    byte[] original = Pictures.jpeg(64, 48, 6);
    UUID photo = take(original, null);

    var there = found(photo).getFirst();

    assertThat(there.name()).isEqualTo("照片.jpg");
    assertThat(there.kind()).isEqualTo("public-photo");
    assertThat(there.size()).isEqualTo(original.length);
    // random, not counted on from the last one
    assertThat(photo.version()).isEqualTo(4);
    Path rendition = CurrentActor.as(somebody, () -> photos.renditionOf(there));
    assertThat(new String(Files.readAllBytes(rendition), ISO_8859_1))
        .doesNotContain(Pictures.OWNER);
    Files.delete(rendition);
    assertThat(CurrentActor.as(somebody, () -> photos.renditionOf(there))).exists();
  }

  @Test
  void thatWhichIsSentAgainIsOnePhoto() throws IOException {
    byte[] content = Pictures.png(64, 48, 1);

    assertThat(take(content, "the-same-key")).isEqualTo(take(content, "the-same-key"));
  }

  @Test
  void whatCannotBeShownIsNotKept() throws IOException {
    byte[] heic = {
      0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0, 'm', 'i', 'f', '1', 'h', 'e',
      'i', 'c'
    };
    assertThatThrownBy(() -> take(heic, null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Most Compatible");
    assertThatThrownBy(() -> take(Pictures.pngHead(50_000, 50_000), null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("50000 × 50000");
    assertThat(data.resolve("objects").resolve(county.code().value())).doesNotExist();
  }

  @Test
  void untilItIsTiedToAMatterItIsGoneAfterADay() throws IOException {
    UUID forgotten = take(Pictures.jpeg(64, 48, 1), null);
    UUID tied = take(Pictures.jpeg(64, 48, 3), null);
    attach(MatterId.next(), tied);

    CurrentActor.as(
        Actor.platform(county.code()),
        () -> kept.sweep(county.code(), clock.instant().plus(Duration.ofHours(25))));

    assertThat(found(forgotten, tied)).extracting(Attachments.Attachment::id).containsExactly(tied);
    try (var files = Files.walk(data.resolve("renditions").resolve(county.code().value()))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void whatIsTiedToOneMatterCannotBeTakenForAnother() throws IOException {
    UUID photo = take(Pictures.jpeg(64, 48, 1), null);
    attach(MatterId.next(), photo);

    assertThatThrownBy(() -> attach(MatterId.next(), photo))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("belongs to another matter");
  }
}
