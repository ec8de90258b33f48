package xiezhi.referral.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Letters;
import xiezhi.flow.Called;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.referral.domain.DisciplineLead;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;

/**
 * 问题线索移送: on a path that ordinary roles do not see. No coordinator, no list of the county, no
 * export and no search comes upon it; in the record it is a seal.
 */
@Service
@Transactional
public class PursueDiscipline {
  private final Desk desk;
  private final Called called;
  private final DisciplineLead.Register leads;
  private final Bodies bodies;
  private final Letters letters;
  private final Obligations obligations;

  PursueDiscipline(
      Desk desk,
      Called called,
      DisciplineLead.Register leads,
      Bodies bodies,
      Letters letters,
      Obligations obligations) {
    this.desk = desk;
    this.called = called;
    this.leads = leads;
    this.bodies = bodies;
    this.letters = letters;
    this.obligations = obligations;
  }

  public UUID note(
      BodyId concerned,
      DisciplineLead.Kind kind,
      String about,
      String words,
      List<String> materials) {
    Instant now = desk.now();
    Actor actor = CurrentActor.get();
    maySupervise(actor.body()).orThrow();
    Change<DisciplineLead> change =
        DisciplineLead.note(
            actor.body(),
            bodies.get(concerned).id(),
            kind,
            Texts.required("about", about, 200),
            Texts.required("words", words, 10_000),
            materials.stream().map(m -> Texts.required("materials", m, 200)).toList(),
            desk.step(now, ""));
    leads.insert(desk.county(), change.after());
    told(now, change);
    return change.after().id();
  }

