package xiezhi.referral.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the county's gates ask of a referral: what has come of it, and what is at hand. */
final class Checklist {
  private Checklist() {}

  static Set<String> events(Referral r) {
    Set<String> events = new LinkedHashSet<>(List.of("case.crime-suspected"));
    r.content().answers().forEach(a -> events.add(a.event()));
    if (r.stage().isWithPolice()) {
      events.add("case.crime-transferred");
    }
    // an answer that was appealed against is none
    events.remove("case.crime-answered");
    if (r.stage().isAnswered()) {
      events.add("case.crime-answered");
    }
    return events;
  }

  static Set<String> materials(Referral r) {
    Set<String> kinds = new TreeSet<>();
    r.content().materials().forEach(m -> kinds.add(m.kind()));
    kinds.add("crime-transfer-letter");
    if (!r.content().goods().isEmpty()) {
      kinds.add("goods-list");
    }
    return kinds;
  }
}
