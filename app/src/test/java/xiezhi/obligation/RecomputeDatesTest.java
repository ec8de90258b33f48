package xiezhi.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.calendar.application.ImportCalendarYear;
import xiezhi.intake.application.RegisterLead;
import xiezhi.intake.application.WorkOnLead;
import xiezhi.matter.Matters;
import xiezhi.shared.Actor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.Town;

/**
 * A date that touches an unpublished year is provisional, and found again when the year is
 * published.
 */
@PlatformTest
class RecomputeDatesTest {
  @Autowired private Town town;
  @Autowired private RegisterLead register;
  @Autowired private WorkOnLead work;
  @Autowired private Matters matters;
  @Autowired private Obligations obligations;
  @Autowired private ImportCalendarYear calendar;

  private static final String NOTICE_2027 =
      """
      format: 1
      level: national
      notices:
        - id: "2027-1"
          year: 2027
          title: 国务院办公厅关于2027年部分节假日安排的通知
          number: 国办发明电〔2026〕9号
          dated: 2026-11-05
          evidence: ASSUMED
          holidays:
            元旦: 2027-01-01..2027-01-04
            春节: 2027-02-05..2027-02-12
            清明节: 2027-04-03..2027-04-05
            劳动节: 2027-05-01..2027-05-05
            端午节: 2027-06-09
            中秋节: 2027-09-15
            国庆节: 2027-10-01..2027-10-07
          make-up:
            春节: [2027-02-14, 2027-02-20]
            劳动节: 2027-05-08
            国庆节: [2027-09-26, 2027-10-09]
      """;

  @Test
  void aProvisionalDateIsFoundAgainWhenTheYearIsPublished() {
    Made county = town.like("530426");
    Actor officer = Town.actor(county, "t1.team", Role.OFFICER);
    String division = java.util.Objects.requireNonNull(county.bodies().get("t1")).value();
    MatterId id =
        town.as(officer, "2026-12-30T09:00:00+08:00", () -> register.register(Town.lead(division)));
    town.as(
        officer,
        "2026-12-30T10:00:00+08:00",
        () -> work.judge(id, matters.get(id).version(), false, "不属于", null));

    ObligationView before = transferClock(officer, id);
    assertThat(before.provisional()).isTrue();
    // Thu 31 December, Mon 4 and Tue 5 January, if only New Year's Day is off
    assertThat(before.lastDay()).isEqualTo("2027-01-05");

    town.as(
        Town.actor(county, "gov", Role.ADMINISTRATOR),
        "2026-12-31T09:00:00+08:00",
        () -> calendar.importYear(2027, NOTICE_2027));

    ObligationView after = transferClock(officer, id);
    assertThat(after.provisional()).isFalse();
    assertThat(after.lastDay()).isEqualTo("2027-01-06");
    assertThat(after.startedAt()).isEqualTo(before.startedAt());
  }

  private ObligationView transferClock(Actor actor, MatterId id) {
    Instant now = OffsetDateTime.parse("2026-12-31T10:00:00+08:00").toInstant();
    return town.as(actor, "2026-12-31T10:00:00+08:00", () -> obligations.of(id, now)).stream()
        .filter(o -> o.duty().equals("transfer"))
        .findFirst()
        .orElseThrow();
  }
}
