package xiezhi.assistance.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.assistance.domain.Assistance;
import xiezhi.assistance.domain.Assistance.Request;
import xiezhi.assistance.domain.AssistanceRegister;
import xiezhi.assistance.domain.ListEntry;
import xiezhi.document.Attachments;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;

/** 函告: prepared, signed and sent; withdrawn; reported when it is met with silence. */
@Service
@Transactional
public class RequestAssistance {
  private final Desk desk;
  private final AssistanceDesk files;
  private final AssistanceActs acts;
  private final AssistanceRegister register;
  private final Matters matters;
  private final Bodies bodies;
  private final Attachments attachments;
  private final Obligations obligations;

  RequestAssistance(
      Desk desk,
      AssistanceDesk files,
      AssistanceActs acts,
      AssistanceRegister register,
      Matters matters,
      Bodies bodies,
      Attachments attachments,
      Obligations obligations) {
    this.desk = desk;
    this.files = files;
    this.acts = acts;
    this.register = register;
    this.matters = matters;
    this.bodies = bodies;
    this.attachments = attachments;
    this.obligations = obligations;
  }

  /**
   * @param id the matter it is needed for; null for guidance or support that belongs to none
   */
  public Assistance prepare(@Nullable MatterId id, BodyId requested, Request draft) {
    Instant now = desk.now();
    Matter matter = id == null ? null : desk.matter(id);
    BodyId asking = matter == null ? CurrentActor.get().body() : matter.holder();
    desk.mayActFor(asking).and(mayNeed(matter)).orThrow();
    Change<Assistance> change =
        Assistance.prepare(
            id,
            bodies.legalBodyOf(asking).id(),
            bodies.get(requested).id(),
            asking,
            checked(draft, requested, id),
            desk.step(now, ""));
    Assistance a = change.after();
    acts.mayAsk(a, now).orThrow();
    register.insert(desk.county(), a);
    files.happened(now, change);
    if (a.request().form() == Assistance.Form.LETTER) {
      desk.notify(
          now,
          a.requester(),
          Set.of(Role.SIGNER),
          "assistance.to-sign",
          matter,
          AssistanceDesk.link(a),
          Map.of("to", desk.name(a.requested()), "item", a.request().item()));
    }
    return a;
  }

  private static Permission mayNeed(@Nullable Matter matter) {
    return matter == null || matter.isOpen()
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(Refusal.Kind.CONFLICT, "matter.closed", "The matter is closed."));
  }

  public void amend(UUID id, int version, BodyId requested, Request draft) {
    Instant now = desk.now();
    Assistance a = files.get(id, version);
    acts.mayAmend(a).orThrow();
    Change<Assistance> change =
        a.amend(
            bodies.get(requested).id(), checked(draft, requested, a.matter()), desk.step(now, ""));
    acts.mayAsk(change.after(), now).orThrow();
    files.apply(now, change);
  }

  private Request checked(Request r, BodyId requested, @Nullable MatterId matter) {
    if (r.entry() != null) {
      ListEntry entry =
          register
              .entry(desk.county(), r.entry())
              .filter(e -> e.department().equals(requested) && e.endedAt() == null)
              .orElseThrow(
                  () ->
                      Refusal.of(
                              Refusal.Kind.RULE,
                              "assistance.not-on-its-list",
                              desk.name(requested) + " has no such entry on its list now.",
                              Map.of("body", desk.name(requested)))
                          .exception());
      if (entry.content().isBlank()) {
        throw new IllegalStateException("an entry without content was listed: " + entry.id());
      }
    }
    if (!r.files().isEmpty()) {
      if (matter == null) {
        throw Refusal.of(
                Refusal.Kind.RULE,
                "assistance.files-need-a-matter",
                "Files hang on a matter; name the matter this request is for.")
            .exception();
      }
      attachments.attach(matter, r.files());
    }
    return new Request(
        r.kind(),
        r.form(),
        Texts.required("item", r.item(), 200),
        Texts.required("facts", r.facts(), 5_000),
        Texts.required("needed", r.needed(), 2_000),
        r.trigger(),
        r.grounds(),
        r.entry(),
        r.files());
  }

  /** Signed and delivered; with that it is received, and the asked body's clock runs. */
  public void send(UUID id, int version) {
    Instant now = desk.now();
    Assistance a = files.get(id, version);
    acts.maySend(a, now).orThrow();
    Letters.Letter issued =
        a.request().form() == Assistance.Form.LETTER
            ? files.issue(now, a, "assistance-request", a.requester(), files.asking(a))
            : null;
    if (a.matter() != null) {
      matters.open(a.matter(), List.of(a.requested(), a.requester()), now);
    }
    Change<Assistance> change =
        a.send(
            issued == null ? null : new Assistance.Paper(issued.id(), issued.number()),
            desk.step(now, ""));
    Assistance sent = files.apply(now, change);
    if (!sent.isForArchives()) {
      files.happened(now, Change.of(sent, "assistance.received"));
    }
    files.tell(
        now,
        sent,
        sent.requested(),
        sent.isAtOnce() ? "assistance.received-urgent" : "assistance.received",
        Map.of(
            "from", desk.name(sent.requester()), "letter", issued == null ? "" : issued.number()));
  }

  public void withdraw(UUID id, int version, String reason) {
    Instant now = desk.now();
    Assistance a = files.get(id, version);
    acts.mayWithdraw(a).orThrow();
    String why = Texts.required("reason", reason, 2_000);
    Assistance after = files.apply(now, a.withdraw(why, desk.step(now, why)));
    if (!a.isSent()) {
      return;
    }
    if (a.matter() == null) {
      obligations.release(now, a.reference(), "assistance.withdrawn");
    } else {
      obligations.release(now, a.matter(), a.reference(), "assistance.withdrawn");
    }
    files.tell(now, after, after.requested(), "assistance.withdrawn", Map.of("reason", why));
  }

  /** 报告: silence, or a refusal, told to whom the rule names. A human act. */
  public void report(UUID id, int version, String words) {
    Instant now = desk.now();
    Assistance a = files.get(id, version);
    acts.mayReport(a).orThrow();
    String report = Texts.required("report", words, 5_000);
    Body to = reportTo(a, now);
    if (a.matter() != null) {
      matters.open(a.matter(), List.of(to.id()), now);
    }
    Assistance after = files.apply(now, a.report(to.id(), desk.step(now, report)));
    desk.notify(
        now,
        to.id(),
        Set.of(Role.COORDINATOR, Role.SUPERVISOR, Role.CLERK),
        "assistance.reported",
        files.matter(after),
        AssistanceDesk.link(after),
        Map.of("requested", desk.name(after.requested()), "words", report));
  }

  private Body reportTo(Assistance a, Instant now) {
    Rule rule =
        desk.mechanism(now)
            .route("assistance.report", files.facts(a))
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.RULE,
                            "assistance.no-report-route",
                            "This county names nobody to whom it is reported.")
                        .exception());
    Matter matter = files.matter(a);
    return desk
        .targets(
            ((RuleValue.Route) rule.value()).to(),
            matter == null ? null : matter.place().division(),
            AssistanceDesk.roles(a, matter))
        .stream()
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                        Refusal.Kind.RULE,
                        "assistance.report-receiver-missing",
                        "The rule names a body that is not in the directory.",
                        Map.of(),
                        List.of(rule.ground()))
                    .exception());
  }
}
