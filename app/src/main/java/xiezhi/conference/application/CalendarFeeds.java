package xiezhi.conference.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.conference.domain.Calendar;
import xiezhi.conference.domain.Calendar.Entry;
import xiezhi.conference.domain.FeedRegister;
import xiezhi.conference.domain.FeedRegister.Feed;
import xiezhi.conference.domain.Meeting;
import xiezhi.conference.domain.MeetingRegister;
import xiezhi.flow.Desk;
import xiezhi.ledger.Ledger;
import xiezhi.obligation.ObligationLists;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.Refusal;

/**
 * 日历订阅: a body's meetings and due dates for other programs, at an address that is the secret. What
 * is confidential never goes out this way, and of a duty no more than its words and its day.
 */
@Service
@Transactional
public class CalendarFeeds {
  private static final Duration BACK = Duration.ofDays(180);
  private static final Duration AHEAD = Duration.ofDays(400);
  private static final int MOST = 500;

  private final Desk desk;
  private final MeetingDesk own;
  private final FeedRegister feeds;
  private final MeetingRegister meetings;
  private final ObligationLists obligations;
  private final Bodies bodies;
  private final Ledger ledger;
  private final TransactionTemplate reading;
  private final SecureRandom random = new SecureRandom();

  CalendarFeeds(
      Desk desk,
      MeetingDesk own,
      FeedRegister feeds,
      MeetingRegister meetings,
      ObligationLists obligations,
      Bodies bodies,
      Ledger ledger,
      PlatformTransactionManager transactions) {
    this.desk = desk;
    this.own = own;
    this.feeds = feeds;
    this.meetings = meetings;
    this.obligations = obligations;
    this.bodies = bodies;
    this.ledger = ledger;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /**
   * @param path is shown this once
   */
  public record FeedMade(UUID id, String path) {}

  public FeedMade make() {
    Instant now = desk.now();
    BodyId body = own.ours();
    desk.mayActFor(body).orThrow();
    byte[] secret = new byte[24];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Feed feed =
        new Feed(
            Ids.next(), body, now, desk.step(now, "").account(), desk.step(now, "").by(), null);
    feeds.insert(desk.county(), feed, hash(token));
    ledger.record(now, "calendar.shared", "feed:" + feed.id(), null, Map.of("body", body.value()));
    return new FeedMade(feed.id(), "/calendars/" + desk.county() + "/" + token + ".ics");
  }

  @Transactional(readOnly = true)
  public List<Feed> ours() {
    return feeds.of(desk.county(), own.seats());
  }

  public void revoke(UUID id) {
    Instant now = desk.now();
    desk.mayActFor(own.ours()).orThrow();
    if (!feeds.revoke(desk.county(), id, own.seats(), now)) {
      throw unknown().exception();
    }
    ledger.record(now, "calendar.revoked", "feed:" + id, null, Map.of());
  }

  private static Refusal unknown() {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "conference.unknown-feed",
        "There is no such calendar, or it was revoked.");
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For whoever has the address; nobody is signed in. */
  @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NEVER)
  public String read(CountyCode county, String token) {
    Feed feed =
        CurrentActor.as(
            Actor.platform(county),
            () -> reading.execute(_ -> feeds.byToken(county, hash(token)).orElse(null)));
    if (feed == null || !feed.isLive()) {
      throw unknown().exception();
    }
    // without any role: what only named desks may know stays unseen
    Actor reader =
        new Actor(new AccountId(feed.account()), feed.by(), county, feed.body(), Set.of());
    String text = CurrentActor.as(reader, () -> reading.execute(_ -> calendar(feed).text()));
    if (text == null) {
      throw new IllegalStateException("a calendar has a text");
    }
    return text;
  }

  private Calendar calendar(Feed feed) {
    Instant now = desk.now();
    List<BodyId> seats = bodies.deskOf(feed.body());
    List<Entry> entries = new ArrayList<>();
    meetings
        .between(desk.county(), seats, now.minus(BACK), now.plus(AHEAD), MOST)
        .forEach(m -> entries.add(event(m)));
    obligations
        .list(
            new ObligationLists.Query(
                ObligationLists.Whose.OURS, null, true, false, null, null, MOST))
        .stream()
        .filter(o -> o.lastDay() != null && !o.confidential())
        .forEach(o -> entries.add(due(o)));
    return new Calendar(desk.name(feed.body()), now, entries);
  }

  private Entry event(Meeting m) {
    StringBuilder about = new StringBuilder(desk.name(m.convener()));
    m.agenda().forEach(a -> about.append('\n').append("· ").append(a.title()));
    return new Entry.Event(
        m.id() + "@xiezhi",
        m.slot().from(),
        m.slot().to(),
        m.title(),
        m.slot().place(),
        about.toString(),
        m.stage() instanceof Meeting.Stage.Cancelled,
        m.version());
  }

  private static Entry due(ObligationView o) {
    java.time.LocalDate last = o.lastDay();
    if (last == null) {
      throw new IllegalStateException("filtered above");
    }
    return new Entry.Day(o.id() + "@xiezhi", last, o.words(), o.ground().citation(), o.version());
  }

  /** One meeting, for whoever may see it. */
  @Transactional(readOnly = true)
  public String one(UUID id) {
    Meeting m = own.meeting(id);
    return new Calendar(m.title(), desk.now(), List.of(event(m))).text();
  }
}
