package xiezhi.command.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.command.domain.Contact;
import xiezhi.command.domain.Mark;
import xiezhi.command.domain.OrderRegister;
import xiezhi.command.domain.Post;
import xiezhi.command.domain.Report;
import xiezhi.command.domain.ReportRegister;
import xiezhi.command.domain.Seat;
import xiezhi.correspondence.Correspondence;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/**
 * 上报: what is told to who stands above, and what they reply. A matter that touches several
 * townships, or is major or complex, is marked by its holder and reported to the chief of its area;
 * until then it cannot be decided (a gate of the county's rules).
 */
@Service
@Transactional
public class ReportUpward {
  private static final String TRIGGERS = "area_report_triggers";

  private final Desk desk;
  private final CommandPosts posts;
  private final ReportRegister register;
  private final KeepCommandContacts contacts;
  private final Matters matters;
  private final Bodies bodies;
  private final Letters letters;
  private final Correspondence correspondence;
  private final Obligations obligations;

  ReportUpward(
      Desk desk,
      CommandPosts posts,
      ReportRegister register,
      KeepCommandContacts contacts,
      Matters matters,
      Bodies bodies,
      Letters letters,
      Correspondence correspondence,
      Obligations obligations) {
    this.desk = desk;
    this.posts = posts;
    this.register = register;
    this.contacts = contacts;
    this.matters = matters;
    this.bodies = bodies;
    this.letters = letters;
    this.correspondence = correspondence;
    this.obligations = obligations;
  }

  // ------------------------------------------------------------------ to the area chief

  /**
   * What a matter's page shows.
   *
   * @param triggers what the county's rule wants reported; empty: nothing, and nothing is shown
   * @param area whose chief is told; null where the place is in no area
   */
  public record AreaPage(
      List<String> triggers,
      @Nullable Rule rule,
      @Nullable Post area,
      @Nullable Seat chief,
      @Nullable Mark mark,
      List<Report> reports,
      Map<String, Permission> acts) {}

  @Transactional(readOnly = true)
  public AreaPage area(MatterId id) {
    Instant now = desk.now();
    Matter matter = desk.matter(id);
    Mechanism mechanism = desk.mechanism(now);
    Rule rule = mechanism.first(TRIGGERS).orElse(null);
    Post area = posts.areaOf(now, matter.place().division()).orElse(null);
    Mark mark = register.mark(desk.county(), id).orElse(null);
    Map<String, Permission> acts = new LinkedHashMap<>();
    List<Report> reports = toChief(id);
    acts.put("markForArea", mayMark(matter, mark, rule));
    acts.put("withdrawAreaMark", mayTakeBack(matter, mark, reports));
    acts.put("reportToArea", mayReport(matter, mark));
    return new AreaPage(
        mechanism.names(TRIGGERS),
        rule,
        area,
        area == null ? null : posts.head(area),
        mark,
        reports,
        acts);
  }

  private List<Report> toChief(MatterId id) {
    return register.of(desk.county(), id).stream()
        .filter(r -> r.kind() == Report.Kind.AREA)
        .toList();
  }

  private Permission mayMark(Matter matter, @Nullable Mark mark, @Nullable Rule rule) {
    return desk.mayActFor(matter.holder())
        .and(
            rule == null
                ? refused(
                    Refusal.Kind.RULE,
                    "command.no-area-report",
                    "The rules of this county know no report to an area chief.")
                : mark == null
                    ? Permission.allowed()
                    : refused(
                        Refusal.Kind.CONFLICT,
                        "command.marked-already",
                        "It was marked by " + mark.set().by() + " at " + mark.set().at() + "."));
  }

