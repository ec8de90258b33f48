package xiezhi.sharing.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Facts;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Permission;
import xiezhi.shared.Texts;
import xiezhi.sharing.domain.Category;
import xiezhi.sharing.domain.Information;
import xiezhi.sharing.domain.RulesDraft;
import xiezhi.sharing.domain.SharingBook;

/**
 * 事先征询: who enforces is asked before rules are revised. What is issued becomes a changed basis that
 * is to be told, without being typed again.
 */
@Service
@Transactional
public class ConsultOnRules {
  private final Desk desk;
  private final SharingDesk own;
  private final SharingBook book;
  private final ShareInformation share;
  private final Obligations obligations;
  private final Bodies bodies;
  private final Letters letters;
  private final SharedLetters boxes;

  ConsultOnRules(
      Desk desk,
      SharingDesk own,
      SharingBook book,
      ShareInformation share,
      Obligations obligations,
      Bodies bodies,
      Letters letters,
      SharedLetters boxes) {
    this.desk = desk;
    this.own = own;
    this.book = book;
    this.share = share;
    this.obligations = obligations;
    this.bodies = bodies;
    this.letters = letters;
    this.boxes = boxes;
  }

  public UUID draft(String title, String text, List<String> items) {
    Instant now = desk.now();
    BodyId drafter = own.ours();
    desk.mayActFor(drafter).orThrow();
    Change<RulesDraft> change =
        RulesDraft.draft(
            drafter,
            Texts.required("title", title, 200),
            Texts.required("content", text, 50_000),
            own.items(now, items),
            desk.step(now, ""));
    book.insert(desk.county(), change.after());
    happened(now, change);
    return change.after().id();
  }

  public void consult(UUID id, int version, BodyId whom) {
    Instant now = desk.now();
    RulesDraft d = draft(id, version);
    bodies.get(whom);
    Desk.require(
        mayConsult(d),
        desk.mustBe(desk.mechanism(now), "rules.consulted", facts(d), null, Map.of(), whom));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("to", desk.name(whom));
    data.put("title", d.title());
    data.put("content", d.text());
    data.put("itemCodes", String.join("、", d.items()));
    data.put("contact", desk.step(now, "").by());
    Letters.Letter letter = letters.issue("rules-consultation", d.drafter(), desk.today(now), data);
    Change<RulesDraft> change =
        d.consult(
            whom, new Information.Letter(letter.id(), letter.number()), desk.step(now, d.title()));
    book.update(desk.county(), change.after());
    happened(now, change);
    own.tell(
        now,
        Set.of(whom),
        "rules.consultation-asked",
        "/rules-drafts/" + id,
        Map.of("title", d.title(), "from", desk.name(d.drafter())));
  }

  public void opine(UUID id, int version, String opinion) {
    Instant now = desk.now();
    RulesDraft d = draft(id, version);
    mayOpine(d).orThrow();
    Change<RulesDraft> change = d.opine(desk.step(now, Texts.required("opinion", opinion, 10_000)));
    book.update(desk.county(), change.after());
    happened(now, change);
    own.tell(
        now,
        Set.of(d.drafter()),
        "rules.consulted",
        "/rules-drafts/" + id,
        Map.of("title", d.title(), "from", desk.name(own.ours())));
  }

  /**
   * Issued: the changed basis is formed with it, and the clock for telling its holders runs.
   *
   * @return the item of information that tells the change; null where the county's rules know no
   *     category for it or nobody enforces what it touches
   */
  public @Nullable UUID issue(UUID id, int version, String number, LocalDate effectiveOn) {
    Instant now = desk.now();
    RulesDraft d = draft(id, version);
    mayIssue(now, d).orThrow();
    Change<RulesDraft> change =
        d.issue(Texts.required("number", number, 100), effectiveOn, desk.step(now, ""));
    book.update(desk.county(), change.after());
    happened(now, change);
    Category category =
        Audience.categories(desk.mechanism(now)).stream()
            .filter(c -> c.act() == Category.Act.BASIS_CHANGE)
            .filter(c -> c.isSharedBy(own.kind(d.drafter())))
            .findFirst()
            .orElse(null);
    if (category == null || d.items().isEmpty()) {
      return null;
    }
    return share
        .form(
            now,
            Information.form(
                category,
                d.drafter(),
                new Information.Content(
                    d.title() + "（" + number + "）",
                    d.text(),
                    "",
                    "",
                    "",
                    d.items(),
                    List.of(),
                    new Information.Basis(
                        Information.ChangeKind.BASIS, effectiveOn, d.id(), "公文抄送")),
                null,
                "",
                now,
                desk.step(now, "")))
        .id();
  }

