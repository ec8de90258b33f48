package xiezhi.assistance.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.assistance.domain.Assistance;
import xiezhi.assistance.domain.AssistanceRegister;
import xiezhi.assistance.domain.AssistanceRegister.Count;
import xiezhi.assistance.domain.ListEntry;
import xiezhi.document.Attachments;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;

/** Pages, lists and counts of requests. */
@Service
@Transactional(readOnly = true)
public class ReadAssistance {
  private final Desk desk;
  private final AssistanceDesk files;
  private final AssistanceActs acts;
  private final AssistanceRegister register;
  private final Attachments attachments;
  private final Letters letters;
  private final Obligations obligations;
  private final Bodies bodies;

  ReadAssistance(
      Desk desk,
      AssistanceDesk files,
      AssistanceActs acts,
      AssistanceRegister register,
      Attachments attachments,
      Letters letters,
      Obligations obligations,
      Bodies bodies) {
    this.desk = desk;
    this.files = files;
    this.acts = acts;
    this.register = register;
    this.attachments = attachments;
    this.letters = letters;
    this.obligations = obligations;
    this.bodies = bodies;
  }

  public record AssistanceFileView(UUID id, String kind, String name) {}

  /**
   * A whole request.
   *
   * @param silentDays for how many days it has been without an answer; null once it has one
   * @param evasion {@code silence}, {@code refusal-without-ground}, or null: 推诿 (coverage §6 #46)
   */
  public record Page(
      Assistance request,
      @Nullable Matter matter,
      @Nullable ListEntry entry,
      List<AssistanceFileView> files,
      List<AssistanceFileView> evidence,
      List<AssistanceRegister.Paper> papers,
      @Nullable Long silentDays,
      @Nullable String evasion,
      List<ObligationView> obligations,
      Map<String, Permission> acts) {}

  public Page page(UUID id) {
    return page(files.get(id), desk.now());
  }

  private Page page(Assistance a, Instant now) {
    Matter matter = files.matter(a);
    UUID entry = a.request().entry();
    List<ObligationView> owed =
        obligations.on(matter == null ? null : matter.id(), a.reference(), now);
    Long silent =
        a.stage() instanceof Assistance.Stage.Sent && a.sentAt() != null
            ? ChronoUnit.DAYS.between(desk.today(a.sentAt()), desk.today(now))
            : null;
    return new Page(
        a,
        matter,
        entry == null ? null : register.entry(desk.county(), entry).orElse(null),
        views(a.request().files()),
        a.stage() instanceof Assistance.Stage.Answered(var opinion, var evidence)
            ? views(evidence)
            : List.of(),
        register.papers(desk.county(), a.id()),
        silent,
        evasion(a, owed, silent),
        owed,
        acts.all(a, now));
  }

  /** Silence counts once its time is over, or where there is none, once a day has gone by. */
  private static @Nullable String evasion(
      Assistance a, List<ObligationView> owed, @Nullable Long silent) {
    if (a.stage() instanceof Assistance.Stage.Refused(var citation, var reason)) {
      return citation.isEmpty() ? "refusal-without-ground" : null;
    }
    if (silent == null || silent == 0) {
      return null;
    }
    boolean inTime =
        owed.stream().anyMatch(o -> o.state().equals("open") && o.dueAt() != null && !o.overdue());
    return inTime ? null : "silence";
  }

  private List<AssistanceFileView> views(List<UUID> ids) {
    return attachments.find(ids).stream()
        .map(f -> new AssistanceFileView(f.id(), f.kind(), f.name()))
        .toList();
  }

  /** The requests of one matter, newest first; those not sent yet to the asking side alone. */
  public List<Page> ofMatter(MatterId matter) {
    Instant now = desk.now();
    desk.matter(matter);
    return register.of(desk.county(), matter).stream()
        .filter(a -> a.isSent() || desk.isAt(a.requester()) || desk.isAt(a.preparedBy()))
        .map(a -> page(a, now))
        .toList();
  }

  /** What the desk has prepared and not sent: what waits for a signature. */
  public List<Page> waiting() {
    Instant now = desk.now();
    return register
        .asked(desk.county(), bodies.deskOf(CurrentActor.get().body()), "prepared", 50)
        .stream()
        .map(a -> page(a, now))
        .toList();
  }

  /** How much each body asked of which: the whole county for its own eyes, else of one's desk. */
  public List<Count> counts() {
    Actor actor = CurrentActor.get();
    boolean all = actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR);
    return register.counts(desk.county(), all ? null : bodies.deskOf(actor.body()));
  }

  /**
   * A letter as it was issued, or the draft of the request while it is not.
   *
   * @param paper one of those that went to and fro; null for the request itself
   */
  public Letters.Rendered letter(UUID id, @Nullable UUID paper, Letters.Format format) {
    Instant now = desk.now();
    Assistance a = files.get(id);
    if (paper != null) {
      boolean ours =
          register.papers(desk.county(), id).stream().anyMatch(p -> p.letter().equals(paper));
      if (!ours) {
        throw Refusal.of(Refusal.Kind.UNKNOWN, "letter.unknown", "This request has no such letter.")
            .exception();
      }
      return letters.render(paper, format);
    }
    return a.letter() == null
        ? letters.preview(
            "assistance-request", a.requester(), desk.today(now), files.asking(a), format)
        : letters.render(a.letter().id(), format);
  }
}
