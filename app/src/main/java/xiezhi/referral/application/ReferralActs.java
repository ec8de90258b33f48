package xiezhi.referral.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.referral.domain.Referral;
import xiezhi.referral.domain.ReferralRegister;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;

/** Which acts on a referral are allowed to whom: asked by the screen and by the acts themselves. */
@Component
class ReferralActs {
  private final Desk desk;
  private final ReferralDesk referrals;
  private final ReferralRegister register;
  private final Bodies bodies;
  private final Obligations obligations;

  ReferralActs(
      Desk desk,
      ReferralDesk referrals,
      ReferralRegister register,
      Bodies bodies,
      Obligations obligations) {
    this.desk = desk;
    this.referrals = referrals;
    this.register = register;
    this.bodies = bodies;
    this.obligations = obligations;
  }

  /** One suspected crime at a time, of a matter that is still open. */
  Permission mayMark(Matter matter) {
    Permission open =
        matter.isOpen()
            ? Permission.allowed()
            : Permission.refused(
                Refusal.of(Refusal.Kind.CONFLICT, "matter.closed", "The matter is closed."));
    Permission once =
        register.of(desk.county(), matter.id()).stream().anyMatch(Referral::isOpen)
            ? Permission.refused(alreadyMarked())
            : Permission.allowed();
    return desk.mayActFor(matter.holder()).and(open).and(once);
  }

