package xiezhi.powers.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which items a telling may be about: ranked by the rare words they share with it, with those
 * words. A proposal: nothing is chosen by it.
 */
public final class Suggestions {
  /** A word in the name says more than one in the text of the law. */
  private static final double IN_NAME = 3;

  private static final double IN_TEXT = 1;

  /** Below this the words shared are those that any two texts share. */
  private static final double LEAST = 0.08;

  private final List<Item> items;
  private final Map<String, Double> rarity = new HashMap<>();

  /**
   * @param text the provisions it stands on
   */
  public record Source(String code, String name, String domain, String text) {}

  /**
   * @param score 0 to 1
   * @param because the words shared, those that weigh most first
   */
  public record Suggestion(
      String code, String name, String domain, double score, List<String> because) {}

  private record Item(Source source, Set<String> name, Set<String> text) {}

  public Suggestions(List<Source> sources) {
    items =
        sources.stream()
            .map(s -> new Item(s, words(s.name() + " " + s.domain()), words(s.text())))
            .toList();
    Map<String, Integer> found = new HashMap<>();
    for (Item item : items) {
      Set<String> all = new HashSet<>(item.name());
      all.addAll(item.text());
      all.forEach(w -> found.merge(w, 1, Integer::sum));
    }
    found.forEach((w, n) -> rarity.put(w, Math.log((items.size() + 1.0) / n)));
  }

  /** Pairs of letters and whole Latin words; single letters say too little. */
  private static Set<String> words(String text) {
    return SearchWords.of(text).stream()
        .filter(w -> w.codePointCount(0, w.length()) > 1)
        .collect(Collectors.toSet());
  }

  public List<Suggestion> of(String telling, int limit) {
    Set<String> asked = words(telling);
    asked.retainAll(rarity.keySet());
    double most = asked.stream().mapToDouble(w -> rarity.getOrDefault(w, 0.0) * IN_NAME).sum();
    if (most == 0) {
      return List.of();
    }
    List<Suggestion> found = new ArrayList<>();
    for (Item item : items) {
      Map<String, Double> shared = new LinkedHashMap<>();
      for (String word : asked) {
        double weight =
            item.name().contains(word) ? IN_NAME : item.text().contains(word) ? IN_TEXT : 0;
        if (weight > 0) {
          shared.put(word, weight * rarity.getOrDefault(word, 0.0));
        }
      }
      double score = shared.values().stream().mapToDouble(w -> w).sum() / most;
      if (score >= LEAST) {
        found.add(
            new Suggestion(
                item.source().code(),
                item.source().name(),
                item.source().domain(),
                Math.round(score * 100) / 100.0,
                shared.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .limit(6)
                    .map(Map.Entry::getKey)
                    .toList()));
      }
    }
    found.sort(
        Comparator.comparingDouble(Suggestion::score).reversed().thenComparing(Suggestion::code));
    return found.stream().limit(limit).toList();
  }
}
