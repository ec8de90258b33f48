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
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.organisation.Bodies;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;
import xiezhi.sharing.domain.Information;
import xiezhi.sharing.domain.InformationRegister;
import xiezhi.sharing.domain.SharingBook;
import xiezhi.sharing.domain.SharingBook.How;
import xiezhi.sharing.domain.SharingBook.Measure;
import xiezhi.sharing.domain.SharingBook.Use;
import xiezhi.sharing.domain.Suggestion;

/**
 * 强化结果运用、源头预防: suggestions to industry departments, how they used the penalties copied to them, and
 * what they do at the source.
 */
@Service
@Transactional
public class FeedBackToIndustry {
  private final Desk desk;
  private final SharingDesk own;
  private final SharingBook book;
  private final InformationRegister register;
  private final Bodies bodies;
  private final Letters letters;
  private final SharedLetters boxes;

  FeedBackToIndustry(
      Desk desk,
      SharingDesk own,
      SharingBook book,
      InformationRegister register,
      Bodies bodies,
      Letters letters,
      SharedLetters boxes) {
    this.desk = desk;
    this.own = own;
    this.book = book;
    this.register = register;
    this.bodies = bodies;
    this.letters = letters;
    this.boxes = boxes;
  }

  /**
   * @param information the copied figures it rests on; null if none
   */
  public UUID suggest(BodyId to, String field, String content, @Nullable UUID information) {
    Instant now = desk.now();
    BodyId suggester = own.ours();
    bodies.get(to);
    Desk.require(desk.mayActFor(suggester), notToOneself(suggester, to));
    String about = Texts.required("field", field, 60);
    String words = Texts.required("content", content, 10_000);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("to", desk.name(to));
    data.put("field", about);
    data.put("content", words);
    if (information != null) {
      data.put("basis", own.information(information).content().title());
    }
    data.put("contact", desk.step(now, "").by());
    Letters.Letter letter =
        letters.issue("management-suggestion", suggester, desk.today(now), data);
    Change<Suggestion> change =
        Suggestion.make(
            suggester,
            to,
            about,
            words,
            information,
            new Information.Letter(letter.id(), letter.number()),
            desk.step(now, ""));
    book.insert(desk.county(), change.after());
    happened(now, change);
    own.tell(
        now,
        Set.of(to),
        "management-suggestion.made",
        "/management-suggestions/" + change.after().id(),
        Map.of("field", about, "from", desk.name(suggester)));
    return change.after().id();
  }

