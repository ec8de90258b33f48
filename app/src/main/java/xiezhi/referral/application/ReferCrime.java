package xiezhi.referral.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Attachments;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.identity.People;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.referral.domain.Contact;
import xiezhi.referral.domain.Referral;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;

/** Our side of a suspected crime: mark, report, decide, transfer, appeal, hand over, unmark. */
@Service
@Transactional
public class ReferCrime {
  private final Desk desk;
  private final ReferralDesk referrals;
  private final ReferralActs acts;
  private final ReferralLetters letters;
  private final Contact.Register contacts;
  private final Attachments attachments;
  private final Matters matters;
  private final Bodies bodies;
  private final People people;
  private final Obligations obligations;

  ReferCrime(
      Desk desk,
      ReferralDesk referrals,
      ReferralActs acts,
      ReferralLetters letters,
      Contact.Register contacts,
      Attachments attachments,
      Matters matters,
      Bodies bodies,
      People people,
      Obligations obligations) {
    this.desk = desk;
    this.referrals = referrals;
    this.acts = acts;
    this.letters = letters;
    this.contacts = contacts;
    this.attachments = attachments;
    this.matters = matters;
    this.bodies = bodies;
    this.people = people;
    this.obligations = obligations;
  }

  /**
   * What is typed to mark a matter.
   *
   * @param team accounts of the officers
   * @param findings what came of comparing the facts with the threshold, by item
   */
  public record Suspicion(
      String suspicion, String crime, List<String> team, Map<String, String> findings) {}

  public UUID mark(MatterId id, Suspicion typed) {
    Instant now = desk.now();
    Matter matter = desk.matter(id);
    acts.mayMark(matter).orThrow();
    String suspicion = Texts.required("suspicion", typed.suspicion(), 5_000);
    BodyId legal = bodies.legalBodyOf(matter.holder()).id();
    List<Referral.Officer> team = team(matter, legal, typed.team());
    acts.mayBeTeam(team, now).orThrow();
    Referral marked =
        referrals.insert(
            now,
            matter,
            Referral.mark(
                id,
                matter.holder(),
                legal,
                suspicion,
                Texts.optional("crime", typed.crime(), 200),
                team,
                comparisons(matter, typed.findings()),
                desk.step(now, suspicion)));
    referrals.tell(now, matter, marked, legal, "case.crime-suspected");
    return marked.id();
  }

  /** Of whom the team is made: the officers of the holder and of its legal body. */
  @Transactional(readOnly = true)
  public List<Referral.Officer> officers(MatterId id) {
    Matter matter = desk.matter(id);
    return officers(matter, bodies.legalBodyOf(matter.holder()).id());
  }

  private List<Referral.Officer> officers(Matter matter, BodyId legal) {
    List<People.Seat> seats = new ArrayList<>(people.in(matter.holder()));
    if (!legal.equals(matter.holder())) {
      seats.addAll(people.in(legal));
    }
    return seats.stream()
        .filter(s -> s.role() == Role.OFFICER)
        .map(s -> new Referral.Officer(s.account().value(), s.name()))
        .distinct()
        .toList();
  }

