package xiezhi.referral.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.referral.domain.Referral;
import xiezhi.referral.domain.ReferralRegister;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;

/** Referrals as screens show them. */
@Service
@Transactional(readOnly = true)
public class ReadReferrals {
  private final Desk desk;
  private final ReferralDesk referrals;
  private final ReferralActs acts;
  private final ReferralRegister register;
  private final Matters matters;
  private final Bodies bodies;
  private final Letters letters;
  private final Obligations obligations;

  ReadReferrals(
      Desk desk,
      ReferralDesk referrals,
      ReferralActs acts,
      ReferralRegister register,
      Matters matters,
      Bodies bodies,
      Letters letters,
      Obligations obligations) {
    this.desk = desk;
    this.referrals = referrals;
    this.acts = acts;
    this.register = register;
    this.matters = matters;
    this.bodies = bodies;
    this.letters = letters;
    this.obligations = obligations;
  }

  /** One referral with its matter, its letters, what is owed for it and what may be done. */
  public record Page(
      Referral referral,
      Matter matter,
      List<ReferralRegister.Paper> papers,
      List<ObligationView> obligations,
      Map<String, Permission> acts) {}

  public Page page(UUID id) {
    Instant now = desk.now();
    Referral r = referrals.get(id);
    Matter matter = desk.matter(r.matter());
    return new Page(
        r,
        matter,
        register.papers(desk.county(), id),
        obligations.on(matter.id(), r.reference(), now),
        acts.all(matter, r, now));
  }

  public List<Referral> of(MatterId id) {
    desk.matter(id);
    return register.of(desk.county(), id);
  }

  public Permission mayMark(MatterId id) {
    return acts.mayMark(desk.matter(id));
  }

  /** A referral with its matter's headline. */
  public record Line(Referral referral, Matters.@Nullable Headline headline) {}

  /** The actor's desk's, or the whole county's for those who coordinate or supervise it. */
  public List<Line> list(boolean county, boolean open, @Nullable UUID before, int limit) {
    Actor actor = CurrentActor.get();
    boolean all = county && (actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR));
    List<Referral> found =
        register.list(
            actor.county(), all ? List.of() : bodies.deskOf(actor.body()), open, before, limit);
    Map<MatterId, Matters.Headline> heads =
        matters.headlines(found.stream().map(Referral::matter).toList());
    return found.stream().map(r -> new Line(r, heads.get(r.matter()))).toList();
  }

  public Letters.Rendered letter(UUID id, UUID paper, Letters.Format format) {
    referrals.get(id);
    if (register.papers(desk.county(), id).stream().noneMatch(p -> p.letter().equals(paper))) {
      throw Refusal.of(Refusal.Kind.UNKNOWN, "letter.unknown", "This referral has no such letter.")
          .exception();
    }
    return letters.render(paper, format);
  }
}
