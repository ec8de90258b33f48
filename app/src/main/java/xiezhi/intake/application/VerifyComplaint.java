package xiezhi.intake.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Attachments;
import xiezhi.flow.Desk;
import xiezhi.intake.domain.Complaint;
import xiezhi.intake.domain.Complaint.Result;
import xiezhi.intake.domain.Finding;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 受理、初步核实、告知他方: what the answerable body does until it is clear who handles it. */
@Service
@Transactional
public class VerifyComplaint {
  private final Desk desk;
  private final ComplaintDesk complaintDesk;
  private final WorkOnLead leads;
  private final Matters matters;
  private final Bodies bodies;
  private final Attachments attachments;

  VerifyComplaint(
      Desk desk,
      ComplaintDesk complaintDesk,
      WorkOnLead leads,
      Matters matters,
      Bodies bodies,
      Attachments attachments) {
    this.desk = desk;
    this.complaintDesk = complaintDesk;
    this.leads = leads;
    this.matters = matters;
    this.bodies = bodies;
    this.attachments = attachments;
  }

  // ------------------------------------------------------------------ accepting

  public Permission mayAccept(Complaint c) {
    return desk.mayActFor(c.accepter()).and(c.mayAccept());
  }

  /** 受理. Of one that was referred, the matter comes with it, and with it everything in the file. */
  public void accept(UUID id, int version) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id, version);
    Matter matter = desk.matter(c.matter());
    mayAccept(c).orThrow();
    BodyId before = matter.holder();
    Complaint after = complaintDesk.apply(now, matter, c.accept(), "");
    if (!before.equals(after.answerable())) {
      matters.apply(matter.handTo(after.answerable()));
    }
    if (c.referrer() != null) {
      complaintDesk.notify(
          now,
          c.referrer(),
          "complaint.accepted",
          matter,
          after,
          Map.of("at", desk.name(after.answerable())));
    }
  }

  // ------------------------------------------------------------------ verifying

  public Permission mayVerify(Complaint c) {
    return desk.mayActFor(c.answerable()).and(c.mayVerify());
  }

  /** Whether that may be found: what the county asks for with it, and whether one is competent. */
  public Permission mayVerify(Complaint c, Matter matter, Finding finding, Instant now) {
    Permission first = desk.mayActFor(c.answerable()).and(c.mayVerify(finding));
    if (!first.isAllowed()) {
      return first;
    }
    Facts facts = complaintDesk.facts(c, matter).with("finding", finding.key());
    Permission gates = complaintDesk.mechanism(now).gates("complaint.verify", facts);
    return finding == Finding.VIOLATION ? gates.and(leads.mayJudgeOurs(matter)) : gates;
  }

  /**
   * 初步核实.
   *
   * @param competent whose it is thought to be, if it is not ours; null while that is open
   */
  public void verify(
      UUID id, int version, Finding finding, String note, @Nullable BodyId competent) {
    verify(id, version, finding, note, competent, List.of());
  }

  /**
   * @param files what was put in writing, for the file: some counties ask for it before it goes to
   *     another body
   */
  public void verify(
      UUID id,
      int version,
      Finding finding,
      String note,
      @Nullable BodyId competent,
      List<UUID> files) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id, version);
    Matter matter = desk.matter(c.matter());
    String words = Texts.required("note", note, 5_000);
    attachments.attach(matter.id(), files);
    mayVerify(c, matter, finding, now).orThrow();
    Complaint after = complaintDesk.apply(now, matter, c.verify(finding, words), words);
    switch (finding) {
      case VIOLATION -> leads.judgeForComplaint(matter, true, words, null, now);
      case NO_VIOLATION -> conclude(after, matter, words, now);
      case NOT_OURS -> {
        complaintDesk.tell(
            now,
            matter,
            after,
            "complaint.judged-other",
            Map.of("competent", competent == null ? "" : competent.value()),
            words);
        if (!goesByReferral(after, competent)) {
          leads.judgeForComplaint(matter, false, words, competent, now);
        }
      }
    }
  }

  /**
   * A department that was told of what a township is to handle tells the complainant and the
   * township; anything else goes as a transfer.
   */
  private boolean goesByReferral(Complaint c, @Nullable BodyId competent) {
    return competent != null
        && bodies.legalBodyOf(c.answerable()).kind() == BodyKind.DEPARTMENT
        && bodies.legalBodyOf(competent).kind() == BodyKind.TOWNSHIP;
  }

  private void conclude(Complaint c, Matter matter, String words, Instant now) {
    BodyId replier = complaintDesk.replier(c, matter, c.answerable(), now).body();
    complaintDesk.apply(
        now, matter, c.conclude(new Result(now, c.answerable(), words), replier), words);
  }

  // ------------------------------------------------------------------ referring

  public Permission mayRefer(Complaint c) {
    return desk.mayActFor(c.answerable()).and(c.mayRefer());
  }

  /**
   * What is said and handed over in the one step of a referral.
   *
   * @param toldHow how the complainant was told whom to turn to; empty if they were not
   * @param materialHandedOver whether their written material went along
   * @param tellTownship whether the township is told with it; where the county asks for both at
   *     once (同时), one alone is refused
   */
  public record Telling(
      String toldHow, String note, boolean materialHandedOver, boolean tellTownship) {}

  /**
   * 告知: the complainant learns who is competent, and the township is told in the same step (同时).
   */
  public void refer(UUID id, int version, BodyId to, Telling telling) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id, version);
    Matter matter = desk.matter(c.matter());
    mayRefer(c).and(mayGo(c, to)).orThrow();
    String how = Texts.optional("told", telling.toldHow(), 500);
    String note = Texts.optional("note", telling.note(), 2_000);
    boolean material = telling.materialHandedOver() && complaintDesk.materialHeld(matter);
    complaintDesk
        .mechanism(now)
        .gates(
            "complaint.refer",
            complaintDesk.facts(c, matter, said(c, how, material, telling.tellTownship())))
        .orThrow();
    if (telling.tellTownship()) {
      matters.open(matter.id(), List.of(to, bodies.legalBodyOf(to).id()), now);
    }
    if (!how.isEmpty()) {
      complaintDesk.tell(now, matter, c, "complaint.complainant-told", Map.of("how", how), how);
    }
    if (material) {
      complaintDesk.tell(
          now, matter, c, "complaint.material-handed-over", Map.of("to", to.value()), "");
    }
    if (!telling.tellTownship()) {
      return;
    }
    Complaint after = complaintDesk.apply(now, matter, c.refer(to, note), note);
    complaintDesk.notify(
        now, to, "complaint.referred", matter, after, Map.of("from", desk.name(c.answerable())));
  }

  private static List<String> said(Complaint c, String how, boolean material, boolean township) {
    List<String> said = new ArrayList<>();
    if (c.registered()) {
      said.add("complaint.registered");
    }
    if (!how.isEmpty()) {
      said.add("complaint.complainant-told");
    }
    if (township) {
      said.add("complaint.township-told");
    }
    if (material) {
      said.add("complaint.material-handed-over");
    }
    return said;
  }

  private Permission mayGo(Complaint c, BodyId to) {
    boolean other = !bodies.get(to).id().equals(c.answerable());
    boolean township = bodies.legalBodyOf(to).kind() == BodyKind.TOWNSHIP;
    boolean department = bodies.legalBodyOf(c.answerable()).kind() == BodyKind.DEPARTMENT;
    return other && township && department
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "complaint.not-by-referral",
                "A department refers a complaint to a township; from "
                    + desk.name(c.answerable())
                    + " to "
                    + desk.name(to)
                    + " it goes as a transfer of the matter.",
                Map.of("from", desk.name(c.answerable()), "to", desk.name(to))));
  }

  // ------------------------------------------------------------------ guiding

  /** 指导: who guides, as the county's rule says. */
  public Permission mayGuide(Complaint c, Matter matter, Instant now) {
    List<BodyId> guides =
        complaintDesk.named(
            "complaint.guide",
            complaintDesk.facts(c, matter),
            matter.place().division(),
            complaintDesk.roles(c, matter),
            now);
    return guides.stream().anyMatch(desk::isAt)
            && CurrentActor.get().roles().stream().anyMatch(Desk.WORKING::contains)
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "complaint.not-the-guide",
                guides.isEmpty()
                    ? "No rule here names who guides the handling."
                    : "Guidance is given by "
                        + String.join(", ", guides.stream().map(desk::name).toList())
                        + "."));
  }
}
