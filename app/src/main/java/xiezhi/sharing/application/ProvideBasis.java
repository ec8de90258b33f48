package xiezhi.sharing.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.ledger.Ledger;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyKind;
import xiezhi.powers.Powers;
import xiezhi.shared.BodyId;
import xiezhi.shared.Ids;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;
import xiezhi.sharing.domain.Provision;
import xiezhi.sharing.domain.ProvisionRegister;

/**
 * 梳理并提供执法依据、执法标准: county departments attach them to each empowered item; what is still without is
 * shown, and to whom the rest went.
 */
@Service
@Transactional
public class ProvideBasis {
  private static final String PROVISION = "item_provision";

  private final Desk desk;
  private final SharingDesk own;
  private final ProvisionRegister register;
  private final Powers powers;
  private final Bodies bodies;
  private final Ledger ledger;

  ProvideBasis(
      Desk desk,
      SharingDesk own,
      ProvisionRegister register,
      Powers powers,
      Bodies bodies,
      Ledger ledger) {
    this.desk = desk;
    this.own = own;
    this.register = register;
    this.powers = powers;
    this.bodies = bodies;
    this.ledger = ledger;
  }

  /** An empowered item: what it has, and what it still lacks. */
  public record Line(String code, String name, List<Provision> given, List<String> lacks) {}

  /**
   * @param rule which asks for it; null where no rule does, and then nothing is listed
   */
  public record Register(@Nullable Rule rule, List<String> kinds, List<Line> lines) {}

  /**
   * @param lacking only items that lack something
   */
  @Transactional(readOnly = true)
  public Register register(boolean lacking) {
    Instant now = desk.now();
    Mechanism mechanism = desk.mechanism(now);
    List<String> kinds = mechanism.names(PROVISION);
    List<Line> lines = new ArrayList<>();
    if (!kinds.isEmpty()) {
      List<Provision> all = register.newest(desk.county());
      powers
          .empowered(desk.county(), desk.today(now))
          .forEach(
              (code, name) -> {
                List<Provision> given =
                    all.stream()
                        .filter(p -> p.item().equals(code) && kinds.contains(p.kind()))
                        .toList();
                List<String> lacks =
                    kinds.stream()
                        .filter(k -> given.stream().noneMatch(p -> p.kind().equals(k)))
                        .toList();
                if (!lacking || !lacks.isEmpty()) {
                  lines.add(new Line(code, name, given, lacks));
                }
              });
    }
    return new Register(mechanism.first(PROVISION).orElse(null), kinds, lines);
  }

  /** To everybody who holds the item today. */
  public UUID provide(String item, String kind, String content) {
    Instant now = desk.now();
    BodyId department = own.ours();
    desk.mayActFor(department).orThrow();
    if (bodies.get(department).kind() != BodyKind.DEPARTMENT) {
      throw Refusal.of(
              Refusal.Kind.FORBIDDEN,
              "sharing.departments-provide",
              "County departments provide basis and standard; you sit at "
                  + desk.name(department)
                  + ".",
              Map.of("body", desk.name(department)))
          .exception();
    }
    List<String> kinds = desk.mechanism(now).names(PROVISION);
    if (!kinds.contains(kind)) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "sharing.nothing-to-provide",
              kinds.isEmpty()
                  ? "The rules of this county ask for nothing to be provided for an item."
                  : "The county's rule names: " + String.join(", ", kinds) + ".",
              Map.of("found", kind, "expected", kinds))
          .exception();
    }
    if (!powers.empowered(desk.county(), desk.today(now)).containsKey(item)) {
      throw Refusal.of(
              Refusal.Kind.UNKNOWN,
              "powers.no-such-item",
              "There is no power item " + item + " that is empowered here.",
              Map.of("item", item))
          .exception();
    }
    List<BodyId> holders =
        powers.holders(desk.county(), List.of(item), desk.today(now)).keySet().stream()
            .filter(b -> !b.equals(department))
            .toList();
    var step = desk.step(now, "");
    Provision given =
        new Provision(
            Ids.next(),
            item,
            department,
            kind,
            Texts.required("content", content, 10_000),
            holders,
            now,
            step.account(),
            step.by());
    register.insert(desk.county(), given);
    ledger.record(
        now,
        "provision.given",
        "item:" + item,
        null,
        Map.of(
            "item", item,
            "kind", kind,
            "to", holders.stream().map(BodyId::value).toList()));
    own.tell(
        now,
        holders,
        "provision.given",
        "/item-provisions",
        Map.of("item", item, "kind", kind, "body", desk.name(department)));
    return given.id();
  }
}
