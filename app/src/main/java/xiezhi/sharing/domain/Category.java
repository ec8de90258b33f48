package xiezhi.sharing.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.shared.Ground;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * One category of information that a county's rules name: who shares it, with whom, and what it
 * must carry. Read from a rule of the key {@code share_category}.
 *
 * @param from kinds of bodies that share it; empty: any
 * @param to whom it concerns, in the words of {@link Audience}; several add up
 * @param needs what an item of it must carry: {@code items}, {@code reason}, {@code field}, {@code
 *     edition}
 * @param byEvent events of other flows that are shared of themselves
 * @param proposedBy events of which an item is prepared, for a person to share
 * @param series the periodic duty that sharing it discharges; null if none
 */
public record Category(
    String code,
    String name,
    Act act,
    Set<String> from,
    List<Audience> to,
    Set<String> needs,
    Set<String> byEvent,
    Set<String> proposedBy,
    @Nullable String series,
    Ground ground) {

  /** Under which of the mechanism's names it goes. */
  public enum Act {
    /** 共享. */
    SHARE("information.formed", "information.shared"),
    /** 抄告、抄送. */
    COPY("information.formed", "information.copied"),
    /** 依据调整告知: every holder of the item acknowledges it. */
    BASIS_CHANGE("basis.changed", "basis.change-told");

    private final String formed;
    private final String shared;

    Act(String formed, String shared) {
      this.formed = formed;
      this.shared = shared;
    }

    public String formedEvent() {
      return formed;
    }

    public String sharedEvent() {
      return shared;
    }

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Act of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** Whom a category concerns. */
  public sealed interface Audience {
    /** Every body that holds one of the items on that day. */
    record Holders() implements Audience {}

    /** Every body of that kind. */
    record OfKind(String kind) implements Audience {}

    /** The body of that name. */
    record Named(String name) implements Audience {}

    /** Whoever the publisher names, or takes part in what it is about. */
    record Concerned() implements Audience {}

    static Audience of(String word) {
      return switch (word) {
        case "holders" -> new Holders();
        case "concerned" -> new Concerned();
        case String w when w.startsWith("named:") -> new Named(w.substring("named:".length()));
        default -> new OfKind(word);
      };
    }
  }

  public Category {
    from = Set.copyOf(from);
    to = List.copyOf(to);
    needs = Set.copyOf(needs);
    byEvent = Set.copyOf(byEvent);
    proposedBy = Set.copyOf(proposedBy);
  }

  public static List<Category> of(Collection<Rule> rules) {
    List<Category> all = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.value() instanceof RuleValue.Table(var table) && table.containsKey("code")) {
        all.add(of(rule, table));
      }
    }
    return all;
  }

  private static Category of(Rule rule, Map<String, String> table) {
    return new Category(
        table.getOrDefault("code", rule.id()),
        table.getOrDefault("name", rule.id()),
        Act.of(table.getOrDefault("act", "share")),
        words(table, "from"),
        words(table, "to").stream().map(Audience::of).toList(),
        words(table, "needs"),
        words(table, "by-event"),
        words(table, "proposed-by"),
        table.get("series"),
        rule.ground());
  }

  private static Set<String> words(Map<String, String> table, String name) {
    Set<String> words = new LinkedHashSet<>();
    Arrays.stream(table.getOrDefault(name, "").split("[,，、]", -1))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .forEach(words::add);
    return words;
  }

  public boolean isSharedBy(String bodyKind) {
    return from.isEmpty() || from.contains(bodyKind);
  }

  /** Whether a body of that kind shares items of this category here. */
  public Permission mayBeSharedBy(String bodyKind) {
    return isSharedBy(bodyKind)
        ? Permission.allowed()
        : Permission.refused(
            new Refusal(
                Refusal.Kind.RULE,
                "sharing.not-your-category",
                "Category "
                    + code
                    + " is shared by "
                    + String.join(", ", from)
                    + ", not by a body of kind "
                    + bodyKind
                    + ".",
                Map.of("category", code, "from", List.copyOf(from), "found", bodyKind),
                List.of(ground)));
  }

  /** Whether what it must carry is there. */
  public Permission carries(Set<String> found) {
    List<String> missing = needs.stream().filter(n -> !found.contains(n)).sorted().toList();
    return missing.isEmpty()
        ? Permission.allowed()
        : Permission.refused(
            new Refusal(
                Refusal.Kind.RULE,
                "sharing.incomplete",
                "An item of category " + code + " must say: " + String.join(", ", missing) + ".",
                Map.of("category", code, "missing", missing),
                List.of(ground)));
  }
}
