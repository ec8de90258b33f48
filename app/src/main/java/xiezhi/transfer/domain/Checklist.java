package xiezhi.transfer.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import xiezhi.mechanism.Facts;

/** What a transfer carries, as the county's conditions on it ask. */
final class Checklist {
  private Checklist() {}

  static Facts of(Transfer t) {
    Transfer.Content content = t.content();
    Set<String> materials = new TreeSet<>();
    Set<String> explained = new TreeSet<>();
    content
        .materials()
        .forEach(m -> (m.attachment() == null ? explained : materials).add(m.kind()));
    if (!content.articles().isEmpty()) {
      materials.add("article-list");
    }
    // the letter itself is made by the platform from the transfer when it is sent
    materials.add("transfer-letter");
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", t.kind().key());
    facts.put("disputed", t.isDisputed());
    facts.put(
        "statutory-own-name",
        content.statutoryBasis() != null && !content.statutoryBasis().isBlank());
    facts.put("materials", List.copyOf(materials));
    explained.addAll(materials);
    // a reason stands in for a material only where a rule asks for one or the other
    facts.put("materials-or-reason", List.copyOf(explained));
    facts.put("reason", content.reason());
    return new Facts(facts);
  }
}
