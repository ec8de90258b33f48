package xiezhi.referral.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.organisation.Bodies;
import xiezhi.referral.domain.Referral;
import xiezhi.referral.domain.Referral.Decision;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Texts;

/**
 * The judicial organs' side: the police sign, forward, ask, file or not, give back and tell the
 * result; the procuratorate answers. Done at their own desk, or written down from their document.
 */
@Service
@Transactional
public class AnswerReferral {
  private final Desk desk;
  private final ReferralDesk referrals;
  private final ReferralActs acts;
  private final Matters matters;
  private final Bodies bodies;

  AnswerReferral(
      Desk desk, ReferralDesk referrals, ReferralActs acts, Matters matters, Bodies bodies) {
    this.desk = desk;
    this.referrals = referrals;
    this.acts = acts;
    this.matters = matters;
    this.bodies = bodies;
  }

  /**
   * @param document number of the document; empty if the police do it themselves
   * @param words what they said
   */
  public record Said(int version, String document, String words) {
    public Said {
      document = Texts.optional("document", document, 100);
      words = Texts.optional("words", words, 5_000);
    }
  }

  public void receive(UUID id, Said said) {
    Instant now = desk.now();
    Referral r = referrals.get(id, said.version());
    acts.fromPolice(r, r.mayReceive(), said.document()).orThrow();
    Matter matter = desk.matter(r.matter());
    Referral after = done(now, matter, r.receive(said.document(), desk.step(now, said.words())));
    BodyId police = after.police();
    if (police != null && desk.isAt(police)) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("from", desk.name(police));
      data.put("to", desk.name(after.legal()));
      data.put("letter", after.letter() == null ? "" : after.letter().number());
      data.put("matterNumber", matter.number());
      data.put("receivedOn", desk.minute(now));
      data.put("contact", after.lastStep().by());
      referrals.issue(now, after, "crime-receipt", police, data);
    }
  }

  /** 转送有管辖权的机关. */
  public void forward(UUID id, BodyId to, Said said) {
    Instant now = desk.now();
    Referral r = referrals.get(id, said.version());
    acts.fromPolice(r, r.mayForward(), said.document()).orThrow();
    BodyId competent = bodies.get(to).id();
    Matter matter = desk.matter(r.matter());
    matters.open(matter.id(), List.of(competent), now);
    Referral after =
        done(
            now,
            matter,
            r.forward(
                competent,
                said.document(),
                desk.step(now, Texts.required("words", said.words(), 5_000))));
    referrals.tell(now, matter, after, competent, "case.crime-transferred");
  }

  /** 材料不全: what lacks is asked for; the transfer is not declined for it. */
  public void askSupplement(UUID id, Said said) {
    Instant now = desk.now();
    Referral r = referrals.get(id, said.version());
    Matter matter = desk.matter(r.matter());
    acts.mayAskSupplement(matter, r, said.document(), now).orThrow();
    String what = Texts.required("words", said.words(), 5_000);
    done(now, matter, r.askSupplement(said.document(), desk.step(now, what)));
  }

  /** 立案, or not: with reasons, and the file goes back. */
  public void answer(UUID id, Decision decision, Said said) {
    Instant now = desk.now();
    Referral r = referrals.get(id, said.version());
    acts.fromPolice(r, r.mayAnswer(), said.document()).orThrow();
    done(
        now,
        desk.matter(r.matter()),
        r.answer(decision, said.document(), desk.step(now, reasons(decision, said))));
  }

  private static String reasons(Decision decision, Said said) {
    return decision == Decision.NOT_FILED
        ? Texts.required("words", said.words(), 5_000)
        : said.words();
  }

  public void answerSupervision(UUID id, Decision decision, Said said) {
    Instant now = desk.now();
    Referral r = referrals.get(id, said.version());
    acts.fromProcuratorate(r, r.mayAnswerSupervision(), said.document(), now).orThrow();
    done(
        now,
        desk.matter(r.matter()),
        r.answerSupervision(decision, said.document(), desk.step(now, reasons(decision, said))));
  }

  /** No crime, but an administrative liability: the administrative road is open again. */
  public void giveBack(UUID id, Said said) {
    Instant now = desk.now();
    Referral r = referrals.get(id, said.version());
    acts.fromPolice(r, r.mayGiveBack(), said.document()).orThrow();
    String why = Texts.required("words", said.words(), 5_000);
    done(now, desk.matter(r.matter()), r.giveBack(said.document(), desk.step(now, why)));
  }

  /** How the criminal road ended. */
  public void conclude(UUID id, Said said) {
    Instant now = desk.now();
    Referral r = referrals.get(id, said.version());
    acts.fromPolice(r, r.mayConclude(), said.document()).orThrow();
    String result = Texts.required("words", said.words(), 5_000);
    done(now, desk.matter(r.matter()), r.conclude(said.document(), desk.step(now, result)));
  }

  private Referral done(Instant now, Matter matter, Change<Referral> change) {
    Referral after = referrals.apply(now, matter, change);
    referrals.tell(now, matter, after, after.holder(), change.event());
    return after;
  }
}
