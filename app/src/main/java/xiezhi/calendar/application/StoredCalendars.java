package xiezhi.calendar.application;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import xiezhi.calendar.CalendarHistory;
import xiezhi.calendar.CountyZones;
import xiezhi.calendar.WorkingCalendar;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.calendar.domain.CountyCalendar;
import xiezhi.calendar.domain.Notice;
import xiezhi.calendar.domain.Notices;
import xiezhi.calendar.domain.Notices.Kept;
import xiezhi.calendar.domain.Notices.Revision;
import xiezhi.calendar.domain.StatutoryDays;
import xiezhi.shared.CountyCode;

/**
 * Gives out calendars, built once and kept. Whether a paper has been added since, here or by
 * another replica, is asked again after a moment by one small query. A transaction that adds a
 * paper sees its own calendar at once; nobody else sees it before the commit.
 */
@Service
public class StoredCalendars implements WorkingCalendars, CalendarHistory {
  private final Notices notices;
  private final ObjectProvider<CountyZones> zones;
  private final StatutoryDays statutory = CalendarFiles.statutory();
  private final long freshNanos;
  private final Map<CountyCode, Known> known = new ConcurrentHashMap<>();

  /** Of the counties that added nothing: one for all of a zone. */
  private final Map<ZoneId, Known> plain = new ConcurrentHashMap<>();

  StoredCalendars(
      Notices notices,
      ObjectProvider<CountyZones> zones,
      @Value("${xiezhi.calendar.recheck:1s}") Duration recheck) {
    this.notices = notices;
    this.zones = zones;
    this.freshNanos = recheck.toNanos();
  }

  private record Known(Revision revision, CountyCalendar calendar, long askedAt) {
    Known askedAgain(long at) {
      return new Known(revision, calendar, at);
    }
  }

  @Override
  public WorkingCalendar of(CountyCode county) {
    Map<CountyCode, CountyCalendar> own = changing();
    if (own != null && own.containsKey(county)) {
      return own.computeIfAbsent(county, this::build);
    }
    Known before = known.get(county);
    long now = System.nanoTime();
    if (before != null && now - before.askedAt() < freshNanos) {
      return before.calendar();
    }
    Revision revision = notices.revision(county);
    Known after =
        before != null
                && before.revision().equals(revision)
                && before.calendar().zone().equals(zone(county))
            ? before.askedAgain(now)
            : new Known(revision, build(county, revision), now);
    known.put(county, after);
    return after.calendar();
  }

  @Override
  public WorkingCalendar asKnownAt(CountyCode county, Instant moment) {
    return build(
        county,
        papers(county).map(Kept::notice).filter(n -> !n.knownFrom().isAfter(moment)).toList());
  }

  /** The papers that make the county's calendar: the last transcription of each. */
  public List<Notice> notices(CountyCode county) {
    return CountyCalendar.inOrder(papers(county).map(Kept::notice).toList());
  }

  /** To be called in a transaction after it has added a paper. */
  CountyCalendar changed(CountyCode county) {
    Map<CountyCode, CountyCalendar> own = changing();
    if (own == null) {
      Map<CountyCode, CountyCalendar> changes = new HashMap<>();
      TransactionSynchronizationManager.bindResource(this, changes);
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void suspend() {
              TransactionSynchronizationManager.unbindResource(StoredCalendars.this);
            }

            @Override
            public void resume() {
              TransactionSynchronizationManager.bindResource(StoredCalendars.this, changes);
            }

            @Override
            public void afterCompletion(int status) {
              TransactionSynchronizationManager.unbindResourceIfPossible(StoredCalendars.this);
              changes.keySet().forEach(known::remove);
            }
          });
      own = changes;
    }
    CountyCalendar calendar = build(county);
    own.put(county, calendar);
    return calendar;
  }

  @SuppressWarnings("unchecked")
  private @Nullable Map<CountyCode, CountyCalendar> changing() {
    return (Map<CountyCode, CountyCalendar>) TransactionSynchronizationManager.getResource(this);
  }

  private Stream<Kept> papers(CountyCode county) {
    return Stream.concat(notices.national().stream(), notices.of(county).stream());
  }

  private CountyCalendar build(CountyCode county, Revision revision) {
    if (revision.county() > 0) {
      return build(county);
    }
    ZoneId zone = zone(county);
    Known shared = plain.get(zone);
    if (shared == null || !shared.revision().equals(revision)) {
      shared = new Known(revision, build(county), 0);
      plain.put(zone, shared);
    }
    return shared.calendar();
  }

  private CountyCalendar build(CountyCode county) {
    return build(county, papers(county).map(Kept::notice).toList());
  }

  private CountyCalendar build(CountyCode county, List<Notice> papers) {
    return new CountyCalendar(zone(county), statutory, papers);
  }

  ZoneId zone(CountyCode county) {
    CountyZones answer = zones.getIfAvailable();
    return answer == null ? CalendarFiles.NATIONAL_ZONE : answer.of(county);
  }

  StatutoryDays statutory() {
    return statutory;
  }
}
