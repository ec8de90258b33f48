package xiezhi.referral.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.correspondence.Correspondence;
import xiezhi.document.Letters;
import xiezhi.flow.Called;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Facts;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.referral.domain.Referral;
import xiezhi.referral.domain.ReferralRegister;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Refusal;

/** What all use cases of referrals need beside the desk. */
@Component
class ReferralDesk {
  private final Desk desk;
  private final Called called;
  private final ReferralRegister referrals;
  private final Letters letters;
  private final Bodies bodies;
  private final Correspondence correspondence;

  ReferralDesk(
      Desk desk,
      Called called,
      ReferralRegister referrals,
      Letters letters,
      Bodies bodies,
      Correspondence correspondence) {
    this.desk = desk;
    this.called = called;
    this.referrals = referrals;
    this.letters = letters;
    this.bodies = bodies;
    this.correspondence = correspondence;
  }

  /** A referral of a matter the actor may see. */
  Referral get(UUID id) {
    Referral found =
        referrals
            .find(desk.county(), id)
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.UNKNOWN,
                            "referral.unknown",
                            "There is no such referral, or it is not yours to see.")
                        .exception());
    desk.matter(found.matter());
    return found;
  }

  /** The same, if nobody changed it since the actor looked. */
  Referral get(UUID id, int version) {
    Referral found = get(id);
    if (found.version() != version) {
      throw ReferralRegister.overtaken(found).exception();
    }
    return found;
  }

  /** What this county calls the police, if its directory has them. */
  @Nullable BodyId police(Instant now) {
    return called.body(desk.mechanism(now), "police").map(Body::id).orElse(null);
  }

  Facts facts(Matter matter, Referral r) {
    Facts facts = matter.facts().with("sender-kind", bodies.get(r.legal()).kind().key());
    if (r.police() != null) {
      facts = facts.with("receiver-kind", bodies.get(r.police()).kind().key());
    }
    return facts
        .with("materials", List.copyOf(r.materials()))
        .with("events", List.copyOf(new TreeSet<>(r.events())));
  }

  Map<String, BodyId> roles(Matter matter, Referral r, Instant now) {
    Map<String, BodyId> roles = new LinkedHashMap<>();
    roles.put("holder", matter.holder());
    roles.put("finder", r.holder());
    roles.put("sender", r.legal());
    roles.put("head", r.legal());
    roles.put("superior", bodies.countyGovernment(desk.county()).id());
    // where the directory knows neither police nor procuratorate, what they owe is kept for us
    BodyId police = r.police() == null ? police(now) : r.police();
    roles.put("police", police == null ? r.legal() : police);
    roles.put("receiver", roles.get("police"));
    roles.put(
        "procuratorate",
        called.body(desk.mechanism(now), "procuratorate").map(Body::id).orElse(r.legal()));
    return roles;
  }

  Referral insert(Instant now, Matter matter, Change<Referral> change) {
    referrals.insert(desk.county(), change.after());
    happened(now, matter, change);
    return change.after();
  }

  /** Keeps what a transition did, and tells the heart. */
  Referral apply(Instant now, Matter matter, Change<Referral> change) {
    referrals.update(desk.county(), change.after());
    happened(now, matter, change);
    return change.after();
  }

  private void happened(Instant now, Matter matter, Change<Referral> change) {
    Referral r = change.after();
    desk.happened(
        now, matter, r.reference(), change, facts(matter, r), roles(matter, r, now), null);
    BodyId police = r.police();
    if (police != null) {
      Referral.Letter letter = r.letter();
      correspondence.put(
          now,
          new Correspondence.Letter(
              "crime",
              r.reference(),
              matter.id(),
              matter.subject(),
              r.legal(),
              List.of(police),
              r.stage().key(),
              state(r),
              letter == null ? null : letter.number(),
              "/referrals/" + r.id(),
              false));
    }
  }

  private static Correspondence.State state(Referral r) {
    return switch (r.stage()) {
      case CONCLUDED, GIVEN_BACK, SUPERVISED -> Correspondence.State.CLOSED;
      case FILED, NOT_FILED, UPHELD -> Correspondence.State.ANSWERED;
      case MARKED,
          REPORTED,
          APPROVED,
          NOT_APPROVED,
          TRANSFERRED,
          RECEIVED,
          SUPPLEMENT_ASKED,
          RECONSIDERATION_ASKED,
          SUPERVISION_ASKED,
          UNMARKED ->
          Correspondence.State.OPEN;
    };
  }

  /** Issues a letter in the name of the legal body, and keeps it with the referral. */
  Letters.Letter issue(
      Instant now, Referral r, String template, BodyId issuer, Map<String, Object> data) {
    BodyId legal = bodies.legalBodyOf(issuer).id();
    Letters.Letter letter = letters.issue(template, legal, desk.today(now), data);
    referrals.keep(
        desk.county(),
        r.id(),
        new ReferralRegister.Paper(
            letter.id(), template, letter.number(), letter.title(), legal.value(), now));
    return letter;
  }

  void tell(Instant now, Matter matter, Referral r, BodyId to, String code) {
    desk.notify(
        now,
        to,
        Desk.WORKING,
        code,
        matter,
        "/referrals/" + r.id(),
        Map.of("words", r.lastStep().note(), "stage", r.stage().key()));
  }
}
