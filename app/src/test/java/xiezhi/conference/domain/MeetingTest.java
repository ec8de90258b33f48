package xiezhi.conference.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xiezhi.conference.domain.Meeting.AgendaItem;
import xiezhi.conference.domain.Meeting.Attendance;
import xiezhi.conference.domain.Meeting.Came;
import xiezhi.conference.domain.Meeting.Invitation;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.RefusedException;

/** Every stage of a meeting, and what may be done in it. */
class MeetingTest {
  private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
  private static final Step STEP = new Step(NOW, "a", "甲", "理由");
  private static final BodyId LEAD = new BodyId("990001-t1-team");
  private static final BodyId JUSTICE = new BodyId("990001-t1-sfs");
  private static final BodyId POLICE = new BodyId("990001-t1-pcs");
  private static final BodyId RESOURCES = new BodyId("990001-t1-zrs");

  private static AgendaItem item(String series) {
    return new AgendaItem(UUID.randomUUID(), series, "", "t", "", "", LEAD, null, "");
  }

  private static Meeting called(Set<String> series, List<AgendaItem> agenda, BodyId... invited) {
    return Meeting.call(
            new Meeting.Call(
                Meeting.Kind.REGULAR,
                series,
                "会议",
                LEAD,
                LEAD,
                null,
                "",
                "",
                new Meeting.Slot(NOW, NOW.plus(Duration.ofHours(1)), ""),
                List.of(invited).stream().map(b -> Invitation.to(b, true, true)).toList(),
                agenda),
            STEP)
        .after();
  }

  private static Meeting called() {
    return called(Set.of("a"), List.of(item("a")), JUSTICE, POLICE, RESOURCES);
  }

  private static List<Attendance> came(Came... came) {
    List<BodyId> bodies = List.of(JUSTICE, POLICE, RESOURCES);
    return java.util.stream.IntStream.range(0, came.length)
        .mapToObj(i -> new Attendance(bodies.get(i), came[i], "", ""))
        .toList();
  }

  private static Meeting held() {
    return called().hold(came(Came.PRESENT, Came.SUBSTITUTE, Came.ABSENT), STEP).after();
  }

  private static List<Boolean> may(Meeting m) {
    return List.of(
        m.mayRaise().isAllowed(),
        m.mayAnswer().isAllowed(),
        m.mayHold().isAllowed(),
        m.mayCancel().isAllowed(),
        m.mayMinute().isAllowed(),
        m.mayClose().isAllowed());
  }

  @Test
  void eachStageAllowsWhatItAllows() {
    Map<Meeting, List<Boolean>> expected = new LinkedHashMap<>();
    expected.put(called(), List.of(true, true, true, true, false, false));
    expected.put(held(), List.of(false, false, false, false, true, true));
    expected.put(
        held().minute("纪要", true, Map.of(), STEP).after(),
        List.of(false, false, false, false, true, true));
    expected.put(
        held().close(null, "", STEP).after(), List.of(false, false, false, false, false, false));
    expected.put(called().cancel(STEP).after(), List.of(false, false, false, false, false, false));

    expected.forEach(
        (meeting, acts) -> assertThat(may(meeting)).as(meeting.stageName()).isEqualTo(acts));
  }

  @Test
  void ofEveryBodyInvitedItIsSaidWhetherItCame() {
    assertThatThrownBy(() -> called().hold(came(Came.PRESENT, Came.ABSENT), STEP))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(RESOURCES.value());
  }

  @Test
  void fewerThanHalfIsShownAndNeverRefused() {
    assertThat(held().isThinlyAttended()).isFalse();
    Meeting thin = called().hold(came(Came.PRESENT, Came.ABSENT, Came.ABSENT), STEP).after();
    assertThat(thin.isThinlyAttended()).isTrue();
    assertThat(thin.present()).isEqualTo(1);
  }

  @Test
  void aCombinedMeetingCountsForASeriesOnlyIfAllItsHeadsAreInvitedAndItsAgendaIsCovered() {
    Map<String, Set<BodyId>> heads =
        Map.of("a", Set.of(JUSTICE, POLICE), "b", Set.of(JUSTICE, POLICE, RESOURCES));

    Meeting both =
        called(Set.of("a", "b"), List.of(item("a"), item("b")), JUSTICE, POLICE, RESOURCES);
    Meeting fewer = called(Set.of("a", "b"), List.of(item("a"), item("b")), JUSTICE, POLICE);
    Meeting uncovered = called(Set.of("a", "b"), List.of(item("a")), JUSTICE, POLICE, RESOURCES);

    assertThat(both.shortOf(heads)).isEmpty();
    assertThat(fewer.shortOf(heads)).isEqualTo(Map.of("b", List.of(RESOURCES.value())));
    assertThat(uncovered.shortOf(heads)).isEqualTo(Map.of("b", List.of("agenda")));
  }

  @Test
  void oneOfOneSeriesNeedsNoAgendaToCount() {
    assertThat(called(Set.of("a"), List.of(), JUSTICE).shortOf(Map.of("a", Set.of(JUSTICE))))
        .isEmpty();
  }

  @Test
  void nobodyIsCalledToThePastNorAlone() {
    Meeting.Slot past = new Meeting.Slot(NOW.minusSeconds(1), NOW.plusSeconds(60), "");
    assertThatThrownBy(
            () ->
                Meeting.call(
                    new Meeting.Call(
                        Meeting.Kind.AD_HOC,
                        Set.of(),
                        "t",
                        LEAD,
                        LEAD,
                        null,
                        "",
                        "",
                        past,
                        List.of(Invitation.to(JUSTICE, true, true)),
                        List.of()),
                    STEP))
        .hasMessageContaining("before it begins");
    assertThatThrownBy(() -> called(Set.of(), List.of(), LEAD)).hasMessageContaining("somebody");
    assertThatThrownBy(() -> new Meeting.Slot(NOW, NOW, "")).isInstanceOf(RefusedException.class);
  }

  @Test
  void aResolutionEndsOnce() {
    Resolution owed =
        Resolution.make(UUID.randomUUID(), 1, "c", POLICE, LocalDate.of(2026, 2, 1), null, STEP)
            .after();
    Resolution done = owed.done(STEP).after();

    assertThat(owed.mayEnd().isAllowed()).isTrue();
    assertThat(done.mayEnd().isAllowed()).isFalse();
    assertThatThrownBy(() -> done.drop(STEP)).isInstanceOf(RefusedException.class);
    assertThat(owed.drop(STEP).event()).isEqualTo("resolution.dropped");
  }
}
