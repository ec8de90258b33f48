package xiezhi.guidance.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.guidance.PublishedGuidance;
import xiezhi.guidance.domain.Guidance;
import xiezhi.guidance.domain.GuidanceRegister;
import xiezhi.ledger.Ledger;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Mechanism.ListedName;
import xiezhi.organisation.Bodies;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 编制、发布合规指导清单和典型案例. */
@Service
@Transactional
public class PublishGuidance implements PublishedGuidance {
  /** As many as the public page shows. */
  private static final int SHOWN = 200;

  private final Desk desk;
  private final GuidanceRegister register;
  private final Bodies bodies;
  private final Ledger ledger;

  PublishGuidance(Desk desk, GuidanceRegister register, Bodies bodies, Ledger ledger) {
    this.desk = desk;
    this.register = register;
    this.bodies = bodies;
    this.ledger = ledger;
  }

  /**
   * What is typed.
   *
   * @param matter the closed matter it is drawn from; null for a list
   */
  public record Drafting(
      String kind,
      String trade,
      String title,
      String content,
      String legalBasis,
      @Nullable MatterId matter) {}

  /** The kinds that the county's rule names. */
  @Transactional(readOnly = true)
  public List<ListedName> kinds() {
    return desk.mechanism(desk.now()).listed("guidance_kinds");
  }

  public UUID draft(Drafting d) {
    Instant now = desk.now();
    desk.mayActFor(ours()).orThrow();
    Guidance.Text text = text(d, now);
    Guidance entry =
        new Guidance(
            Ids.next(),
            text.kind(),
            text.trade(),
            text.title(),
            text.content(),
            text.legalBasis(),
            text.matter(),
            ours(),
            Guidance.Stage.DRAFT,
            null,
            desk.step(now, ""),
            0);
    register.insert(desk.county(), entry);
    record(now, new Change<>(entry, "guidance.drafted", Map.of("title", entry.title())));
    return entry.id();
  }

  /** By anybody of the body whose draft it is. */
  public void amend(UUID id, int version, Drafting d) {
    Instant now = desk.now();
    Guidance g = get(id, version);
    Desk.require(desk.mayActFor(g.body()), g.mayAmend());
    apply(now, g.amend(text(d, now), desk.step(now, "")));
  }

  private Guidance.Text text(Drafting d, Instant now) {
    List<String> kinds = desk.mechanism(now).names("guidance_kinds");
    if (!kinds.contains(d.kind())) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "guidance.no-such-kind",
              kinds.isEmpty()
                  ? "The rules of this county name no guidance lists and no typical cases."
                  : "The county's rule names: " + String.join(", ", kinds) + ".",
              Map.of("found", d.kind(), "expected", kinds))
          .exception();
    }
    String content = Texts.required("content", d.content(), 20_000);
    String title = Texts.required("title", d.title(), 200);
    if (d.matter() != null) {
      mayDraw(desk.matter(d.matter()), title + "\n" + content).orThrow();
    }
    return new Guidance.Text(
        d.kind(),
        Texts.required("trade", d.trade(), 60),
        title,
        content,
        Texts.optional("legalBasis", d.legalBasis(), 2_000),
        d.matter());
  }

  /** Only what is closed, and nobody's name. */
  private static Permission mayDraw(Matter matter, String words) {
    if (matter.isOpen()) {
      return Permission.refused(
          Refusal.of(
              Refusal.Kind.RULE,
              "guidance.matter-open",
              "A typical case is drawn from a closed one; " + matter.number() + " is open.",
              Map.of("number", matter.number())));
    }
    List<String> named =
        matter.parties().stream()
            .map(Matter.Party::name)
            .filter(n -> n.length() > 1 && words.contains(n))
            .toList();
    return named.isEmpty()
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "guidance.names-a-party",
                "It names somebody of the case; everybody will read it: leave names out.",
                Map.of("found", named.size())));
  }

  private Permission mayKeep(Guidance g) {
    return desk.maySignFor(g.body());
  }

  /** What nobody outside read yet is laid aside by anybody of the body. */
  private Permission mayWithdraw(Guidance g) {
    return g.stage() == Guidance.Stage.DRAFT ? desk.mayActFor(g.body()) : mayKeep(g);
  }

  /** By who signs for the body. */
  public void publish(UUID id, int version) {
    Instant now = desk.now();
    Guidance g = get(id, version);
    Desk.require(mayKeep(g), g.mayPublish());
    apply(now, g.publish(desk.step(now, "")));
  }

  public void withdraw(UUID id, int version, String reason) {
    Instant now = desk.now();
    Guidance g = get(id, version);
    Desk.require(mayWithdraw(g), g.mayWithdraw());
    apply(now, g.withdraw(desk.step(now, Texts.required("reason", reason, 1_000))));
  }

  private void apply(Instant now, Change<Guidance> change) {
    register.update(desk.county(), change.after());
    record(now, change);
  }

  private void record(Instant now, Change<Guidance> change) {
    Guidance g = change.after();
    ledger.record(now, change.event(), g.reference(), g.matter(), change.details());
  }

  // ------------------------------------------------------------------ reading

  public record Page(Guidance entry, Map<String, Permission> acts) {}

  @Transactional(readOnly = true)
  public Page page(UUID id) {
    Guidance g = get(id);
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("amendGuidance", desk.mayActFor(g.body()).and(g.mayAmend()));
    acts.put("publishGuidance", mayKeep(g).and(g.mayPublish()));
    acts.put("withdrawGuidance", mayWithdraw(g).and(g.mayWithdraw()));
    return new Page(g, acts);
  }

  @Transactional(readOnly = true)
  public List<Guidance> list(@Nullable UUID before, int limit) {
    return register.list(desk.county(), bodies.deskOf(CurrentActor.get().body()), before, limit);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Entry> published() {
    return register.published(desk.county(), SHOWN).stream()
        .map(
            g ->
                new Entry(
                    g.id(),
                    g.kind(),
                    g.trade(),
                    g.title(),
                    g.content(),
                    g.legalBasis(),
                    desk.name(g.body()),
                    Objects.requireNonNull(g.publishedAt())))
        .toList();
  }

  private BodyId ours() {
    return bodies.deskOf(CurrentActor.get().body()).getLast();
  }

  private Guidance get(UUID id) {
    return register
        .find(desk.county(), id)
        .filter(g -> g.stage() == Guidance.Stage.PUBLISHED || desk.isAt(g.body()))
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "guidance.unknown",
                        "There is no such entry, or it is not yours to see.")
                    .exception());
  }

  private Guidance get(UUID id, int version) {
    Guidance g = get(id);
    if (g.version() != version) {
      throw GuidanceRegister.changedMeanwhile().exception();
    }
    return g;
  }
}
