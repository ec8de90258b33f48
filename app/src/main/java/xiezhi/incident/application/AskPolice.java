package xiezhi.incident.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.incident.domain.HelpRequest;
import xiezhi.incident.domain.IncidentRegister;
import xiezhi.incident.domain.Place;
import xiezhi.ledger.Ledger;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;
import xiezhi.vault.Vault;

/**
 * 警力保障 for a planned action, 协助查明身份 of somebody who will not say who he is. The identity is sealed;
 * only the handlers at the asking desk and the police may open it, and every look is written down.
 */
@Service
@Transactional
public class AskPolice {
  private final Desk desk;
  private final IncidentDesk incidents;
  private final IncidentRegister register;
  private final Bodies bodies;
  private final Matters matters;
  private final Vault vault;
  private final Ledger ledger;
  private final Obligations obligations;

  AskPolice(
      Desk desk,
      IncidentDesk incidents,
      IncidentRegister register,
      Bodies bodies,
      Matters matters,
      Vault vault,
      Ledger ledger,
      Obligations obligations) {
    this.desk = desk;
    this.incidents = incidents;
    this.register = register;
    this.bodies = bodies;
    this.matters = matters;
    this.vault = vault;
    this.ledger = ledger;
    this.obligations = obligations;
  }

  /** What a planned action needs. */
  public record Plan(
      @Nullable MatterId matter,
      @Nullable String division,
      Place place,
      Instant from,
      Instant to,
      int strength,
      String words) {}

