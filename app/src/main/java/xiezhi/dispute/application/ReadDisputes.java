package xiezhi.dispute.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.dispute.domain.Dispute;
import xiezhi.dispute.domain.DisputeRegister;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.shared.BodyId;
import xiezhi.shared.Ground;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/** Pages of disputes, and their letters. */
@Service
@Transactional(readOnly = true)
public class ReadDisputes {
  private final Desk desk;
  private final DisputeDesk disputes;
  private final DisputeActs acts;
  private final RaiseDispute raise;
  private final DisputeRegister register;
  private final Obligations obligations;
  private final Letters letters;

  ReadDisputes(
      Desk desk,
      DisputeDesk disputes,
      DisputeActs acts,
      RaiseDispute raise,
      DisputeRegister register,
      Obligations obligations,
      Letters letters) {
    this.desk = desk;
    this.disputes = disputes;
    this.acts = acts;
    this.raise = raise;
    this.register = register;
    this.obligations = obligations;
    this.letters = letters;
  }

  /**
   * A whole dispute.
   *
   * @param decider who decides, or would; null where no rule names anybody
   * @param ground the rule that says so: the county's own or, labelled, the nation's
   */
  public record Page(
      Dispute dispute,
      Matter matter,
      @Nullable BodyId decider,
      @Nullable Ground ground,
      List<ObligationView> obligations,
      Map<String, Permission> acts) {}

  public Page page(UUID id) {
    Dispute d = disputes.get(id);
    return page(d, desk.matter(d.matter()), desk.now());
  }

  private Page page(Dispute d, Matter matter, Instant now) {
    BodyId decider = null;
    Ground ground = null;
    try {
      DisputeActs.Decider found = acts.decider(matter, d, now);
      decider = found.body().id();
      ground = found.ground();
    } catch (RefusedException nobody) {
      // shown as open: whoever refers it is told why
    }
    if (d.stage() instanceof Dispute.Stage.Referred(var to, var views)) {
      decider = to;
    }
    if (d.stage() instanceof Dispute.Stage.Decided(var by, var competent, var why)) {
      decider = by;
    }
    return new Page(
        d,
        matter,
        decider,
        ground,
        obligations.on(matter.id(), d.reference(), now),
        acts.all(matter, d, now));
  }

  /** The disputes of one matter, newest first, and whether another may be raised. */
  public record OfMatter(List<Page> disputes, Permission mayOpen) {}

  public OfMatter ofMatter(MatterId id) {
    Instant now = desk.now();
    Matter matter = desk.matter(id);
    return new OfMatter(
        register.of(desk.county(), id).stream().map(d -> page(d, matter, now)).toList(),
        raise.mayOpen(matter));
  }

  /**
   * @param paper the submission, the decision or the record of a negotiation
   */
  public Letters.Rendered letter(UUID id, UUID paper, Letters.Format format) {
    Dispute d = disputes.get(id);
    boolean ours =
        (d.submission() != null && d.submission().id().equals(paper))
            || (d.decision() != null && d.decision().id().equals(paper))
            || d.negotiations().stream().anyMatch(n -> n.paper().id().equals(paper));
    if (!ours) {
      throw Refusal.of(Refusal.Kind.UNKNOWN, "letter.unknown", "This dispute has no such letter.")
          .exception();
    }
    return letters.render(paper, format);
  }
}