  /** With what goes along; to whom the county's word names. */
  public void send(UUID id, int version) {
    Instant now = desk.now();
    DisciplineLead lead = get(id, version);
    maySend(lead).orThrow();
    Mechanism mechanism = desk.mechanism(now);
    String term = lead.kind().receiver();
    BodyId receiver = called.body(mechanism, term).map(Body::id).orElse(null);
    if (lead.concerned().equals(receiver)) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "discipline.receiver-concerned",
              "It is about the receiver itself; choose the other organ.")
          .exception();
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("to", mechanism.term(term, "zh"));
    data.put("content", lead.content().about() + "：" + lead.content().words());
    data.put("materials", lead.content().materials().stream().map(m -> Map.of("name", m)).toList());
    data.put("contact", CurrentActor.get().name());
    Letters.Letter letter =
        letters.issue(
            "discipline-transfer", bodies.legalBodyOf(lead.finder()).id(), desk.today(now), data);
    DisciplineLead sent =
        apply(
            now,
            lead.send(
                receiver,
                new DisciplineLead.Letter(letter.id(), letter.number()),
                desk.step(now, "")));
    if (receiver != null) {
      desk.notify(
          now, receiver, Desk.WORKING, "case.discipline-transferred", null, link(sent), Map.of());
    }
  }

  private static String link(DisciplineLead lead) {
    return "/discipline-leads/" + lead.id();
  }

  /**
   * @param receipt who signed, or the number of the slip where they did on paper
   */
  public void receive(UUID id, int version, String receipt) {
    Instant now = desk.now();
    DisciplineLead lead = get(id, version);
    mayReply(lead).and(lead.mayReceive()).orThrow();
    apply(now, lead.receive(Texts.required("receipt", receipt, 200), desk.step(now, "")));
    tellFinder(now, lead, "case.discipline-received");
  }

  public void answer(UUID id, int version, String answer) {
    Instant now = desk.now();
    DisciplineLead lead = get(id, version);
    mayReply(lead).and(lead.mayAnswer()).orThrow();
    apply(now, lead.answer(desk.step(now, Texts.required("answer", answer, 5_000))));
    tellFinder(now, lead, "case.discipline-answered");
  }

  /** Nothing in it after all; the reason is kept under the same seal. */
  public void drop(UUID id, int version, String reason) {
    Instant now = desk.now();
    DisciplineLead lead = get(id, version);
    maySupervise(lead.finder()).and(lead.mayDrop()).orThrow();
    DisciplineLead after =
        apply(now, lead.drop(desk.step(now, Texts.required("reason", reason, 2_000))));
    obligations.release(now, after.reference(), "case.discipline-dropped");
  }

  private void tellFinder(Instant now, DisciplineLead lead, String code) {
    desk.notify(now, lead.finder(), Set.of(Role.SUPERVISOR), code, null, link(lead), Map.of());
  }

  private Permission maySend(DisciplineLead lead) {
    return maySupervise(lead.finder()).and(lead.maySend());
  }

  /** The receiver; or the supervisor, from a slip, where the directory has no such body. */
  private Permission mayReply(DisciplineLead lead) {
    BodyId receiver = lead.receiver();
    return receiver == null ? maySupervise(lead.finder()) : desk.mayActFor(receiver);
  }

  private static Permission maySupervise(BodyId finder) {
    Actor actor = CurrentActor.get();
    return actor.has(Role.SUPERVISOR) && actor.body().equals(finder)
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "discipline.supervisors-only",
                "Only whoever supervises pursues such a lead."));
  }

  private DisciplineLead apply(Instant now, Change<DisciplineLead> change) {
    leads.update(desk.county(), change.after());
    told(now, change);
    return change.after();
  }

  private void told(Instant now, Change<DisciplineLead> change) {
    DisciplineLead lead = change.after();
    Map<String, BodyId> roles = new LinkedHashMap<>();
    roles.put("supervisor", lead.finder());
    BodyId receiver = lead.receiver();
    if (receiver != null) {
      roles.put("receiver", receiver);
    }
    desk.happened(now, lead.reference(), true, change, Facts.NONE, roles, null);
  }

  private boolean maySee(DisciplineLead lead) {
    Actor actor = CurrentActor.get();
    if (bodies.deskOf(actor.body()).contains(lead.concerned())) {
      return false;
    }
    BodyId receiver = lead.receiver();
    return maySupervise(lead.finder()).isAllowed()
        || (receiver != null && desk.mayActFor(receiver).isAllowed());
  }

  private DisciplineLead get(UUID id, int version) {
    DisciplineLead lead = get(id);
    if (lead.version() != version) {
      throw Refusal.of(
              Refusal.Kind.CONFLICT,
              "discipline.changed-meanwhile",
              "Somebody else changed this meanwhile; look again.")
          .exception();
    }
    return lead;
  }

  private DisciplineLead get(UUID id) {
    return leads
        .find(desk.county(), id)
        .filter(this::maySee)
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "discipline.unknown",
                        "There is no such lead, or it is not yours to see.")
                    .exception());
  }

  /** One lead with what may be done. */
  public record Page(
      DisciplineLead lead, List<ObligationView> obligations, Map<String, Permission> acts) {}

  @Transactional(readOnly = true)
  public Page page(UUID id) {
    DisciplineLead lead = get(id);
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("sendDisciplineLead", maySend(lead));
    acts.put("receiveDisciplineLead", mayReply(lead).and(lead.mayReceive()));
    acts.put("answerDisciplineLead", mayReply(lead).and(lead.mayAnswer()));
    acts.put("dropDisciplineLead", maySupervise(lead.finder()).and(lead.mayDrop()));
    return new Page(lead, obligations.of(lead.reference(), desk.now()), acts);
  }

  @Transactional(readOnly = true)
  public Letters.Rendered letter(UUID id, Letters.Format format) {
    DisciplineLead.Letter letter = get(id).letter();
    if (letter == null) {
      throw Refusal.of(Refusal.Kind.UNKNOWN, "letter.unknown", "It has not been sent yet.")
          .exception();
    }
    return letters.render(letter.id(), format);
  }

  @Transactional(readOnly = true)
  public List<DisciplineLead> list(@Nullable UUID before, int limit) {
    Actor actor = CurrentActor.get();
    BodyId finder = actor.has(Role.SUPERVISOR) ? actor.body() : null;
    return leads.list(actor.county(), finder, bodies.deskOf(actor.body()), before, limit).stream()
        .filter(this::maySee)
        .toList();
  }
}