  public UUID askStrength(Plan plan) {
    Instant now = desk.now();
    BodyId asker = CurrentActor.get().body();
    desk.mayActFor(asker).orThrow();
    String division = incidents.division(plan.division());
    Place place =
        new Place(
            division,
            Texts.required("address", plan.place().address(), 200),
            plan.place().lng(),
            plan.place().lat());
    if (plan.strength() < 1 || plan.strength() > 1_000 || !plan.to().isAfter(plan.from())) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "incident.plan-malformed",
              "A planned action needs a strength of 1 to 1000, and ends after it begins.",
              Map.of("strength", plan.strength()))
          .exception();
    }
    return ask(
        now,
        HelpRequest.ask(
            HelpRequest.Kind.STRENGTH,
            plan.matter(),
            asker,
            police(now, division),
            Texts.required("words", plan.words(), 2_000),
            "",
            place,
            plan.from(),
            plan.to(),
            plan.strength(),
            desk.step(now, "")),
        division,
        Facts.NONE);
  }

  /**
   * @param refused the party refused to say who he is: what the county's rule asks for
   */
  public UUID askIdentity(MatterId id, boolean refused, String words, String basis) {
    Instant now = desk.now();
    Matter matter = desk.matter(id);
    desk.mayActFor(matter.holder()).orThrow();
    String why = Texts.required("basis", basis, 500);
    Facts facts = Facts.NONE.with("fields", refused ? List.of("identity-refused") : List.of());
    desk.mechanism(now).gates("identity.request", facts).orThrow();
    String division = matter.place().division();
    return ask(
        now,
        HelpRequest.ask(
            HelpRequest.Kind.IDENTITY,
            id,
            matter.holder(),
            police(now, division),
            Texts.required("words", words, 2_000),
            why,
            null,
            null,
            null,
            0,
            desk.step(now, "")),
        division,
        facts);
  }

  private BodyId police(Instant now, String division) {
    BodyId police = incidents.policeAt(desk.mechanism(now), division);
    if (police == null) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "incident.no-police",
              "The directory has no police of the county's word for them.")
          .exception();
    }
    return police;
  }

  private UUID ask(Instant now, Change<HelpRequest> change, String division, Facts facts) {
    HelpRequest h = change.after();
    register.insert(desk.county(), h);
    if (h.matter() != null) {
      matters.open(h.matter(), List.of(h.police()), now);
    }
    incidents.happened(
        now,
        h.matter(),
        h.reference(),
        change,
        facts,
        incidents.roles(h.asker(), h.police(), division));
    incidents.tell(
        now, h.police(), change.event(), h.matter(), link(h), Map.of("words", h.words()));
    return h.id();
  }

  private static String link(HelpRequest h) {
    return "/police-help/" + h.id();
  }

  /** So many come. */
  public void confirm(UUID id, int version, int people, String words) {
    Instant now = desk.now();
    HelpRequest h = get(id, version);
    mayAnswer(h, HelpRequest.Kind.STRENGTH).orThrow();
    if (people < 0 || people > 1_000) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED, "incident.plan-malformed", "From 0 to 1000 people may come.")
          .exception();
    }
    apply(now, h.confirm(people, desk.step(now, Texts.optional("words", words, 2_000))));
  }

  /** Who it is; sealed before it is kept. */
  public void identify(UUID id, int version, String identity) {
    Instant now = desk.now();
    HelpRequest h = get(id, version);
    mayAnswer(h, HelpRequest.Kind.IDENTITY).orThrow();
    String plain = Texts.required("identity", identity, 2_000);
    apply(now, h.identify(vault.seal(plain), desk.step(now, "")));
  }

  public void decline(UUID id, int version, String reason) {
    Instant now = desk.now();
    HelpRequest h = get(id, version);
    mayAnswer(h, h.kind()).orThrow();
    apply(now, h.decline(desk.step(now, Texts.required("reason", reason, 2_000))));
  }

  /** The identity, for a handler; that he looked goes into the record. */
  public String reveal(UUID id) {
    Instant now = desk.now();
    HelpRequest h = get(id);
    mayReveal(h).orThrow();
    String sealed = h.sealed();
    if (sealed == null) {
      throw IncidentDesk.unknown("identity").exception();
    }
    ledger.record(now, "identity.viewed", h.reference(), h.matter(), Map.of());
    return vault.open(sealed);
  }

  private void apply(Instant now, Change<HelpRequest> change) {
    HelpRequest h = change.after();
    register.update(desk.county(), h);
    String division = bodies.get(h.police()).division();
    incidents.happened(
        now,
        h.matter(),
        h.reference(),
        change,
        Facts.NONE,
        incidents.roles(h.asker(), h.police(), division == null ? "" : division));
    incidents.tell(
        now,
        h.asker(),
        h.stage() == HelpRequest.Stage.DECLINED ? "support.declined" : change.event(),
        h.matter(),
        link(h),
        Map.of("words", h.lastStep().note()));
  }

  private Permission mayAnswer(HelpRequest h, HelpRequest.Kind kind) {
    Permission fits =
        h.kind() == kind
            ? Permission.allowed()
            : Permission.refused(
                Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "incident.help-other-kind",
                    "It asks for " + h.kind().key() + ".",
                    Map.of("kind", h.kind().key())));
    return incidents.mayActForPolice(h.police()).and(fits).and(h.mayAnswer());
  }

  private Permission mayReveal(HelpRequest h) {
    return desk.isAt(h.asker()) ? desk.mayActFor(h.asker()) : incidents.mayActForPolice(h.police());
  }

  private HelpRequest get(UUID id, int version) {
    HelpRequest h = get(id);
    if (h.version() != version) {
      throw IncidentRegister.changedMeanwhile().exception();
    }
    return h;
  }

  private HelpRequest get(UUID id) {
    return register
        .help(desk.county(), id)
        .filter(
            h ->
                incidents.seesAll()
                    || desk.isAt(h.asker())
                    || incidents.mayActForPolice(h.police()).isAllowed())
        .orElseThrow(() -> IncidentDesk.unknown("request").exception());
  }

  /** One request with what may be done. */
  public record Page(
      HelpRequest help, List<ObligationView> obligations, Map<String, Permission> acts) {}

  @Transactional(readOnly = true)
  public Page page(UUID id) {
    Instant now = desk.now();
    HelpRequest h = get(id);
    MatterId matter = h.matter();
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("confirmStrength", mayAnswer(h, HelpRequest.Kind.STRENGTH));
    acts.put("giveIdentity", mayAnswer(h, HelpRequest.Kind.IDENTITY));
    acts.put("declineHelp", mayAnswer(h, h.kind()));
    acts.put("revealIdentity", mayReveal(h));
    return new Page(h, obligations.on(matter, h.reference(), now), acts);
  }

  @Transactional(readOnly = true)
  public List<HelpRequest> list(boolean county, boolean open, @Nullable UUID before, int limit) {
    Actor actor = CurrentActor.get();
    boolean all = county && incidents.seesAll();
    return register.helps(
        actor.county(),
        new IncidentRegister.Query(
            all ? List.of() : bodies.deskOf(actor.body()), open, before, limit));
  }
}