  public void drop(UUID id, int version, String reason) {
    Instant now = desk.now();
    RulesDraft d = draft(id, version);
    desk.mayActFor(d.drafter()).and(d.mayDrop()).orThrow();
    Change<RulesDraft> change = d.drop(desk.step(now, Texts.required("reason", reason, 2_000)));
    book.update(desk.county(), change.after());
    happened(now, change);
  }

  private void happened(Instant now, Change<RulesDraft> change) {
    RulesDraft d = change.after();
    boxes.put(now, d);
    Map<String, BodyId> roles = new LinkedHashMap<>();
    roles.put("drafter", d.drafter());
    roles.put("department", d.drafter());
    if (d.consultation() != null) {
      roles.put("consulted", d.consultation().consulted());
    }
    own.happened(now, d.reference(), change, facts(d), roles);
  }

  private RulesDraft draft(UUID id, int version) {
    RulesDraft d = draft(id);
    SharingDesk.sameVersion(d.version(), version);
    return d;
  }

  /** Its drafter's desk, the consulted body's, and who coordinates. */
  @Transactional(readOnly = true)
  public RulesDraft draft(UUID id) {
    RulesDraft d =
        book.draft(desk.county(), id)
            .orElseThrow(() -> SharingDesk.unknown("sharing.unknown-draft", "draft of rules"));
    boolean asked = d.consultation() != null && desk.isAt(d.consultation().consulted());
    if (!desk.isAt(d.drafter()) && !asked && !SharingDesk.seesAll()) {
      throw SharingDesk.unknown("sharing.unknown-draft", "draft of rules");
    }
    return d;
  }

  private Facts facts(RulesDraft d) {
    return Facts.NONE
        .with("sender-kind", own.kind(d.drafter()))
        .with("events", List.copyOf(obligations.eventsOf(d.reference())));
  }

  @Transactional(readOnly = true)
  public Permission mayConsult(RulesDraft d) {
    return desk.mayActFor(d.drafter()).and(d.mayConsult());
  }

  @Transactional(readOnly = true)
  public Permission mayOpine(RulesDraft d) {
    Permission stage = d.mayOpine();
    return d.consultation() == null
        ? stage
        : desk.mayActFor(d.consultation().consulted()).and(stage);
  }

  /** The county's rules may ask for the opinion first. */
  @Transactional(readOnly = true)
  public Permission mayIssue(Instant now, RulesDraft d) {
    return desk.mayActFor(d.drafter())
        .and(d.mayIssue())
        .and(desk.mechanism(now).gates("rules.issue", facts(d)));
  }

  /**
   * What stands against a changed basis that is not law: the consultation that the county's rules
   * ask for before it. Shown, not refused: the basis is in force whatever is thought of it.
   */
  @Transactional(readOnly = true)
  public Permission wasConsulted(Instant now, Information i) {
    Information.Basis basis = i.content().basis();
    if (basis == null || basis.kind() == Information.ChangeKind.LAW) {
      return Permission.allowed();
    }
    Set<String> events =
        basis.draft() == null ? Set.of() : obligations.eventsOf("rules:" + basis.draft());
    return desk.mechanism(now)
        .gates(
            "rules.issue",
            Facts.NONE
                .with("sender-kind", own.kind(i.publisher()))
                .with("events", List.copyOf(events)));
  }
}
