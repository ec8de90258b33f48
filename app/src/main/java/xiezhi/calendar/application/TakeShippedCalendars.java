package xiezhi.calendar.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.calendar.CalendarChanged;
import xiezhi.calendar.LocalCalendars;
import xiezhi.calendar.domain.Notice;
import xiezhi.calendar.domain.Notices;
import xiezhi.shared.Actor;
import xiezhi.shared.Counties;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;

/** At every start: the papers that come with the platform, those that are new. */
@Component
class TakeShippedCalendars implements SmartInitializingSingleton, LocalCalendars {
  private static final Logger log = LoggerFactory.getLogger(TakeShippedCalendars.class);

  private final Notices notices;
  private final StoredCalendars calendars;
  private final ObjectProvider<Counties> counties;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transaction;

  TakeShippedCalendars(
      Notices notices,
      StoredCalendars calendars,
      ObjectProvider<Counties> counties,
      ApplicationEventPublisher events,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.notices = notices;
    this.calendars = calendars;
    this.counties = counties;
    this.events = events;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void afterSingletonsInstantiated() {
    Instant now = clock.instant();
    boolean first = notices.national().isEmpty();
    List<Notice> added = takeNational(CalendarFiles.national(calendars.statutory()), now);
    if (!added.isEmpty()) {
      log.info("calendar: {} new national notices", added.size());
    }
    for (CountyCode county : CalendarFiles.counties()) {
      CurrentActor.as(
          Actor.platform(county),
          () ->
              takeLocal(
                  county,
                  CalendarFiles.local(county, calendars.statutory(), calendars.zone(county)),
                  now));
    }
    Counties all = counties.getIfAvailable();
    if (!first && !added.isEmpty() && all != null) {
      all.all().forEach(county -> tell(county, added));
    }
  }

  @Override
  public void takeShippedOf(CountyCode base, CountyCode county) {
    takeLocal(
        county,
        CalendarFiles.local(base, calendars.statutory(), calendars.zone(base)),
        clock.instant());
  }

  List<Notice> takeNational(List<Notice> shipped, Instant now) {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> {
              notices.lockNational();
              List<Notice> fresh =
                  shipped.stream()
                      .filter(
                          n -> !notices.lastNationalHash(n).filter(n.hash()::equals).isPresent())
                      .toList();
              fresh.forEach(notice -> notices.addNational(notice, now));
              return fresh;
            }));
  }

  /** A county's own transcription of a paper is not overwritten by the shipped one. */
  void takeLocal(CountyCode county, List<Notice> shipped, Instant now) {
    transaction.executeWithoutResult(
        _ -> {
          notices.lock(county);
          List<Notice> fresh = shipped.stream().filter(n -> !notices.holds(n, county)).toList();
          fresh.forEach(n -> notices.add(county, n, now, CurrentActor.get().account()));
          if (!fresh.isEmpty()) {
            publish(county, fresh);
          }
        });
  }

  private void tell(CountyCode county, List<Notice> added) {
    CurrentActor.as(
        Actor.platform(county),
        () -> transaction.executeWithoutResult(_ -> publish(county, added)));
  }

  private void publish(CountyCode county, List<Notice> added) {
    TreeSet<Integer> years = new TreeSet<>();
    added.forEach(notice -> years.add(notice.year()));
    String version = calendars.changed(county).version();
    events.publishEvent(new CalendarChanged(county, years, version));
  }
}
