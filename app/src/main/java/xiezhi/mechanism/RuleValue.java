package xiezhi.mechanism;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiezhi.calendar.TimeLimit;

/** What a rule says. One kind of sentence each. */
public sealed interface RuleValue {

  /** The names it lists, in the order of the text; none if it is no list of names. */
  default List<String> names() {
    return this instanceof Names(var values) ? values : List.of();
  }

  /**
   * Somebody owes something by some time.
   *
   * @param amount null where the text gives no number (及时、立即): the clock runs and is reported, and
   *     can never be breached
   * @param words the text's own words for the time, as {@code 3个工作日} or {@code 及时}
   * @param starts the events that start the clock, as {@code matter.judged-not-ours}
   * @param ends the events that discharge the obligation
   * @param debtor role of the body that owes, as the flow names it ({@code holder}, {@code sender},
   *     {@code receiver})
   * @param creditor role of the body it is owed to; null where it is owed to nobody in particular
   * @param target inner target before the limit (内部时限); null if none
   * @param extension whether and how it may be extended; null if it may not
   * @param suspends names of the pauses that do not count, as {@code testing}, {@code appraisal},
   *     {@code hearing}
   * @param fromActualTime name of the fact (an instant) from which the clock runs instead of the
   *     event's own time; null if none
   * @param typed true where the text presupposes a limit without giving it (规定时间): the flow must
   *     ask the sender for one
   */
  record Limit(
      @Nullable TimeLimit amount,
      String words,
      List<String> starts,
      List<String> ends,
      String debtor,
      @Nullable String creditor,
      @Nullable TimeLimit target,
      @Nullable Extension extension,
      List<String> suspends,
      @Nullable String fromActualTime,
      boolean typed)
      implements RuleValue {}

  /**
   * @param by how much more; null if only a ceiling or a newly stated date is given
   * @param ceiling at most this in total, from the start; null if none
   * @param statedDate a new date must be stated
   * @param approver role of the body that approves; null if the debtor itself
   * @param beforeExpiry must be asked for before it is due (事先告知)
   * @param times how often; null if not limited
   */
  record Extension(
      @Nullable TimeLimit by,
      @Nullable TimeLimit ceiling,
      boolean statedDate,
      @Nullable String approver,
      boolean beforeExpiry,
      @Nullable Integer times) {}

  /**
   * An act may be done only if.
   *
   * @param acts the acts it guards, as {@code transfer.send}
   * @param requirements all of them must hold
   */
  record Gate(List<String> acts, List<Requirement> requirements) implements RuleValue {}

  /** What a gate asks for. */
  sealed interface Requirement {
    /** Each of these is in the fact set of that name ({@code materials}, {@code fields}). */
    record Present(String fact, List<String> names) implements Requirement {}

    /**
     * The body in that role is of an allowed kind and of no forbidden kind.
     *
     * @param unless the flag that lifts it, as {@code statutory-own-name}; null if nothing does
     */
    record BodyKinds(String role, List<String> allow, List<String> forbid, @Nullable String unless)
        implements Requirement {}

    /** These events have happened before. */
    record After(List<String> events) implements Requirement {}

    /** At least one of these events has happened before. */
    record AfterAny(List<String> events) implements Requirement {}

    /** The fact has one of these values. */
    record FactIs(String fact, List<String> values) implements Requirement {}

    /**
     * Not at all, while the rule's condition matches.
     *
     * @param unless the flag that lifts it; null if nothing does
     */
    record Forbidden(@Nullable String unless) implements Requirement {}
  }

  /**
   * Who is to do it.
   *
   * @param question as {@code transfer.receiver}, {@code dispute.decider}
   * @param to the answer
   * @param exclusive true where any other answer is refused; false where it is the usual way
   */
  record Route(String question, Target to, boolean exclusive) implements RuleValue {}

  /** A body, told by its place in the flow or by its name. */
  sealed interface Target {
    /** A role of the flow, as {@code sender}, {@code receiver}, {@code final-handler}. */
    record RoleOf(String role) implements Target {}

    /** The body of that name in the county's directory. */
    record Named(String name) implements Target {}

    /**
     * The bodies of that kind, as {@code county-government}; at the matter's place where there are
     * several.
     */
    record OfKind(String kind) implements Target {}
  }

  /**
   * Something to be done again and again.
   *
   * @param every the period; null where the text gives none (定期): a schedule has yet to be set
   * @param times how often in each period, at least
   * @param words the text's own words
   * @param per kind of body each of which owes it; null if the county as a whole
   * @param debtor kind of body or term that convenes it
   * @param participants terms or names of those who take part
   * @param series what distinguishes it from another duty of the same key
   * @param ends the event that counts
   */
  record Periodic(
      @Nullable Period every,
      int times,
      String words,
      @Nullable String per,
      @Nullable String debtor,
      List<String> participants,
      @Nullable String series,
      @Nullable String ends)
      implements RuleValue {}

  enum Period {
    MONTH,
    QUARTER,
    YEAR
  }

  /**
   * So many, or such a share.
   *
   * @param min null where the text gives no number
   * @param max null if none
   * @param ratio the share, 0..1, of {@code of}; null if it is a plain number
   * @param of what it is a share of
   * @param rounding {@code up}, {@code down} or {@code none}
   * @param unit as {@code person}, {@code hour}, {@code item}
   * @param per as {@code town}, {@code area}, {@code body}
   * @param exempt names that are shown but not flagged
   */
  record Quota(
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable BigDecimal ratio,
      @Nullable String of,
      String rounding,
      String unit,
      @Nullable String per,
      List<String> exempt,
      String words)
      implements RuleValue {}

  /**
   * Lets a flag lift a gate that names it in its {@code unless}. A gate whose flag no rule in force
   * declares stays shut.
   *
   * @param flag as {@code statutory-own-name}
   * @param requires the field that must be given with it, as {@code citation}; null if none
   */
  record Exemption(String flag, @Nullable String requires, String words) implements RuleValue {}

  /** One word of a fixed choice or a free text. */
  record Text(String value) implements RuleValue {}

  record Names(List<String> values) implements RuleValue {}

  record Amount(BigDecimal value) implements RuleValue {}

  record Flag(boolean value) implements RuleValue {}

  record Day(LocalDate value) implements RuleValue {}

  /** The text has the duty but no value; the words it uses instead. */
  record Unspecified(String words) implements RuleValue {}

  /** A table of texts by name. */
  record Table(Map<String, String> values) implements RuleValue {}
}
