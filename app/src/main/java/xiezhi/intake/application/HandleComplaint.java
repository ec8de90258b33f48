package xiezhi.intake.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Attachments;
import xiezhi.flow.Desk;
import xiezhi.intake.domain.Complaint;
import xiezhi.intake.domain.Complaint.Result;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.obligation.Obligations;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/**
 * 立案、合并、关联、指导: the plain record of a case, and what reports of one thing have to do with each
 * other.
 */
@Service
@Transactional
public class HandleComplaint {
  private final Desk desk;
  private final ComplaintDesk complaintDesk;
  private final ComplaintRegister complaints;
  private final VerifyComplaint verifying;
  private final Matters matters;
  private final Obligations obligations;
  private final Attachments attachments;

  HandleComplaint(
      Desk desk,
      ComplaintDesk complaintDesk,
      ComplaintRegister complaints,
      VerifyComplaint verifying,
      Matters matters,
      Obligations obligations,
      Attachments attachments) {
    this.desk = desk;
    this.complaintDesk = complaintDesk;
    this.complaints = complaints;
    this.verifying = verifying;
    this.matters = matters;
    this.obligations = obligations;
    this.attachments = attachments;
  }

  // ------------------------------------------------------------------ the case

  public Permission mayOpenCase(Complaint c) {
    return desk.mayActFor(c.answerable()).and(c.mayOpenCase());
  }

  public void openCase(UUID id, int version, String note) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id, version);
    Matter matter = desk.matter(c.matter());
    mayOpenCase(c).orThrow();
    complaintDesk.mechanism(now).gates("case.file", complaintDesk.facts(c, matter)).orThrow();
    String number = matter.number() + "-案";
    complaintDesk.apply(
        now, matter, c.openCase(Ids.next(), number, now), Texts.optional("note", note, 2_000));
  }

  public Permission mayWorkOnCase(Complaint c) {
    return desk.mayActFor(c.answerable()).and(c.mayWorkOnCase());
  }

  /**
   * Closing the case ends the matter as soon as the complainant has his reply: what speaks against
   * that speaks against closing the case, such as a suspected crime that the police have not
   * answered (不得以罚代刑).
   */
  public Permission mayCloseCase(Complaint c, Matter matter, Instant now) {
    return mayWorkOnCase(c).and(matters.mayClose(matter, now));
  }

  /** The steps this county names (立案、调查、决定、送达), without the first, which is opening the case. */
  public List<String> stepsToCome(Complaint c, Matter matter, Instant now) {
    List<String> named = steps(c, matter, now).map(r -> r.value().names()).orElse(List.of());
    int done = 1 + (c.caseFile() == null ? 0 : c.caseFile().steps().size());
    return done >= named.size() ? List.of() : named.subList(done, named.size());
  }

  private java.util.Optional<Rule> steps(Complaint c, Matter matter, Instant now) {
    return complaintDesk
        .mechanism(now)
        .governing("case_steps", complaintDesk.facts(c, matter))
        .stream()
        .findFirst();
  }

  /** One step of the case; a step cannot be skipped. */
  public void stepCase(UUID id, int version, String step, String note, List<UUID> files) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id, version);
    Matter matter = desk.matter(c.matter());
    mayWorkOnCase(c).orThrow();
    List<String> next = stepsToCome(c, matter, now);
    String typed = Texts.required("step", step, 100);
    if (!next.isEmpty() && !next.getFirst().equals(typed)) {
      throw order(
              c, matter, now, "The next step is " + next.getFirst() + ", not " + typed + ".", next)
          .exception();
    }
    mayTake(typed, c, matter, now).orThrow();
    attachments.attach(matter.id(), files);
    complaintDesk.apply(now, matter, c.stepCase(typed, note), Texts.required("note", note, 5_000));
  }

  /** The step that this county calls the decision has gates of its own (报告片长、法制审核). */
  private Permission mayTake(String step, Complaint c, Matter matter, Instant now) {
    Mechanism mechanism = complaintDesk.mechanism(now);
    return step.equals(mechanism.term("decision-step", "zh"))
        ? mechanism.gates("case.decide", complaintDesk.facts(c, matter))
        : Permission.allowed();
  }

  private Refusal order(
      Complaint c, Matter matter, Instant now, String message, List<String> next) {
    return new Refusal(
        Refusal.Kind.RULE,
        "mechanism.case_steps",
        message,
        Map.of("next", next),
        steps(c, matter, now).map(r -> List.of(r.ground())).orElse(List.of()));
  }

  /** 结案: with it the complaint is concluded, and whoever the county's rule names must reply. */
  public void closeCase(UUID id, int version, String result) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id, version);
    Matter matter = desk.matter(c.matter());
    mayCloseCase(c, matter, now).orThrow();
    String words = Texts.required("result", result, 5_000);
    List<String> missing = stepsToCome(c, matter, now);
    if (!missing.isEmpty()) {
      throw order(
              c,
              matter,
              now,
              "Before closing the case comes: " + String.join(", ", missing) + ".",
              missing)
          .exception();
    }
    Complaint closed = complaintDesk.apply(now, matter, c.closeCase(words, now), words);
    BodyId replier = complaintDesk.replier(closed, matter, closed.answerable(), now).body();
    complaintDesk.apply(
        now, matter, closed.conclude(new Result(now, closed.answerable(), words), replier), words);
  }

  // ------------------------------------------------------------------ reports of one thing

  public Permission mayMerge(Complaint c) {
    return desk.mayActFor(c.answerable()).and(c.mayMerge());
  }

  /**
   * 合并: handled with the other; its own matter ends, its complainant is kept and gets a reply of
   * their own.
   */
  public void merge(UUID id, int version, UUID into) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id, version);
    Complaint leader = complaintDesk.get(into);
    Matter matter = desk.matter(c.matter());
    mayMerge(c).orThrow();
    Change<Complaint> change = c.merge(leader);
    Matter leading = desk.matter(leader.matter());
    matters.open(leader.matter(), List.of(c.firstReceiver()), now);
    matters.open(matter.id(), List.of(leader.answerable()), now);
    complaintDesk.apply(now, matter, change, leading.number());
    obligations.release(now, matter.id(), c.reference(), "merged into " + leading.number());
    obligations.release(now, matter.id(), matter.reference(), "merged into " + leading.number());
    matters.apply(matter.close("并入 " + leading.number(), now));
    complaints.link(desk.county(), id, into, now, CurrentActor.get().name());
  }

  /** 关联: related, each goes its own way. */
  public void link(UUID id, UUID to) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id);
    Complaint other = complaintDesk.get(to);
    desk.mayActFor(c.answerable()).orThrow();
    if (c.id().equals(other.id())) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "complaint.linked-to-itself",
              "A complaint is not related to itself.")
          .exception();
    }
    complaints.link(desk.county(), id, to, now, CurrentActor.get().name());
    complaintDesk.tell(
        now, desk.matter(c.matter()), c, "complaint.linked", Map.of("to", to.toString()), "");
  }

  /** 指导: what the department that referred it says on how to handle it; kept with the case. */
  public void guide(UUID id, String text) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id);
    Matter matter = desk.matter(c.matter());
    String words = Texts.required("text", text, 5_000);
    verifying.mayGuide(c, matter, now).orThrow();
    var actor = CurrentActor.get();
    complaints.guide(
        desk.county(), id, new ComplaintRegister.Guidance(now, actor.body(), actor.name(), words));
    complaintDesk.tell(now, matter, c, "complaint.guided", Map.of("text", words), words);
    complaintDesk.notify(
        now, c.answerable(), "complaint.guided", matter, c, Map.of("words", words));
  }
}
