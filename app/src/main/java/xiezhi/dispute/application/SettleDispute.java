package xiezhi.dispute.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.dispute.domain.Dispute;
import xiezhi.dispute.domain.Dispute.Negotiation;
import xiezhi.dispute.domain.Dispute.Outcome;
import xiezhi.dispute.domain.Dispute.Paper;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Body;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;

/** 协商、提请、决定、撤回: how a dispute goes on and ends. */
@Service
@Transactional
public class SettleDispute {
  private final Desk desk;
  private final DisputeDesk disputes;
  private final DisputeActs acts;
  private final Matters matters;
  private final Letters letters;
  private final Obligations obligations;

  SettleDispute(
      Desk desk,
      DisputeDesk disputes,
      DisputeActs acts,
      Matters matters,
      Letters letters,
      Obligations obligations) {
    this.desk = desk;
    this.disputes = disputes;
    this.acts = acts;
    this.matters = matters;
    this.letters = letters;
    this.obligations = obligations;
  }

  /**
   * What was said, put on record by one of the sides. That it was agreed is for the side to record
   * that takes the matter over; that it failed, for either.
   *
   * @param heldAt null for now; never later
   */
  public void negotiate(
      UUID id,
      int version,
      @Nullable Instant heldAt,
      String attendants,
      String views,
      Outcome outcome) {
    Instant now = desk.now();
    Dispute d = disputes.get(id, version);
    Matter matter = desk.matter(d.matter());
    acts.mayNegotiate(d).orThrow();
    BodyId side = sideOf(d);
    Instant held = heldAt == null ? now : heldAt;
    if (held.isAfter(now)) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "dispute.negotiation-later",
              "A negotiation is recorded after it was held; " + held + " is yet to come.")
          .exception();
    }
    String said = Texts.required("views", views, 5_000);
    String who = Texts.optional("attendants", attendants, 500);
    Paper paper = record(now, matter, d, held, who, said, outcome, side);
    Negotiation record =
        new Negotiation(Ids.next(), held, who, said, outcome, paper, side, desk.step(now, said));
    Change<Dispute> change =
        d.negotiate(record, outcome == Outcome.AGREED ? side : null, desk.step(now, said));
    if (outcome == Outcome.AGREED) {
      settle(now, matter, change, side);
    } else {
      disputes.apply(now, matter, change);
    }
    disputes.tell(
        now,
        matter,
        change.after(),
        List.of(d.against(side)),
        change.event(),
        Map.of("words", said, "letter", paper.number()));
  }

  private Paper record(
      Instant now,
      Matter matter,
      Dispute d,
      Instant held,
      String attendants,
      String views,
      Outcome outcome,
      BodyId side) {
    Map<String, Object> data = disputes.words(matter, d);
    data.put("heldAt", desk.minute(held));
    data.put("attendants", attendants);
    data.put("views", views);
    data.put("by", CurrentActor.get().name());
    data.put(
        "outcome",
        switch (outcome) {
          case CONTINUES -> "继续协商";
          case FAILED -> "协商不成";
          case AGREED -> "协商一致，由" + desk.name(side) + "管辖";
        });
    Letters.Letter letter = letters.issue("dispute-negotiation", side, desk.today(now), data);
    return new Paper(letter.id(), letter.number());
  }

  /** 提请决定: signed by the side that asks; to whom is the rule's affair. */
  public void refer(UUID id, int version, String views) {
    Instant now = desk.now();
    Dispute d = disputes.get(id, version);
    Matter matter = desk.matter(d.matter());
    acts.mayRefer(matter, d, now).orThrow();
    BodyId side = sideOf(d);
    Body decider = acts.decider(matter, d, now).body();
    String words = Texts.required("views", views, 5_000);
    Map<String, Object> data = disputes.words(matter, d);
    data.put("other", desk.name(d.against(side)));
    data.put("to", decider.name());
    data.put("reason", d.reason());
    data.put("views", words);
    data.put("place", matter.place().address());
    data.put(
        "negotiation",
        d.negotiations().isEmpty() ? "" : d.negotiations().getLast().paper().number());
    data.put("contact", CurrentActor.get().name());
    Letters.Letter letter = letters.issue("dispute-submission", side, desk.today(now), data);
    matters.open(matter.id(), List.of(decider.id()), now);
    Dispute after =
        disputes.apply(
            now,
            matter,
            d.refer(
                decider.id(),
                words,
                new Paper(letter.id(), letter.number()),
                desk.step(now, words)));
    Map<String, String> told = Map.of("from", desk.name(side), "letter", letter.number());
    desk.notify(
        now,
        decider.id(),
        Set.of(Role.CLERK, Role.SIGNER, Role.COORDINATOR),
        "dispute.referred",
        matter,
        DisputeDesk.link(after),
        told);
    disputes.tell(now, matter, after, List.of(d.against(side)), "dispute.referred", told);
  }

  /** 决定: it binds both, moves the matter, and is told to everyone. */
  public void decide(UUID id, int version, BodyId competent, String reason) {
    Instant now = desk.now();
    Dispute d = disputes.get(id, version);
    Matter matter = desk.matter(d.matter());
    acts.mayDecide(d).orThrow();
    BodyId decider =
        d.stage() instanceof Dispute.Stage.Referred(var to, var views) ? to : competent;
    String why = Texts.required("reason", reason, 5_000);
    Map<String, Object> data = disputes.words(matter, d);
    data.put("competent", desk.name(competent));
    data.put("reason", why);
    data.put("submission", d.submission() == null ? "" : d.submission().number());
    // whether it is one of the two sides is seen before a number is taken
    d.decide(competent, why, new Paper(d.id(), ""), desk.step(now, why));
    Letters.Letter letter = letters.issue("dispute-decision", decider, desk.today(now), data);
    Change<Dispute> change =
        d.decide(competent, why, new Paper(letter.id(), letter.number()), desk.step(now, why));
    settle(now, matter, change, competent);
    disputes.tell(
        now,
        matter,
        change.after(),
        List.of(d.raiser(), d.other(), matter.holder()),
        "dispute.decided",
        Map.of("competent", desk.name(competent), "words", why, "letter", letter.number()));
  }

  /** The matter is that body's from now on; its clock for sending it on has lost its point. */
  private void settle(Instant now, Matter matter, Change<Dispute> change, BodyId competent) {
    boolean stays = desk.isDeskOf(matter.holder(), competent);
    BodyId holder = stays ? matter.holder() : competent;
    Change<Matter> moved = matter.moveTo(holder, CurrentActor.get().name(), now);
    matters.apply(moved);
    matters.open(matter.id(), List.of(competent), now);
    obligations.release(now, matter.id(), matter.reference(), change.event());
    disputes.apply(now, moved.after(), change);
  }

  public void withdraw(UUID id, int version, String reason) {
    Instant now = desk.now();
    Dispute d = disputes.get(id, version);
    Matter matter = desk.matter(d.matter());
    acts.mayWithdraw(d).orThrow();
    String why = Texts.required("reason", reason, 2_000);
    Dispute after = disputes.apply(now, matter, d.withdraw(why, desk.step(now, why)));
    obligations.release(now, matter.id(), d.reference(), "dispute.withdrawn");
    disputes.tell(
        now, matter, after, List.of(d.other()), "dispute.withdrawn", Map.of("reason", why));
  }

  private BodyId sideOf(Dispute d) {
    BodyId side = disputes.side(d);
    if (side == null) {
      throw new IllegalStateException("the acts let somebody pass who is on neither side");
    }
    return side;
  }
}
