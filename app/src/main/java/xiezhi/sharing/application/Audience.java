package xiezhi.sharing.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.powers.Powers;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.sharing.domain.Category;
import xiezhi.sharing.domain.InformationRegister;
import xiezhi.sharing.domain.InformationRegister.Why;

/**
 * Whom an item of information goes to, and why: by the category's rule, by subscription, by name.
 */
@Component
class Audience {
  private final Bodies bodies;
  private final Powers powers;
  private final InformationRegister register;

  Audience(Bodies bodies, Powers powers, InformationRegister register) {
    this.bodies = bodies;
    this.powers = powers;
    this.register = register;
  }

  /**
   * @param named whom the publisher names, or who takes part, each with that reason
   * @param on the day whose power list counts
   */
  Map<BodyId, Why> of(
      CountyCode county,
      Category category,
      Collection<String> items,
      String field,
      BodyId publisher,
      Map<BodyId, Why> named,
      LocalDate on) {
    Map<BodyId, Why> found = new LinkedHashMap<>();
    for (Category.Audience to : category.to()) {
      for (BodyId body : ruled(county, to, items, on)) {
        found.putIfAbsent(body, Why.RULE);
      }
    }
    named.forEach(found::putIfAbsent);
    for (BodyId body : register.subscribers(county, category.code(), field)) {
      found.putIfAbsent(body, Why.SUBSCRIPTION);
    }
    found.remove(publisher);
    return found;
  }

  private Collection<BodyId> ruled(
      CountyCode county, Category.Audience to, Collection<String> items, LocalDate on) {
    return switch (to) {
      case Category.Audience.Holders() -> powers.holders(county, items, on).keySet();
      case Category.Audience.OfKind(var kind) ->
          bodies.of(county).stream()
              .filter(b -> b.kind().key().equals(kind))
              .map(Body::id)
              .toList();
      case Category.Audience.Named(var name) ->
          bodies.named(county, name).map(Body::id).stream().toList();
      case Category.Audience.Concerned() -> List.of();
    };
  }

  /**
   * Whether the county's rules let it go to all of these. A refusal says of which kind, and which
   * bodies.
   */
  Permission mayGoTo(Mechanism mechanism, String senderKind, Collection<BodyId> receivers) {
    Map<String, Set<String>> byKind = new TreeMap<>();
    for (BodyId receiver : receivers) {
      Body body = bodies.get(receiver);
      byKind.computeIfAbsent(body.kind().key(), k -> new TreeSet<>()).add(body.name());
    }
    List<Refusal> refusals = new ArrayList<>();
    byKind.forEach(
        (kind, names) -> {
          Facts facts = Facts.NONE.with("sender-kind", senderKind).with("receiver-kind", kind);
          for (Refusal r : mechanism.gates("information.share", facts).refusals()) {
            Map<String, Object> details = new LinkedHashMap<>(r.details());
            details.put("bodies", List.copyOf(names));
            refusals.add(new Refusal(r.kind(), r.code(), r.message(), details, r.grounds()));
          }
        });
    return Permission.of(refusals);
  }

  /** The county's categories, in the order of its rules. */
  static List<Category> categories(Mechanism mechanism) {
    return Category.of(mechanism.governing("share_category", Facts.NONE));
  }

  static Optional<Category> category(Mechanism mechanism, String code) {
    return categories(mechanism).stream().filter(c -> c.code().equals(code)).findFirst();
  }
}
