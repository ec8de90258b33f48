package xiezhi.obligation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import xiezhi.calendar.Calendars;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.TimeLimit.Unit;
import xiezhi.calendar.WorkingCalendar;
import xiezhi.calendar.domain.Notice.Arrangement;
import xiezhi.mechanism.Bindingness;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.domain.Obligation.Standing;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;
import xiezhi.shared.RefusedException;

class ObligationTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final WorkingCalendar CALENDAR = Calendars.national();
  private static final BodyId TOWN = new BodyId("990001001");

  private static Instant at(String date, int hour) {
    return LocalDate.parse(date).atTime(hour, 0).atZone(ZONE).toInstant();
  }

  private static RuleValue.Limit limit(
      @Nullable TimeLimit amount, RuleValue.@Nullable Extension extension, String... suspends) {
    return new RuleValue.Limit(
        amount,
        "3个工作日内",
        List.of("a"),
        List.of("b"),
        "holder",
        null,
        null,
        extension,
        List.of(suspends),
        null,
        false);
  }

  private static Obligation open(RuleValue.Limit limit, Instant start, boolean breachable) {
    return Obligation.open(
        MatterId.next(),
        "matter:1",
        Known.OPENLY,
        new Standing("transfer", "transfer_deadline", "r1", "v1", breachable),
        TOWN,
        null,
        "a",
        start,
        Obligation.reckon(start, limit, limit.amount(), 0.75, CALENDAR, List.of(), null),
        null);
  }

  private static final RuleValue.Limit THREE_DAYS = limit(TimeLimit.of(3, Unit.WORKING_DAY), null);

  @Test
  void doneBeforeItIsDueIsInTimeAndAtThatInstantLate() {
    // Fri 2026-02-13; 14 February is a make-up workday, 15 to 23 are off: due at the end of Wed 25
    Obligation o = open(THREE_DAYS, at("2026-02-13", 10), true);
    Instant due = at("2026-02-26", 0);

    assertThat(o.dueAt()).isEqualTo(due);
    assertThat(o.discharge(due.minusMillis(1), "b").after().isLate(due)).isFalse();
    assertThat(o.discharge(due, "b").after().isLate(due)).isTrue();
  }

  @Test
  void aClockWithoutANumberNeverBreaches() {
    Obligation o = open(limit(null, null), at("2026-02-13", 10), false);

    assertThat(o.dueAt()).isNull();
    assertThat(o.isLate(at("2036-02-13", 10))).isFalse();
    assertThat(o.discharge(at("2036-02-13", 10), "b").after().isLate(at("2036-02-13", 10)))
        .isFalse();
  }

  @Test
  void doneTwiceIsAConflict() {
    Obligation done =
        open(THREE_DAYS, at("2026-02-13", 10), true).discharge(at("2026-02-14", 9), "b").after();

    assertThatThrownBy(() -> done.discharge(at("2026-02-14", 10), "b"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("not open any more");
  }

  @Test
  void anExtensionAskedTooLateIsRefused() {
    var terms =
        new RuleValue.Extension(TimeLimit.of(2, Unit.WORKING_DAY), null, false, null, true, null);
    RuleValue.Limit limit = limit(TimeLimit.of(3, Unit.WORKING_DAY), terms);
    Obligation o = open(limit, at("2026-03-02", 10), true);

    assertThat(codes(o.mayExtend(terms, at("2026-03-06", 0))))
        .containsExactly("obligation.extension-too-late");

    Obligation later =
        o.extend(terms, null, "等待检测", at("2026-03-05", 9), CALENDAR, "a1", "李文").after();

    // Thu 2026-03-05 was the last day; two more working days: Fri 6 and Mon 9
    assertThat(later.dueAt()).isEqualTo(at("2026-03-10", 0));
  }

  @Test
  void anExtensionKeepsUnderItsCeilingAndItsNumber() {
    var terms =
        new RuleValue.Extension(
            TimeLimit.of(5, Unit.WORKING_DAY),
            TimeLimit.of(7, Unit.WORKING_DAY),
            false,
            null,
            false,
            1);
    RuleValue.Limit limit = limit(TimeLimit.of(3, Unit.WORKING_DAY), terms);
    Obligation o = open(limit, at("2026-03-02", 10), true);

    assertThatThrownBy(() -> o.extend(terms, null, "x", at("2026-03-03", 9), CALENDAR, "a1", "李文"))
        .hasMessageContaining("Altogether it may run until");

    var free =
        new RuleValue.Extension(TimeLimit.of(2, Unit.WORKING_DAY), null, false, null, false, 1);
    Obligation once = o.extend(free, null, "x", at("2026-03-03", 9), CALENDAR, "a1", "李文").after();
    assertThat(codes(once.mayExtend(free, at("2026-03-03", 10))))
        .containsExactly("obligation.extensions-used-up");
  }

  @Test
  void aNewDateMustBeStatedWhereTheRuleAsksForOneAndMustBeLater() {
    var terms = new RuleValue.Extension(null, null, true, null, true, null);
    Obligation o =
        open(limit(TimeLimit.of(5, Unit.WORKING_DAY), terms), at("2026-03-02", 10), true);

    assertThatThrownBy(() -> o.extend(terms, null, "x", at("2026-03-03", 9), CALENDAR, "a", "n"))
        .hasMessageContaining("new date to be stated");
    assertThatThrownBy(
            () ->
                o.extend(terms, at("2026-03-04", 0), "x", at("2026-03-03", 9), CALENDAR, "a", "n"))
        .hasMessageContaining("not after the present one");
  }

  @Test
  void whatItsRuleDoesNotCountIsAddedAtTheEnd() {
    RuleValue.Limit limit = limit(TimeLimit.of(3, Unit.WORKING_DAY), null, "testing");
    Obligation o = open(limit, at("2026-03-02", 10), true);

    assertThat(codes(o.maySuspend(limit, "hearing")))
        .containsExactly("obligation.not-suspended-by");

    Obligation paused = o.suspend(limit, "testing", "送检", at("2026-03-03", 9)).after();
    assertThat(paused.isPaused()).isTrue();
    Obligation resumed = paused.resume(limit, 0.75, at("2026-03-10", 9), CALENDAR).after();

    assertThat(resumed.isPaused()).isFalse();
    // one change, one version: else it would be refused as a lost race
    assertThat(resumed.version()).isEqualTo(paused.version() + 1);
    assertThat(resumed.dueAt()).isAfter(o.dueAt());
  }

  @Test
  void onlyADutyInPrincipleIsExplainedAwayAndOnlyOnceItIsLate() {
    Obligation o = open(THREE_DAYS, at("2026-03-02", 10), true);
    Instant late = at("2026-03-09", 10);

    assertThat(codes(o.mayExcuse(Bindingness.HARD, late)))
        .containsExactly("obligation.not-excusable");
    assertThat(codes(o.mayExcuse(Bindingness.EXPLAINABLE, at("2026-03-03", 10))))
        .containsExactly("obligation.not-late");

    Obligation excused = o.excuse(Bindingness.EXPLAINABLE, "系统停机", late).after();
    assertThat(excused.isLate(late)).isFalse();
  }

  @Test
  void aChangedCalendarFindsTheDateAgain() {
    Obligation o = open(THREE_DAYS, at("2026-03-02", 10), true);
    WorkingCalendar withHoliday =
        Calendars.with(Calendars.local("l1", Arrangement.OFF, LocalDate.parse("2026-03-04")));

    Obligation again = o.recompute(THREE_DAYS, 0.75, withHoliday).after();

    assertThat(again.dueAt()).isEqualTo(at("2026-03-07", 0));
    assertThat(again.startedAt()).isEqualTo(o.startedAt());
  }

  private static List<String> codes(xiezhi.shared.Permission permission) {
    return permission.refusals().stream().map(r -> r.code()).toList();
  }

  @Test
  void whatWasTakenBackIsOwedAgainFromTheSameStart() {
    Obligation done =
        open(THREE_DAYS, at("2026-02-13", 10), true)
            .discharge(at("2026-02-14", 9), "transfer.sent")
            .after();

    Obligation again = done.again();

    assertThat(again.isOpen()).isTrue();
    assertThat(again.dueAt()).isEqualTo(done.dueAt());
    assertThat(again.replaces()).isEqualTo(done.id());
    assertThat(Map.of("s", again.startedAt())).containsEntry("s", done.startedAt());
  }
}