  private static Permission notToOneself(BodyId from, BodyId to) {
    return from.equals(to)
        ? Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "sharing.suggestion-to-oneself",
                "A body does not send a management suggestion to itself."))
        : Permission.allowed();
  }

  public void answer(UUID id, int version, boolean adopted, String answer) {
    Instant now = desk.now();
    Suggestion s = suggestion(id, version);
    mayAnswer(s).orThrow();
    Change<Suggestion> change =
        s.answer(adopted, desk.step(now, Texts.required("answer", answer, 5_000)));
    write(now, change);
    own.tell(
        now,
        Set.of(s.suggester()),
        change.event(),
        "/management-suggestions/" + id,
        Map.of("field", s.field(), "from", desk.name(s.suggested())));
  }

  public void followUp(UUID id, int version, String outcome) {
    Instant now = desk.now();
    Suggestion s = suggestion(id, version);
    mayFollowUp(s).orThrow();
    write(now, s.followUp(desk.step(now, Texts.required("outcome", outcome, 5_000))));
  }

  private void write(Instant now, Change<Suggestion> change) {
    book.update(desk.county(), change.after());
    happened(now, change);
  }

  private void happened(Instant now, Change<Suggestion> change) {
    Suggestion s = change.after();
    boxes.put(now, s);
    own.happened(
        now,
        s.reference(),
        change,
        Facts.NONE.with("sender-kind", own.kind(s.suggester())),
        Map.of("suggester", s.suggester(), "suggested", s.suggested()));
  }

  private Suggestion suggestion(UUID id, int version) {
    Suggestion s = suggestion(id);
    SharingDesk.sameVersion(s.version(), version);
    return s;
  }

  @Transactional(readOnly = true)
  public Suggestion suggestion(UUID id) {
    Suggestion s =
        book.suggestion(desk.county(), id)
            .orElseThrow(() -> SharingDesk.unknown("sharing.unknown-suggestion", "suggestion"));
    if (!desk.isAt(s.suggester()) && !desk.isAt(s.suggested()) && !SharingDesk.seesAll()) {
      throw SharingDesk.unknown("sharing.unknown-suggestion", "suggestion");
    }
    return s;
  }

  @Transactional(readOnly = true)
  public Permission mayAnswer(Suggestion s) {
    return desk.mayActFor(s.suggested()).and(s.mayAnswer());
  }

  @Transactional(readOnly = true)
  public Permission mayFollowUp(Suggestion s) {
    return desk.mayActFor(s.suggested()).and(s.mayFollowUp());
  }

  // ------------------------------------------------------------------ what was done with it

  /** 管理评定、行业通报: how a receiver used what was copied to it. */
  public void use(UUID information, How how, String content) {
    Instant now = desk.now();
    Information i = own.information(information);
    mayUse(i).orThrow();
    Use use =
        new Use(
            information,
            own.ours(),
            how,
            Texts.required("content", content, 5_000),
            now,
            desk.step(now, "").by());
    book.insert(desk.county(), use, desk.step(now, "").account());
    own.happened(
        now,
        ShareInformation.receiptOf(i, use.body()),
        new Change<>(i, "information.used", Map.of("how", how.key(), "content", use.content())),
        own.facts(i),
        Map.of("publisher", i.publisher(), "holder", use.body()));
  }

  @Transactional(readOnly = true)
  public Permission mayUse(Information i) {
    boolean given =
        register.deliveriesTo(desk.county(), own.seats(), List.of(i.id())).stream()
            .anyMatch(d -> d.receiver().equals(own.ours()));
    return i.mayBeAnswered()
        .and(desk.mayActFor(own.ours()))
        .and(
            given
                ? Permission.allowed()
                : Permission.refused(
                    Refusal.of(
                        Refusal.Kind.FORBIDDEN,
                        "sharing.not-a-receiver",
                        "Only a body it was given to says how it used it.")));
  }

  /**
   * A measure at the source; only of a department that the county's rules charge with the field.
   */
  public UUID measure(String field, String content, LocalDate from) {
    Instant now = desk.now();
    BodyId department = own.ours();
    String about = Texts.required("field", field, 60);
    Desk.require(desk.mayActFor(department), isCharged(now, department, about));
    Measure measure =
        new Measure(
            Ids.next(),
            department,
            about,
            Texts.required("content", content, 5_000),
            from,
            now,
            desk.step(now, "").by());
    book.insert(desk.county(), measure, desk.step(now, "").account());
    own.happened(
        now,
        "measure:" + measure.id(),
        new Change<>(
            measure, "prevention.recorded", Map.of("field", about, "content", measure.content())),
        Facts.NONE,
        Map.of("department", department));
    return measure.id();
  }

  /** Where the county names industry departments and their fields, only they; elsewhere any. */
  @Transactional(readOnly = true)
  public Permission isCharged(Instant now, BodyId department, String field) {
    List<Rule> rules = desk.mechanism(now).governing("industry_departments", Facts.NONE);
    for (Rule rule : rules) {
      if (rule.value() instanceof RuleValue.Table(var fields)) {
        String mine = fields.get(desk.name(department));
        if (mine == null || !List.of(mine.split("[、,，]", -1)).contains(field)) {
          return Permission.refused(
              new Refusal(
                  Refusal.Kind.RULE,
                  "sharing.not-your-field",
                  "Measures at the source in this field are recorded by the department charged with"
                      + " it; "
                      + desk.name(department)
                      + " has "
                      + (mine == null ? "none" : mine)
                      + ".",
                  Map.of("field", field, "fields", mine == null ? "" : mine),
                  List.of(rule.ground())));
        }
      }
    }
    return Permission.allowed();
  }
}
