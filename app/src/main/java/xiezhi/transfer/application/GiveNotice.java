package xiezhi.transfer.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.correspondence.Correspondence;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;
import xiezhi.transfer.domain.Notice;
import xiezhi.transfer.domain.NoticeRegister;
import xiezhi.transfer.domain.Transfer;

/**
 * 立即通知: of a serious hazard, or of a violation in progress, to whom it belongs. It is answered, or
 * its refusal is reported to whom the county's clause names.
 */
@Service
@Transactional
public class GiveNotice {
  private final Desk desk;
  private final NoticeRegister notices;
  private final Matters matters;
  private final Bodies bodies;
  private final Letters letters;
  private final Obligations obligations;
  private final Correspondence boxes;

  GiveNotice(
      Desk desk,
      NoticeRegister notices,
      Matters matters,
      Bodies bodies,
      Letters letters,
      Obligations obligations,
      Correspondence boxes) {
    this.desk = desk;
    this.notices = notices;
    this.matters = matters;
    this.bodies = bodies;
    this.letters = letters;
    this.obligations = obligations;
    this.boxes = boxes;
  }

  /**
   * Sent and delivered in one; it goes ahead of any letter, and stops no other clock (coverage §6
   * #7).
   */
  public UUID send(MatterId id, Notice.Purpose purpose, BodyId to, String content) {
    Instant now = desk.now();
    Matter matter = desk.matter(id);
    maySend(matter).orThrow();
    Body receiver = bodies.get(to);
    String words = Texts.required("content", content, 5_000);
    Facts facts = desk.between(matter, matter.holder(), receiver.id());
    desk.mechanism(now).gates("notice.send", facts).orThrow();
    Letters.Letter letter =
        letters.issue(
            "hazard-notice",
            bodies.legalBodyOf(matter.holder()).id(),
            desk.today(now),
            letter(matter, matter.holder(), receiver.id(), words));
    Change<Notice> change =
        Notice.send(
            id,
            purpose,
            matter.holder(),
            receiver.id(),
            words,
            new Transfer.Letter(letter.id(), letter.number()),
            desk.step(now, words));
    Notice notice = change.after();
    notices.insert(desk.county(), notice);
    matters.open(id, List.of(receiver.id()), now);
    happened(now, matter, notice, change);
    desk.notify(
        now,
        notice.notified(),
        Desk.WORKING,
        "notice.arrived",
        matter,
        "/matters/" + id,
        Map.of("from", desk.name(notice.notifier()), "purpose", purpose.key()));
    return notice.id();
  }

