package xiezhi.intake.application;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.matter.Matters;
import xiezhi.matter.MattersNearby;
import xiezhi.matter.MattersNearby.Near;
import xiezhi.shared.MatterId;

/**
 * 查重: what may be the same as what is being told: near, lately, of the same items, in like words. A
 * proposal with its reasons; a person decides.
 */
@Service
@Transactional(readOnly = true)
public class FindSimilar {
  private static final int METRES = 1_000;
  private static final int DAYS = 90;
  private static final int SHOWN = 10;

  /** Below this it is no more alike than any two reports are. */
  private static final double LEAST = 0.25;

  private final Desk desk;
  private final MattersNearby nearby;
  private final Matters matters;
  private final ComplaintRegister complaints;

  FindSimilar(Desk desk, MattersNearby nearby, Matters matters, ComplaintRegister complaints) {
    this.desk = desk;
    this.nearby = nearby;
    this.matters = matters;
    this.complaints = complaints;
  }

  /** What is known of what is being told. */
  public record Telling(
      String division,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      String words,
      Collection<String> items) {}

  /**
   * Why it may be the same.
   *
   * @param kind {@code place}, {@code time}, {@code item} or {@code text}
   * @param value metres, days, the item's code, or the share of like words in percent
   */
  public record SimilarBecause(String kind, String value) {}

  /**
   * @param complaint null for a lead without a complaint
   * @param score 0 to 1
   */
  public record SimilarMatter(
      UUID matter,
      @Nullable UUID complaint,
      String number,
      String subject,
      Instant registeredAt,
      String stage,
      @Nullable Integer metres,
      double score,
      List<SimilarBecause> because) {}

  public List<SimilarMatter> find(Telling telling) {
    Instant now = desk.now();
    Instant since = now.minus(Duration.ofDays(DAYS));
    List<Near> candidates =
        telling.lng() == null || telling.lat() == null
            ? nearby.in(telling.division(), since, 300)
            : nearby.near(telling.lng(), telling.lat(), METRES, since, 300);
    Map<MatterId, Matters.Headline> seen =
        matters.headlines(candidates.stream().map(Near::matter).toList());
    Map<UUID, ComplaintRegister.Line> told = new HashMap<>();
    complaints
        .of(desk.county(), seen.keySet().stream().map(MatterId::value).toList())
        .forEach(l -> told.put(l.complaint().matter().value(), l));
    Set<String> words = pairs(telling.words());
    return candidates.stream()
        .filter(n -> seen.containsKey(n.matter()))
        .map(
            n ->
                compare(n, seen.get(n.matter()), told.get(n.matter().value()), telling, words, now))
        .filter(s -> s.score() >= LEAST)
        .sorted(Comparator.comparingDouble(SimilarMatter::score).reversed())
        .limit(SHOWN)
        .toList();
  }

  private static SimilarMatter compare(
      Near n,
      Matters.@Nullable Headline headline,
      ComplaintRegister.@Nullable Line line,
      Telling telling,
      Set<String> words,
      Instant now) {
    String subject = headline == null ? "" : headline.subject();
    Map<SimilarBecause, Double> weights = new LinkedHashMap<>();
    if (n.metres() != null) {
      weights.put(
          new SimilarBecause("place", String.valueOf(Math.round(n.metres()))),
          0.4 * (1 - n.metres() / METRES));
    }
    long days = Duration.between(n.registeredAt(), now).toDays();
    weights.put(
        new SimilarBecause("time", String.valueOf(days)), 0.15 * (1 - (double) days / DAYS));
    n.items().stream()
        .filter(telling.items()::contains)
        .findFirst()
        .ifPresent(code -> weights.put(new SimilarBecause("item", code), 0.2));
    double alike = alike(words, pairs(subject));
    if (alike > 0) {
      weights.put(
          new SimilarBecause("text", String.valueOf(Math.round(alike * 100))), 0.25 * alike);
    }
    List<SimilarBecause> because = new ArrayList<>();
    double score = 0;
    for (var weight : weights.entrySet()) {
      if (weight.getValue() > 0.02) {
        because.add(weight.getKey());
        score += weight.getValue();
      }
    }
    return new SimilarMatter(
        n.matter().value(),
        line == null ? null : line.complaint().id(),
        headline == null ? "" : headline.number(),
        subject,
        n.registeredAt(),
        line == null ? n.stage() : line.complaint().stage().key(),
        n.metres() == null ? null : Math.toIntExact(Math.round(n.metres())),
        Math.round(score * 100) / 100.0,
        because);
  }

  /** Share of the shorter text's pairs of letters that the other has too. */
  private static double alike(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    long both = one.stream().filter(other::contains).count();
    return (double) both / Math.min(one.size(), other.size());
  }

  private static Set<String> pairs(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    Set<String> pairs = new HashSet<>();
    int[] letters = plain.codePoints().toArray();
    for (int i = 0; i + 1 < letters.length; i++) {
      pairs.add(new String(letters, i, 2));
    }
    return pairs;
  }
}
