package xiezhi.calendar.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.calendar.CalendarChanged;
import xiezhi.calendar.WorkingCalendar;
import xiezhi.calendar.domain.CalendarRefusal;
import xiezhi.calendar.domain.CountyCalendar;
import xiezhi.calendar.domain.Fault;
import xiezhi.calendar.domain.Notice;
import xiezhi.calendar.domain.NoticeRules;
import xiezhi.calendar.domain.Notices;
import xiezhi.ledger.Ledger;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;

/**
 * Takes in the papers of a year: the State Council's notice when it has appeared, one that amends
 * it, or the county's own holidays. With any fault nothing changes.
 */
@Service
public class ImportCalendarYear {
  private static final int LARGEST = 100_000;

  private final StoredCalendars calendars;
  private final Notices notices;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ImportCalendarYear(
      StoredCalendars calendars,
      Notices notices,
      Ledger ledger,
      ApplicationEventPublisher events,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.calendars = calendars;
    this.notices = notices;
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  public static Permission mayImport(Actor actor) {
    return actor.has(Role.ADMINISTRATOR)
        ? Permission.allowed()
        : Permission.refused(
            CalendarRefusal.NOT_ADMINISTRATOR.because(
                "The calendar is kept by a county administrator, which you are not here.",
                Map.of("needed", Role.ADMINISTRATOR.name())));
  }

  /**
   * @param file in the form of {@code data/calendar/national.yaml}
   * @return the version of the county's new calendar
   */
  public String importYear(int year, String file) {
    Actor actor = CurrentActor.get();
    mayImport(actor).orThrow();
    CountyCode county = actor.county();
    Instant now = clock.instant();
    return java.util.Objects.requireNonNull(
        transaction.execute(
            _ -> {
              notices.lock(county);
              List<Notice> papers = sound(county, year, file, now);
              papers.forEach(paper -> notices.add(county, paper, now, actor.account()));
              CountyCalendar calendar = calendars.changed(county);
              ledger.record(
                  now,
                  "calendar.imported",
                  "calendar:" + year,
                  null,
                  Map.of(
                      "year",
                      year,
                      "version",
                      calendar.version(),
                      "notices",
                      papers.stream().map(Notice::citation).toList()));
              events.publishEvent(
                  new CalendarChanged(county, new TreeSet<>(List.of(year)), calendar.version()));
              return calendar.version();
            }));
  }

  /** The papers of a file that is right in every respect and says something new. */
  private List<Notice> sound(CountyCode county, int year, String file, Instant now) {
    if (file.length() > LARGEST) {
      throw new RefusedException(
          CalendarRefusal.FILE_TOO_LARGE.because(
              "A calendar file has at most %d characters, this one has %d."
                  .formatted(LARGEST, file.length()),
              Map.of("most", LARGEST, "found", file.length())));
    }
    WorkingCalendar calendar = calendars.of(county);
    ZoneId zone = calendar.zone();
    NoticeReader.Reading reading =
        NoticeReader.read(
            file, new NoticeRules(calendars.statutory()), zone, calendar::isPublished);
    List<Fault> faults = new ArrayList<>(reading.faults());
    LocalDate today = LocalDate.ofInstant(now, zone);
    for (int i = 0; i < reading.notices().size(); i++) {
      Notice notice = reading.notices().get(i);
      String key = "notices[" + i + "]";
      if (notice.year() != year) {
        faults.add(
            new Fault(
                reading.lines().get(i),
                key + ".year",
                CalendarRefusal.WRONG_YEAR,
                "the year to import is " + year + ", the notice is for " + notice.year()));
      }
      if (notice.dated().isAfter(today)) {
        faults.add(
            new Fault(
                reading.lines().get(i),
                key + ".dated",
                CalendarRefusal.DATED_IN_FUTURE,
                notice.dated() + " is after today, " + today));
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults.stream().map(Fault::asRefusal).toList());
    }
    List<Notice> papers =
        reading.notices().stream()
            .filter(n -> !notices.lastHash(n, county).filter(n.hash()::equals).isPresent())
            .map(n -> n.asKnownFrom(now))
            .toList();
    if (papers.isEmpty()) {
      throw new RefusedException(
          CalendarRefusal.UNCHANGED.because(
              "The county holds these notices already, word for word.", Map.of("year", year)));
    }
    return papers;
  }
}