  private Map<String, Object> letter(Matter matter, BodyId from, BodyId to, String words) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", desk.name(from));
    data.put("to", desk.name(to));
    data.put("matterNumber", matter.number());
    data.put("subject", matter.subject());
    data.put("place", matter.place().address());
    data.put("facts", matter.act().facts());
    data.put("content", words);
    data.put("discoveredAt", desk.minute(matter.discoveredAt()));
    return data;
  }

  /** A hazard, or an act in progress, must have been marked; the notice says which. */
  public Permission maySend(Matter matter) {
    Permission who = desk.mayActFor(matter.holder());
    boolean marked = matter.act().hazard() || matter.act().inProgress();
    return marked && matter.isOpen()
        ? who
        : who.and(
            Permission.refused(
                Refusal.of(
                    Refusal.Kind.RULE,
                    "notice.nothing-to-notify",
                    "A notice is for a serious hazard or a violation in progress; mark the open"
                        + " matter so first.")));
  }

  public void acknowledge(UUID id, int version, String people) {
    Instant now = desk.now();
    Notice notice = get(id, version);
    mayAcknowledge(notice).orThrow();
    String sent = Texts.required("people", people, 500);
    apply(now, notice.acknowledge(sent, desk.step(now, sent)), notice.notifier());
  }

  public void handle(UUID id, int version, String outcome) {
    Instant now = desk.now();
    Notice notice = get(id, version);
    mayHandle(notice).orThrow();
    apply(
        now,
        notice.handle(desk.step(now, Texts.required("outcome", outcome, 5_000))),
        notice.notifier());
  }

  /** Will not handle it; the reason may be left out, and then that is what is seen. */
  public void refuse(UUID id, int version, String reason) {
    Instant now = desk.now();
    Notice notice = get(id, version);
    mayRefuse(notice).orThrow();
    apply(
        now,
        notice.refuse(desk.step(now, Texts.optional("reason", reason, 2_000))),
        notice.notifier());
  }

  /** 报告: a human act; to whom is the county's rule. */
  public void report(UUID id, int version, String words) {
    Instant now = desk.now();
    Notice notice = get(id, version);
    Matter matter = desk.matter(notice.matter());
    mayReport(matter, notice, now).orThrow();
    Body to = reportTo(matter, notice, now);
    String report = Texts.required("report", words, 5_000);
    Map<String, Object> data = letter(matter, notice.notifier(), to.id(), report);
    data.put("notified", desk.name(notice.notified()));
    data.put("notice", notice.letter() == null ? "" : notice.letter().number());
    Letters.Letter letter =
        letters.issue(
            "refusal-report", bodies.legalBodyOf(notice.notifier()).id(), desk.today(now), data);
    matters.open(matter.id(), List.of(to.id()), now);
    apply(
        now,
        notice.report(
            to.id(), new Transfer.Letter(letter.id(), letter.number()), desk.step(now, report)),
        notice.notified());
    desk.notify(
        now,
        to.id(),
        Set.of(Role.COORDINATOR, Role.SUPERVISOR, Role.CLERK),
        "notice.reported",
        matter,
        "/matters/" + matter.id(),
        Map.of("body", desk.name(notice.notified())));
  }

  /** Whom a rule names to report to. */
  record ReportRoute(Body to, Rule rule) {}

  /** To whom it could be reported now; empty once it was handled, reasoned, reported or closed. */
  Optional<ReportRoute> reportRoute(Matter matter, Notice notice, Instant now) {
    if (!notice.mayReport().isAllowed()) {
      return Optional.empty();
    }
    return desk.mechanism(now)
        .route("notice.report", facts(matter, notice))
        .flatMap(
            rule ->
                desk
                    .targets(
                        ((RuleValue.Route) rule.value()).to(),
                        matter.place().division(),
                        roles(matter, notice))
                    .stream()
                    .findFirst()
                    .map(body -> new ReportRoute(body, rule)));
  }

  /** To whom a refusal is reported here. */
  private Body reportTo(Matter matter, Notice notice, Instant now) {
    Rule rule =
        desk.mechanism(now)
            .route("notice.report", facts(matter, notice))
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.RULE,
                            "notice.no-report-route",
                            "This county names nobody to whom a refusal is reported.")
                        .exception());
    RuleValue.Route route = (RuleValue.Route) rule.value();
    return desk.targets(route.to(), matter.place().division(), roles(matter, notice)).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                        Refusal.Kind.RULE,
                        "notice.report-receiver-missing",
                        "The rule names a body that is not in the directory: " + route.to() + ".",
                        Map.of(),
                        List.of(rule.ground()))
                    .exception());
  }

  public void close(UUID id, int version) {
    Instant now = desk.now();
    Notice notice = get(id, version);
    Matter matter = desk.matter(notice.matter());
    mayClose(matter, notice, now).orThrow();
    Change<Notice> change = notice.close(desk.step(now, ""));
    apply(now, change, notice.notified());
    obligations.release(now, matter.id(), notice.reference(), "notice.closed");
  }

  Permission mayAcknowledge(Notice n) {
    return desk.mayActFor(n.notified()).and(n.mayAcknowledge());
  }

  Permission mayHandle(Notice n) {
    return desk.mayActFor(n.notified()).and(n.mayHandle());
  }

  Permission mayRefuse(Notice n) {
    return desk.mayActFor(n.notified()).and(n.mayRefuse());
  }

  Permission mayReport(Matter matter, Notice n, Instant now) {
    Permission first = desk.mayActFor(n.notifier()).and(n.mayReport());
    return first.isAllowed() ? desk.mechanism(now).gates("notice.report", facts(matter, n)) : first;
  }

  Permission mayClose(Matter matter, Notice n, Instant now) {
    Permission first = desk.mayActFor(n.notifier()).and(n.mayClose());
    return first.isAllowed() ? desk.mechanism(now).gates("notice.close", facts(matter, n)) : first;
  }

  /** What happened to this notice, not to another of the same matter. */
  private Facts facts(Matter matter, Notice n) {
    Set<String> events = new TreeSet<>();
    events.add(n.purpose().sentEvent());
    if (n.acknowledged()) {
      events.add("hazard.acknowledged");
    }
    if (n.reportedTo() != null) {
      events.add("hazard.reported");
    }
    switch (n.stage()) {
      case HANDLED -> events.add("hazard.handled");
      case REFUSED -> events.add("hazard.refused");
      case SENT, ACKNOWLEDGED, REPORTED, CLOSED -> {}
    }
    return desk.between(matter, n.notifier(), n.notified())
        .with("events", List.copyOf(events))
        .with("reason-given", n.reasonGiven());
  }

  private static Map<String, BodyId> roles(Matter matter, Notice n) {
    return Map.of(
        "holder", matter.holder(),
        "finder", n.notifier(),
        "notifier", n.notifier(),
        "notified", n.notified(),
        "sender", n.notifier(),
        "receiver", n.notified(),
        "team", n.notifier());
  }

  private void apply(Instant now, Change<Notice> change, BodyId tell) {
    Notice after = change.after();
    notices.update(desk.county(), after);
    Matter matter = desk.matter(after.matter());
    happened(now, matter, after, change);
    desk.notify(
        now,
        tell,
        Desk.WORKING,
        change.event(),
        matter,
        "/matters/" + matter.id(),
        Map.of("words", after.lastStep().note()));
  }

  private void happened(Instant now, Matter matter, Notice n, Change<Notice> change) {
    boxes.put(now, letter(matter, n));
    if (n.acknowledged()) {
      boxes.acknowledge(now, n.reference(), n.notified());
    }
    desk.happened(now, matter, n.reference(), change, facts(matter, n), roles(matter, n), null);
  }

  private static Correspondence.Letter letter(Matter matter, Notice n) {
    Correspondence.State state =
        switch (n.stage()) {
          case SENT, ACKNOWLEDGED -> Correspondence.State.OPEN;
          case HANDLED, REFUSED, REPORTED -> Correspondence.State.ANSWERED;
          case CLOSED -> Correspondence.State.CLOSED;
        };
    return new Correspondence.Letter(
        "notice",
        n.reference(),
        matter.id(),
        matter.subject(),
        n.notifier(),
        n.reportedTo() == null ? List.of(n.notified()) : List.of(n.notified(), n.reportedTo()),
        n.stage().key(),
        state,
        n.letter() == null ? null : n.letter().number(),
        "/matters/" + matter.id(),
        false);
  }

  /**
   * Its letter, for whoever may see the matter.
   *
   * @param report the one by which it was reported, not the notice itself
   */
  @Transactional(readOnly = true)
  public Letters.Rendered letter(UUID id, boolean report, Letters.Format format) {
    Notice notice = get(id);
    Transfer.Letter letter = report ? notice.report() : notice.letter();
    return letters.renderIfAny(letter == null ? null : letter.id(), format);
  }

  private Notice get(UUID id, int version) {
    Notice notice = get(id);
    if (notice.version() != version) {
      throw NoticeRegister.changedMeanwhile().exception();
    }
    return notice;
  }

  private Notice get(UUID id) {
    Notice notice =
        notices
            .find(desk.county(), id)
            .orElseThrow(
                () ->
                    Refusal.of(Refusal.Kind.UNKNOWN, "notice.unknown", "There is no such notice.")
                        .exception());
    desk.matter(notice.matter());
    return notice;
  }
}