  /** 跨乡镇(街道)、重大复杂: by a person, with a reason; never derived. */
  public void mark(MatterId id, String trigger, String words) {
    Instant now = desk.now();
    Matter matter = desk.matter(id);
    Mechanism mechanism = desk.mechanism(now);
    Rule rule = mechanism.first(TRIGGERS).orElse(null);
    mayMark(matter, register.mark(desk.county(), id).orElse(null), rule).orThrow();
    List<String> known = mechanism.names(TRIGGERS);
    if (!known.contains(trigger)) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "command.no-such-trigger",
              "The county's rule names: " + String.join(", ", known) + ".",
              Map.of("found", trigger, "expected", known))
          .exception();
    }
    Change<Mark> change =
        Mark.set(Ids.next(), id, trigger, desk.step(now, Texts.required("words", words, 2_000)));
    register.insert(desk.county(), change.after());
    told(now, matter, change);
  }

  private void told(Instant now, Matter matter, Change<Mark> change) {
    desk.happened(now, matter, matter.reference(), change, matter.facts(), holder(matter), null);
  }

  private Permission mayTakeBack(Matter matter, @Nullable Mark mark, List<Report> reports) {
    return desk.mayActFor(matter.holder())
        .and(mark == null ? notMarked() : mark.mayTakeBack(!reports.isEmpty()));
  }

  /** Set by mistake, or of a matter that turned out simpler: as long as the chief was not told. */
  public void takeBack(MatterId id, String reason) {
    Instant now = desk.now();
    Matter matter = desk.matter(id);
    Mark mark = register.lockMark(desk.county(), id).orElse(null);
    List<Report> reports = toChief(id);
    mayTakeBack(matter, mark, reports).orThrow();
    Change<Mark> change =
        Objects.requireNonNull(mark)
            .takeBack(!reports.isEmpty(), desk.step(now, Texts.required("reason", reason, 2_000)));
    register.update(desk.county(), change.after());
    told(now, matter, change);
  }

  private static Map<String, BodyId> holder(Matter matter) {
    return Map.of("holder", matter.holder(), "sender", matter.holder());
  }

  private Permission mayReport(Matter matter, @Nullable Mark mark) {
    return desk.mayActFor(matter.holder()).and(mark != null ? Permission.allowed() : notMarked());
  }

  private static Permission notMarked() {
    return refused(
        Refusal.Kind.RULE,
        "command.not-marked",
        "First say why it goes to the area chief: mark it.");
  }

  /** To the chief of the area in which the matter lies, by a letter to the chief's department. */
  public UUID toArea(MatterId id, String words) {
    Instant now = desk.now();
    Matter matter = desk.matter(id);
    Mark mark = register.lockMark(desk.county(), id).orElse(null);
    mayReport(matter, mark).orThrow();
    Post area =
        posts
            .areaOf(now, matter.place().division())
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.RULE,
                            "command.in-no-area",
                            "The place of this matter lies in no area of the county's rules.")
                        .exception());
    String said = Texts.required("words", words, 5_000);
    Seat chief = posts.head(area);
    String to = area.name() + area.head() + (chief == null ? "" : " " + chief.name());
    String subject = (mark == null ? "" : mark.trigger() + "：") + matter.subject();
    Change<Report> change =
        Report.make(
            report(
                now,
                Report.Kind.AREA,
                matter.holder(),
                area.headFrom(),
                null,
                area.id(),
                id,
                subject,
                said,
                to));
    matters.open(id, List.of(area.headFrom()), now);
    keep(now, change, matter);
    return change.after().id();
  }

  // ------------------------------------------------------------------ to anybody above

  /**
   * What is typed.
   *
   * @param to a body of the county, or
   * @param contact somebody outside it
   */
  public record Telling(
      @Nullable BodyId to,
      @Nullable UUID contact,
      @Nullable MatterId matter,
      String subject,
      String words) {}

  public UUID tell(Telling t) {
    Instant now = desk.now();
    BodyId sender = ours();
    desk.mayActFor(sender).orThrow();
    if ((t.to() == null) == (t.contact() == null)) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "command.report-to-whom",
              "Say to whom it is reported: a body of the county, or a contact outside it.")
          .exception();
    }
    Contact contact = t.contact() == null ? null : contacts.get(t.contact());
    String to =
        contact == null
            ? desk.name(Objects.requireNonNull(t.to()))
            : contact.unit() + " " + contact.name();
    Matter matter = t.matter() == null ? null : desk.matter(t.matter());
    BodyId receiver = t.to() == null ? null : bodies.get(t.to()).id();
    Change<Report> change =
        Report.make(
            report(
                now,
                Report.Kind.UPWARD,
                sender,
                receiver,
                t.contact(),
                null,
                t.matter(),
                Texts.required("subject", t.subject(), 200),
                Texts.required("words", t.words(), 5_000),
                to));
    if (matter != null && receiver != null) {
      matters.open(matter.id(), List.of(receiver), now);
    }
    keep(now, change, matter);
    return change.after().id();
  }

  private Report report(
      Instant now,
      Report.Kind kind,
      BodyId sender,
      @Nullable BodyId receiver,
      @Nullable UUID contact,
      @Nullable String post,
      @Nullable MatterId matter,
      String subject,
      String words,
      String to) {
    Letters.Letter letter =
        letters.issue(
            "upward-report",
            bodies.legalBodyOf(sender).id(),
            desk.today(now),
            Map.of(
                "to", to,
                "subject", subject,
                "content", words,
                "contact", CurrentActor.get().name()));
    return new Report(
        Ids.next(),
        kind,
        sender,
        receiver,
        contact,
        post,
        matter,
        subject,
        words,
        "",
        Report.Stage.MADE,
        letter.id(),
        letter.number(),
        desk.step(now, words),
        0);
  }

  private void keep(Instant now, Change<Report> change, @Nullable Matter matter) {
    Report r = change.after();
    register.insert(desk.county(), r);
    told(now, change, matter);
    BodyId receiver = r.receiver();
    if (receiver != null) {
      notify(now, r, receiver, change.event());
    }
  }

  private void told(Instant now, Change<Report> change, @Nullable Matter matter) {
    Report r = change.after();
    // a contact outside the county owes nothing here: the sender keeps asking
    BodyId receiver = r.receiver() == null ? r.sender() : r.receiver();
    Map<String, BodyId> roles = new LinkedHashMap<>(CommandPosts.roles(r.sender(), receiver));
    roles.put("holder", r.sender());
    if (matter == null) {
      desk.happened(now, r.reference(), false, change, Facts.NONE, roles, null);
    } else {
      desk.happened(now, matter, r.reference(), change, matter.facts(), roles, null);
    }
    if (r.receiver() != null) {
      correspondence.put(
          now,
          new Correspondence.Letter(
              "upward-report",
              r.reference(),
              r.matter(),
              r.subject(),
              r.sender(),
              List.of(r.receiver()),
              r.stage().key(),
              r.stage() == Report.Stage.MADE
                  ? Correspondence.State.OPEN
                  : Correspondence.State.CLOSED,
              r.letterNumber(),
              "/upward-reports/" + r.id(),
              false));
    }
  }

  private void notify(Instant now, Report r, BodyId to, String code) {
    desk.notify(
        now,
        to,
        Desk.WORKING,
        code,
        r.matter() == null ? null : desk.matter(r.matter()),
        "/upward-reports/" + r.id(),
        Map.of("title", r.subject(), "words", r.lastStep().note()));
  }

  /**
   * The one it went to; of an area report the chief, where the seat is filled; what a contact
   * outside said is entered by who reported.
   */
  private Permission mayAnswer(Report r, Instant now) {
    BodyId receiver = r.receiver();
    if (receiver == null) {
      return desk.mayActFor(r.sender()).and(r.mayAnswer());
    }
    Post area =
        posts.all(now).stream().filter(p -> p.id().equals(r.post())).findFirst().orElse(null);
    Permission who =
        area != null && posts.head(area) != null
            ? posts.mayCommand(area)
            : desk.mayActFor(receiver);
    return who.and(r.mayAnswer());
  }

  public void answer(UUID id, int version, String words) {
    Instant now = desk.now();
    Report r = get(id);
    if (r.version() != version) {
      throw OrderRegister.changedMeanwhile().exception();
    }
    mayAnswer(r, now).orThrow();
    Change<Report> change = r.answer(desk.step(now, Texts.required("answer", words, 5_000)));
    register.update(desk.county(), change.after());
    told(now, change, r.matter() == null ? null : desk.matter(r.matter()));
    notify(now, change.after(), r.sender(), change.event());
  }

  // ------------------------------------------------------------------ reading

  public record Page(
      Report report,
      @Nullable Contact contact,
      List<ObligationView> obligations,
      Map<String, Permission> acts) {}

  @Transactional
  public Page page(UUID id) {
    Instant now = desk.now();
    Report r = get(id);
    correspondence.look(now, r.reference());
    MatterId matter = r.matter();
    List<ObligationView> owed = obligations.on(matter, r.reference(), now);
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("answerReport", mayAnswer(r, now));
    return new Page(
        r,
        r.contact() == null ? null : register.contact(desk.county(), r.contact()).orElse(null),
        owed,
        acts);
  }

  @Transactional(readOnly = true)
  public List<Report> list(boolean county, @Nullable UUID before, int limit) {
    Actor actor = CurrentActor.get();
    return register.list(
        actor.county(),
        county && CommandPosts.seesAll() ? List.of() : bodies.deskOf(actor.body()),
        before,
        limit);
  }

  @Transactional(readOnly = true)
  public Letters.Rendered letter(UUID id, Letters.Format format) {
    return letters.render(get(id).letter(), format);
  }

  private Report get(UUID id) {
    return register
        .find(desk.county(), id)
        .filter(
            r ->
                CommandPosts.seesAll()
                    || desk.isAt(r.sender())
                    || (r.receiver() != null && desk.isAt(r.receiver())))
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "command.unknown-report",
                        "There is no such report, or it is not yours to see.")
                    .exception());
  }

  private BodyId ours() {
    return bodies.deskOf(CurrentActor.get().body()).getLast();
  }

  private static Permission refused(Refusal.Kind kind, String code, String message) {
    return Permission.refused(Refusal.of(kind, code, message));
  }
}
