package xiezhi.mechanism;

import org.jspecify.annotations.Nullable;
import xiezhi.shared.Ground;

/**
 * One rule.
 *
 * @param id unique in its file
 * @param key what it is about: an entry of the rule-key catalogue ({@code mechanisms/keys.yaml})
 * @param duty rules of one duty compete: a county's beat national ones, those beat platform ones,
 *     and among equals the most specific condition wins. By default the key itself
 * @param resolve how tiers compete for this duty
 * @param note how an unclear text was read; null if it is plain
 */
public record Rule(
    String id,
    String key,
    String duty,
    Tier tier,
    Basis basis,
    Bindingness bindingness,
    Condition when,
    RuleValue value,
    Resolve resolve,
    @Nullable String note) {

  /** Whose rule it is, strongest claim first. */
  public enum Tier {
    COUNTY,
    NATIONAL,
    PLATFORM
  }

  public enum Resolve {
    /** The county's clause where there is one, else national law, else the platform's default. */
    COUNTY_FIRST,
    /** A statutory limit where one matches; the local one is the fallback. */
    STATUTE_FIRST,
    /** Of all matching limits the one that ends first. */
    STRICTER
  }

  public Ground ground() {
    return basis.ground(id);
  }

  /**
   * Whether being late is a breach: never without a number, a clause or a law, or for an indicator.
   */
  public boolean canBeBreached() {
    boolean numbered =
        !(value instanceof RuleValue.Limit limit) || limit.amount() != null || limit.typed();
    boolean binding = bindingness == Bindingness.HARD || bindingness == Bindingness.EXPLAINABLE;
    boolean grounded = basis instanceof Basis.Clauses || basis instanceof Basis.Law;
    return numbered && binding && grounded;
  }
}