  static Refusal alreadyMarked() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "referral.already-marked",
        "This matter is marked as a suspected crime already.");
  }

  /** 专案组: as many different officers as the rule asks for (article 5). */
  Permission mayBeTeam(List<Referral.Officer> team, Instant now) {
    List<Refusal> lacking = new ArrayList<>();
    for (Rule rule : desk.mechanism(now).governing("criminal_team_min", Facts.NONE)) {
      if (rule.value() instanceof RuleValue.Quota quota
          && quota.min() != null
          && team.size() < quota.min().intValueExact()) {
        lacking.add(
            new Refusal(
                Refusal.Kind.RULE,
                "mechanism." + rule.key(),
                "The special team has " + quota.words() + "; found " + team.size() + ".",
                Map.of("found", team.size(), "least", quota.min().intValueExact()),
                List.of(rule.ground())));
      }
    }
    return Permission.of(lacking);
  }

  /** The team reports, nobody else. */
  Permission mayReport(Referral r) {
    Permission team =
        r.isOnTeam(CurrentActor.get().account().value())
            ? Permission.allowed()
            : Permission.refused(
                Refusal.of(
                    Refusal.Kind.FORBIDDEN,
                    "referral.not-on-the-team",
                    "The special team reports: "
                        + String.join(
                            ", ", r.content().team().stream().map(Referral.Officer::name).toList())
                        + "."));
    return team.and(r.mayReport());
  }

  /** 正职负责人或者主持工作的负责人. */
  Permission mayDecide(Referral r) {
    return desk.maySignFor(r.legal()).and(r.mayDecide());
  }

  Permission mayTransfer(Matter matter, Referral r, @Nullable BodyId to, Instant now) {
    Permission first = desk.mayActFor(r.holder()).and(r.mayTransfer());
    Mechanism mechanism = desk.mechanism(now);
    Facts facts = referrals.facts(matter, r);
    // before the head has decided the refusal says by which article he must
    Permission gates =
        r.stage().isWithPolice()
            ? Permission.allowed()
            : mechanism.gates("case.crime-transfer", facts);
    if (!first.isAllowed()) {
      return first.and(gates);
    }
    return to == null
        ? gates.and(known(referrals.police(now)))
        : gates.and(
            desk.mustBe(
                mechanism,
                "criminal.receiver",
                facts,
                matter.place().division(),
                referrals.roles(matter, r, now),
                to));
  }

  private static Permission known(@Nullable BodyId police) {
    return police == null
        ? Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "referral.no-police",
                "The directory has no body of the name that the county's mechanism gives the"
                    + " police; say to whom it goes."))
        : Permission.allowed();
  }

  /**
   * The police answer here, or whoever referred it writes down their document, with its number.
   *
   * @param document null for the question whether the act is open at all
   */
  Permission fromPolice(Referral r, Permission stage, @Nullable String document) {
    BodyId police = r.police();
    return police != null && desk.isAt(police)
        ? desk.mayActFor(police).and(stage)
        : onPaper(r, stage, document);
  }

  private Permission onPaper(Referral r, Permission stage, @Nullable String document) {
    Permission paper =
        document != null && document.isBlank()
            ? Permission.refused(
                Refusal.of(
                    Refusal.Kind.RULE,
                    "referral.document-needed",
                    "Another body's answer is written down from its document: give its number."))
            : Permission.allowed();
    return desk.mayActFor(r.holder()).and(stage).and(paper);
  }

  Permission fromProcuratorate(
      Referral r, Permission stage, @Nullable String document, Instant now) {
    Matter matter = desk.matter(r.matter());
    BodyId procuratorate = referrals.roles(matter, r, now).get("procuratorate");
    return procuratorate != null && !procuratorate.equals(r.legal()) && desk.isAt(procuratorate)
        ? desk.mayActFor(procuratorate).and(stage)
        : onPaper(r, stage, document);
  }

  Permission mayAskReconsideration(Matter matter, Referral r, Instant now) {
    return desk.mayActFor(r.holder())
        .and(r.mayAskReconsideration())
        .and(inTime(matter, r, "case.crime-reconsideration-asked", now));
  }

  Permission mayAskSupervision(Referral r) {
    return desk.mayActFor(r.holder()).and(r.mayAskSupervision());
  }

  Permission mayAskSupplement(Matter matter, Referral r, @Nullable String document, Instant now) {
    return fromPolice(r, r.mayAskSupplement(), document)
        .and(inTime(matter, r, "case.crime-supplement-asked", now));
  }

  /** A right that has lapsed is not exercised: the clock that ran for it says so. */
  private Permission inTime(Matter matter, Referral r, String event, Instant now) {
    List<Refusal> late =
        obligations.of(matter.id(), now).stream()
            .filter(o -> o.subject().equals(r.reference()) && o.ends().contains(event))
            .filter(o -> o.closedAt() == null)
            .filter(o -> o.dueAt() != null && !now.isBefore(o.dueAt()))
            .map(ReferralActs::lapsed)
            .toList();
    return Permission.of(late);
  }

  private static Refusal lapsed(ObligationView o) {
    return new Refusal(
        Refusal.Kind.RULE,
        "referral.too-late",
        "The time for it is over since " + o.dueAt() + " (" + o.words() + ").",
        Map.of("dueAt", String.valueOf(o.dueAt()), "words", o.words()),
        List.of(o.ground()));
  }

  /** Unmarking needs a superior's reason (coverage §6 #44): somebody of the county government. */
  Permission mayUnmark(Referral r) {
    Actor actor = CurrentActor.get();
    BodyId superior = bodies.countyGovernment(desk.county()).id();
    boolean may =
        actor.body().equals(superior) && (actor.has(Role.SIGNER) || actor.has(Role.COORDINATOR));
    return (may
            ? Permission.allowed()
            : Permission.refused(
                Refusal.of(
                    Refusal.Kind.FORBIDDEN,
                    "referral.superior-only",
                    "Only the superior, " + desk.name(superior) + ", takes the mark off.",
                    Map.of("body", desk.name(superior)))))
        .and(r.mayUnmark());
  }

  /** Every act by its operation's name, as the resource lists them. */
  Map<String, Permission> all(Matter matter, Referral r, Instant now) {
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("reportCrime", mayReport(r));
    acts.put("decideCrime", mayDecide(r));
    acts.put("transferCrime", mayTransfer(matter, r, null, now));
    acts.put("receiveCrime", fromPolice(r, r.mayReceive(), null));
    acts.put("forwardCrime", fromPolice(r, r.mayForward(), null));
    acts.put("askCrimeSupplement", mayAskSupplement(matter, r, null, now));
    acts.put("supplementCrime", desk.mayActFor(r.holder()).and(r.maySupplement()));
    acts.put("answerCrime", fromPolice(r, r.mayAnswer(), null));
    acts.put("askReconsideration", mayAskReconsideration(matter, r, now));
    acts.put("askSupervision", mayAskSupervision(r));
    acts.put("answerSupervision", fromProcuratorate(r, r.mayAnswerSupervision(), null, now));
    acts.put("handOverGoods", desk.mayActFor(r.holder()).and(r.mayHandOverGoods()));
    acts.put("giveBackCrime", fromPolice(r, r.mayGiveBack(), null));
    acts.put("concludeCrime", fromPolice(r, r.mayConclude(), null));
    acts.put("unmarkCrime", mayUnmark(r));
    return acts;
  }
}
