package xiezhi.obligation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Ground;

/**
 * An obligation as lists show it.
 *
 * @param key of its rule, in the rule-key catalogue
 * @param words the text's own words for the time, as {@code 3个工作日内}
 * @param state {@code open}, {@code suspended}, {@code met}, {@code met-late}, {@code excused} or
 *     {@code void}
 * @param link where to look at it, a path in the web interface
 * @param ends the events that discharge it
 * @param lastDay the last day in time; {@code dueAt} is the first instant that is too late; both
 *     null where no number is given
 * @param overdue whether it is, or was when it was met, past its due time in a way that counts as a
 *     breach
 * @param confidential known only to the desks of its two bodies
 * @param breachable false for a clock without a number, a platform default or an internal target
 */
public record ObligationView(
    UUID id,
    @Nullable MatterRef matter,
    String subject,
    String link,
    String duty,
    String key,
    String rule,
    String words,
    Ground ground,
    String bindingness,
    String state,
    BodyRef debtor,
    @Nullable BodyRef creditor,
    String startEvent,
    Instant startedAt,
    List<String> ends,
    @Nullable Instant dueAt,
    @Nullable LocalDate lastDay,
    @Nullable Instant targetAt,
    @Nullable Instant warnAt,
    @Nullable Instant closedAt,
    @Nullable String closedBy,
    Light light,
    boolean overdue,
    boolean breachable,
    boolean confidential,
    boolean provisional,
    @Nullable String note,
    int version) {

  /** The matter it belongs to; number and subject only where the list shows several matters. */
  public record MatterRef(UUID id, @Nullable String number, @Nullable String subject) {}

  /** The same with its matter's headline. */
  public ObligationView of(@Nullable String number, @Nullable String about) {
    return new ObligationView(
        id,
        matter == null ? null : new MatterRef(matter.id(), number, about),
        subject,
        link,
        duty,
        key,
        rule,
        words,
        ground,
        bindingness,
        state,
        debtor,
        creditor,
        startEvent,
        startedAt,
        ends,
        dueAt,
        lastDay,
        targetAt,
        warnAt,
        closedAt,
        closedBy,
        light,
        overdue,
        breachable,
        confidential,
        provisional,
        note,
        version);
  }

  /** The clock's colour. */
  public enum Light {
    /** 红: past its due time. */
    RED,
    /** 黄: past the warning, or past an internal target. */
    AMBER,
    /** 绿: in time. */
    GREEN,
    /** No number given, or not running any more: nothing to warn of. */
    NONE;

    /** As it goes over the wire. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