  /** Anybody else is refused by account. */
  private List<Referral.Officer> team(Matter matter, BodyId legal, List<String> accounts) {
    List<Referral.Officer> officers = officers(matter, legal);
    return accounts.stream()
        .distinct()
        .map(
            account ->
                officers.stream()
                    .filter(o -> o.account().equals(account))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            Refusal.of(
                                    Refusal.Kind.RULE,
                                    "referral.not-an-officer",
                                    "The team is made of officers of "
                                        + desk.name(legal)
                                        + "; this account is none: "
                                        + account
                                        + ".",
                                    Map.of("account", account, "body", desk.name(legal)))
                                .exception()))
        .toList();
  }

  /** 严格执行案件移送标准: where an item has a threshold, the comparison with it is written down. */
  private List<Referral.Comparison> comparisons(Matter matter, Map<String, String> findings) {
    List<Refusal> missing = new ArrayList<>();
    List<Referral.Comparison> made = new ArrayList<>();
    List<String> items = matter.items().stream().map(Matter.Item::code).toList();
    for (Contact.Threshold t : contacts.thresholds(desk.county(), items)) {
      String finding = Texts.optional("findings", findings.get(t.item()), 2_000);
      if (finding.isEmpty()) {
        missing.add(
            Refusal.of(
                Refusal.Kind.RULE,
                "referral.threshold-not-compared",
                "Compare the facts with the threshold of " + t.item() + ": " + t.threshold() + ".",
                Map.of("item", t.item(), "threshold", t.threshold())));
      }
      made.add(new Referral.Comparison(t.item(), t.threshold(), finding));
    }
    Permission.of(missing).orThrow();
    return made;
  }

  public void report(
      UUID id,
      int version,
      String words,
      String crime,
      List<Referral.Material> materials,
      List<Referral.Goods> goods) {
    Instant now = desk.now();
    Referral r = referrals.get(id, version);
    Matter matter = desk.matter(r.matter());
    acts.mayReport(r).orThrow();
    String report = Texts.required("report", words, 20_000);
    attachments.attach(matter.id(), materials.stream().map(Referral.Material::attachment).toList());
    Referral after =
        referrals.apply(
            now,
            matter,
            r.report(
                report, Texts.optional("crime", crime, 200), materials, goods, desk.step(now, "")));
    desk.notify(
        now,
        after.legal(),
        Set.of(Role.SIGNER),
        "case.crime-reported",
        matter,
        "/referrals/" + id,
        Map.of());
  }

  /** The head decides: within three days of the report; why not goes into the record. */
  public void decide(UUID id, int version, boolean approved, String reason) {
    Instant now = desk.now();
    Referral r = referrals.get(id, version);
    Matter matter = desk.matter(r.matter());
    acts.mayDecide(r).orThrow();
    String why =
        approved
            ? Texts.optional("reason", reason, 2_000)
            : Texts.required("reason", reason, 2_000);
    Referral after =
        referrals.apply(
            now, matter, approved ? r.approve(desk.step(now, why)) : r.refuse(desk.step(now, why)));
    referrals.tell(
        now,
        matter,
        after,
        after.holder(),
        approved ? "case.crime-approved" : "case.crime-refused");
  }

  /**
   * @param to null for the police that the county's mechanism names
   */
  public void transfer(UUID id, int version, @Nullable BodyId to, boolean copied) {
    Instant now = desk.now();
    Referral r = referrals.get(id, version);
    Matter matter = desk.matter(r.matter());
    BodyId named = to == null ? null : bodies.get(to).id();
    acts.mayTransfer(matter, r, named, now).orThrow();
    BodyId police = named == null ? referrals.police(now) : named;
    if (police == null) {
      throw new IllegalStateException("allowed without police");
    }
    Letters.Letter issued =
        referrals.issue(
            now, r, "crime-transfer", r.legal(), letters.transfer(matter, r, police, copied, now));
    matters.open(matter.id(), List.of(police, r.legal()), now);
    Referral sent =
        referrals.apply(
            now,
            matter,
            r.transfer(
                police,
                new Referral.Letter(issued.id(), issued.number()),
                desk.step(now, issued.number())));
    referrals.tell(now, matter, sent, police, "case.crime-transferred");
  }

  public void supplement(UUID id, int version, List<Referral.Material> more, String note) {
    Instant now = desk.now();
    Referral r = referrals.get(id, version);
    Matter matter = desk.matter(r.matter());
    desk.mayActFor(r.holder()).and(r.maySupplement()).orThrow();
    if (more.isEmpty()) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED, "referral.nothing-supplemented", "Add what was asked for.")
          .exception();
    }
    attachments.attach(matter.id(), more.stream().map(Referral.Material::attachment).toList());
    Referral after =
        referrals.apply(
            now, matter, r.supplement(more, desk.step(now, Texts.optional("note", note, 2_000))));
    toPolice(now, matter, after, "case.crime-supplemented");
  }

  /** 提请复议: the same police decide again. */
  public void askReconsideration(UUID id, int version, String reason) {
    Instant now = desk.now();
    Referral r = referrals.get(id, version);
    Matter matter = desk.matter(r.matter());
    acts.mayAskReconsideration(matter, r, now).orThrow();
    String why = Texts.required("reason", reason, 5_000);
    referrals.issue(
        now, r, "crime-reconsideration", r.legal(), letters.appeal(matter, r, why, "police", now));
    Referral after = referrals.apply(now, matter, r.askReconsideration(desk.step(now, why)));
    toPolice(now, matter, after, "case.crime-reconsideration-asked");
  }

  /** 建议立案监督: to the procuratorate. */
  public void askSupervision(UUID id, int version, String reason) {
    Instant now = desk.now();
    Referral r = referrals.get(id, version);
    Matter matter = desk.matter(r.matter());
    acts.mayAskSupervision(r).orThrow();
    String why = Texts.required("reason", reason, 5_000);
    referrals.issue(
        now,
        r,
        "crime-supervision",
        r.legal(),
        letters.appeal(matter, r, why, "procuratorate", now));
    BodyId procuratorate = referrals.roles(matter, r, now).get("procuratorate");
    Referral after = referrals.apply(now, matter, r.askSupervision(desk.step(now, why)));
    if (procuratorate != null && !procuratorate.equals(r.legal())) {
      matters.open(matter.id(), List.of(procuratorate), now);
      referrals.tell(now, matter, after, procuratorate, "case.crime-supervision-asked");
    }
  }

  /** 移交涉案物品: with the list, once the police have filed. */
  public void handOverGoods(UUID id, int version, String note) {
    Instant now = desk.now();
    Referral r = referrals.get(id, version);
    Matter matter = desk.matter(r.matter());
    desk.mayActFor(r.holder()).and(r.mayHandOverGoods()).orThrow();
    String words = Texts.optional("note", note, 2_000);
    referrals.issue(now, r, "crime-goods", r.legal(), letters.goods(matter, r, words, now));
    Referral after = referrals.apply(now, matter, r.handOverGoods(desk.step(now, words)));
    toPolice(now, matter, after, "case.crime-goods-handed-over");
  }

  /** Taken off by a superior, with a reason; what ran for it no longer matters. */
  public void unmark(UUID id, int version, String reason) {
    Instant now = desk.now();
    Referral r = referrals.get(id, version);
    Matter matter = desk.matter(r.matter());
    acts.mayUnmark(r).orThrow();
    String why = Texts.required("reason", reason, 2_000);
    Referral after = referrals.apply(now, matter, r.unmark(desk.step(now, why)));
    obligations.release(now, matter.id(), after.reference(), "case.crime-unmarked");
    referrals.tell(now, matter, after, after.holder(), "case.crime-unmarked");
  }

  private void toPolice(Instant now, Matter matter, Referral r, String code) {
    BodyId police = r.police();
    if (police != null) {
      referrals.tell(now, matter, r, police, code);
    }
  }

  /** For screens: what may be compared before a matter is marked. */
  @Transactional(readOnly = true)
  public Map<String, String> thresholds(MatterId id) {
    Matter matter = desk.matter(id);
    Map<String, String> known = new LinkedHashMap<>();
    contacts
        .thresholds(desk.county(), matter.items().stream().map(Matter.Item::code).toList())
        .forEach(t -> known.put(t.item(), t.threshold()));
    return known;
  }
}
