package xiezhi.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import xiezhi.device.application.DecideDeviceLead;
import xiezhi.device.application.KeepDevices;
import xiezhi.device.application.TakeEvent;
import xiezhi.device.application.TakeEvent.Taken;
import xiezhi.device.domain.Device;
import xiezhi.device.domain.DeviceLead;
import xiezhi.document.photo.Pictures;
import xiezhi.intake.application.WorkOnLead;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.Town;

/** What a device sends, from its key to what a person makes of it. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviceTest {
  private static final String NOW = "2026-03-02T10:00:00+08:00";
  private static final BigDecimal LNG = new BigDecimal("102.40");
  private static final BigDecimal LAT = new BigDecimal("24.17");

  @Autowired private Town town;
  @Autowired private KeepDevices devices;
  @Autowired private TakeEvent taking;
  @Autowired private DecideDeviceLead deciding;
  @Autowired private WorkOnLead work;
  @Autowired private Matters matters;
  @Autowired private MockMvcTester http;

  private @Nullable Made made;

  private Made county() {
    Made county = made == null ? town.like("530426") : made;
    made = county;
    return county;
  }

  private Actor administrator() {
    return new Actor(
        new AccountId("x-admin"),
        "管理员",
        county().code(),
        Objects.requireNonNull(county().bodies().get("t1")),
        Set.of(Role.ADMINISTRATOR));
  }

  private Actor officer() {
    return Town.actor(county(), "t1.team", Role.OFFICER);
  }

  private Device device() {
    return town.as(
        administrator(),
        NOW,
        () ->
            devices.register(
                new KeepDevices.Entry(
                    "camera",
                    "路口摄像头" + UUID.randomUUID(),
                    "某厂",
                    "SN-1",
                    Objects.requireNonNull(county().bodies().get("t1.team")).value(),
                    Objects.requireNonNull(county().bodies().get("t1")).value(),
                    "人民路口",
                    LNG,
                    LAT)));
  }

  private String key(Device d) {
    return town.as(administrator(), NOW, () -> devices.issueKey(d.id(), d.version()));
  }

  private Device get(Device d) {
    return town.as(administrator(), NOW, () -> devices.get(d.id()));
  }

  private Taken send(String key, String kind, String at, String lng, byte @Nullable [] picture) {
    return town.as(
        Actor.platform(county().code()),
        NOW,
        () ->
            taking.take(
                key,
                new TakeEvent.Entry(
                    kind,
                    OffsetDateTime.parse(at).toInstant(),
                    new BigDecimal(lng),
                    LAT,
                    new BigDecimal("0.87")),
                picture == null ? null : () -> new ByteArrayInputStream(picture),
                null));
  }

  private static String kind() {
    return "秸秆焚烧" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    return catchThrowableOfType(RefusedException.class, work).refusals().getFirst();
  }

  private DecideDeviceLead.View view(Taken taken) {
    return town.as(officer(), NOW, () -> deciding.view(taken.lead()));
  }

  @Test
  void anEventBecomesALeadForAPersonAndNoCase() throws IOException {
    String key = key(device());

    Taken taken =
        send(key, kind(), "2026-03-02T09:59:00+08:00", "102.40", Pictures.jpeg(64, 48, 1));

    Matter matter = town.as(officer(), NOW, () -> matters.get(new MatterId(taken.lead())));
    assertThat(matter.source()).isEqualTo("device");
    assertThat(matter.stage()).isInstanceOf(Matter.Stage.Registered.class);
    var view = view(taken);
    assertThat(view.lead().stage()).isInstanceOf(DeviceLead.Stage.Unconfirmed.class);
    assertThat(view.events().getFirst().picture()).isNotNull();
    assertThat(view.actions().get("confirmDeviceLead")).matches(p -> p != null && p.isAllowed());

    town.as(officer(), NOW, () -> deciding.confirm(taken.lead(), 1, "现场有明火"));
    town.as(officer(), NOW, () -> work.judge(matter.id(), matter.version(), true, "属实", null));

    assertThat(view(taken).lead().stage()).isInstanceOf(DeviceLead.Stage.Confirmed.class);
    assertThat(
            refusal(() -> town.as(officer(), NOW, () -> deciding.dismiss(taken.lead(), 2, "x")))
                .code())
        .isEqualTo("device.lead-decided");
  }

  @Test
  void whatWasNothingIsClosedWithAReason() {
    Taken taken = send(key(device()), kind(), "2026-03-02T09:59:00+08:00", "102.40", null);

    assertThat(
            refusal(() -> town.as(officer(), NOW, () -> deciding.dismiss(taken.lead(), 1, " ")))
                .code())
        .isEqualTo("field.missing");
    town.as(officer(), NOW, () -> deciding.dismiss(taken.lead(), 1, "系炊烟"));

    Matter matter = town.as(officer(), NOW, () -> matters.get(new MatterId(taken.lead())));
    assertThat(matter.stage()).isInstanceOf(Matter.Stage.Closed.class);
    Actor stranger = Town.actor(county(), "t2.team", Role.OFFICER);
    assertThat(refusal(() -> town.as(stranger, NOW, () -> deciding.view(taken.lead()))).kind())
        .isEqualTo(Refusal.Kind.UNKNOWN);
  }

  @Test
  void eventsOfOneSceneGatherUnderOneLead() {
    String one = key(device());
    String two = key(device());
    String kind = kind();
    Taken first = send(one, kind, "2026-03-02T09:00:00+08:00", "102.40", null);

    // 25 minutes later, another device, 51 metres off
    Taken second = send(two, kind, "2026-03-02T09:25:00+08:00", "102.4005", null);
    // again 25 minutes after that: the scene goes on
    Taken third = send(one, kind, "2026-03-02T09:50:00+08:00", "102.40", null);
    Taken farther = send(one, kind, "2026-03-02T09:50:00+08:00", "102.403", null);
    Taken other = send(one, kind(), "2026-03-02T09:50:00+08:00", "102.40", null);
    Taken before = send(one, kind, "2026-03-02T08:20:00+08:00", "102.40", null);

    assertThat(second.lead()).isEqualTo(first.lead());
    assertThat(third.lead()).isEqualTo(first.lead());
    assertThat(third.joined()).isTrue();
    assertThat(List.of(farther.lead(), other.lead(), before.lead()))
        .doesNotContain(first.lead())
        .doesNotHaveDuplicates();
    assertThat(view(first).events()).hasSize(3);
  }

  @Test
  void thePapersOfThatMomentStayWithTheEvidence() {
    Device d = device();
    Taken bare = send(key(d), kind(), "2026-03-02T09:00:00+08:00", "102.40", null);
    town.as(
        administrator(),
        NOW,
        () ->
            devices.calibrate(
                d.id(), 2, "检字001", LocalDate.of(2025, 3, 1), LocalDate.of(2026, 2, 28)));
    town.as(
        administrator(),
        NOW,
        () ->
            devices.review(
                d.id(), 3, "县司法局审核同意", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 2)));
    String key = town.as(administrator(), NOW, () -> devices.issueKey(d.id(), 4));

    Taken valid = send(key, kind(), "2026-02-28T23:00:00+08:00", "102.40", null);
    Taken expired = send(key, kind(), "2026-03-02T09:00:00+08:00", "102.40", null);

    assertThat(bare.flags()).containsExactly("not-calibrated", "not-reviewed", "not-published");
    assertThat(valid.flags()).isEmpty();
    assertThat(expired.flags()).containsExactly("calibration-expired");
    town.as(
        administrator(),
        NOW,
        () ->
            devices.calibrate(
                d.id(), 5, "检字002", LocalDate.of(2026, 3, 1), LocalDate.of(2027, 2, 28)));
    assertThat(view(expired).events().getFirst().calibration().certificate()).isEqualTo("检字001");
  }

  @Test
  void onlyTheNewestKeyOpensAndNoneOfARetiredDevice() {
    Device d = device();
    String old = key(d);
    String fresh = key(get(d));

    assertThat(refusal(() -> send(old, kind(), NOW, "102.40", null)).code())
        .isEqualTo("device.unknown-key");
    assertThat(send(fresh, kind(), NOW, "102.40", null).joined()).isFalse();
    assertThat(get(d).keyHash()).isNotNull().doesNotContain(fresh.substring(45));
    town.as(administrator(), NOW, () -> devices.retire(d.id(), get(d).version(), "拆除"));
    assertThat(refusal(() -> send(fresh, kind(), NOW, "102.40", null)).kind())
        .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    for (String wrong : new String[] {"", "x", "xzd_" + county().code() + "_1_2", fresh + "a"}) {
      assertThat(refusal(() -> send(wrong, kind(), NOW, "102.40", null)).code())
          .isEqualTo("device.unknown-key");
    }
  }

  @Test
  void whatCannotBeIsRefusedWithASentence() {
    String key = key(device());

    assertThat(refusal(() -> send(key, kind(), "2026-03-02T10:06:00+08:00", "102.40", null)))
        .matches(r -> r.code().equals("device.in-future") && r.message().contains("clock"));
    assertThat(refusal(() -> send(key, kind(), "2026-01-02T10:06:00+08:00", "102.40", null)).code())
        .isEqualTo("device.too-old");
    assertThat(refusal(() -> send(key, kind(), NOW, "117.65", null)).code())
        .isEqualTo("device.outside-county");
    assertThat(refusal(() -> send(key, " ", NOW, "102.40", null)).code())
        .isEqualTo("field.missing");
    assertThat(
            refusal(
                    () ->
                        town.as(
                            Actor.platform(county().code()),
                            NOW,
                            () ->
                                taking.take(
                                    key,
                                    new TakeEvent.Entry(
                                        "x",
                                        OffsetDateTime.parse(NOW).toInstant(),
                                        LNG,
                                        LAT,
                                        new BigDecimal("1.01")),
                                    null,
                                    null)))
                .code())
        .isEqualTo("device.confidence");
  }

  @Test
  void theKeeperOfDevicesIsTheAdministrator() {
    assertThat(
            refusal(
                    () ->
                        town.as(
                            officer(),
                            NOW,
                            () ->
                                devices.register(
                                    new KeepDevices.Entry(
                                        "camera", "x", "x", "x", "x", "x", "x", null, null))))
                .code())
        .isEqualTo("device.not-the-administrator");
    assertThat(http.post().uri("/api/device-events").multipart().exchange()).hasStatus(400);
    assertThat(
            http.post()
                .uri("/api/device-events")
                .multipart()
                .param("kind", "x")
                .param("at", "2026-03-02T02:00:00Z")
                .param("confidence", "0.5")
                .exchange())
        .hasStatus(401);
    assertThat(http.get().uri("/api/devices").exchange()).hasStatus(401);
    assertThat(http.get().uri("/api/public/counties/{c}/devices", county().code()).exchange())
        .hasStatusOk();
  }
}
