package xiezhi.sharing.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;

/** Information and who was given it, as they are kept. */
public interface InformationRegister {
  /** Why a body is given an item. */
  enum Why {
    /** The category's rule names it. */
    RULE,
    SUBSCRIPTION,
    /** The publisher named it. */
    NAMED,
    /** It had asked for it. */
    REQUEST,
    /** It takes part in what the item is about. */
    PART;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Why of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }

  /** One body is given one item. */
  record Delivery(UUID information, BodyId receiver, Why why) {}

  record Subscription(BodyId body, String category, String field) {}

  enum Box {
    IN,
    OUT,
    /** Formed here and not yet shared. */
    TO_SHARE,
    /** All of the county, for those who coordinate and supervise. */
    COUNTY
  }

  /**
   * @param party name or address of a party, exactly
   * @param before id of the last one seen
   */
  record Query(
      Box box,
      Collection<BodyId> desk,
      @Nullable String category,
      @Nullable String item,
      @Nullable String party,
      @Nullable UUID before,
      int limit) {}

  void insert(CountyCode county, Information information);

  void update(CountyCode county, Information information);

  Optional<Information> find(CountyCode county, UUID id);

  List<Information> of(CountyCode county, MatterId matter);

  List<Information> list(CountyCode county, Query query);

  /** Written for all receivers at once. */
  void deliver(CountyCode county, UUID id, Map<BodyId, Why> receivers);

  /** All of one item, in the order of receivers. */
  List<Delivery> deliveries(CountyCode county, UUID id);

  /** Of these items, what these bodies were given. */
  List<Delivery> deliveriesTo(
      CountyCode county, Collection<BodyId> receivers, Collection<UUID> ids);

  List<Subscription> subscriptions(CountyCode county, @Nullable Collection<BodyId> of);

  /** Who has subscribed to that category, for that field or for all. */
  List<BodyId> subscribers(CountyCode county, String category, String field);

  void subscribe(CountyCode county, Subscription subscription, Instant at, String account);

  void unsubscribe(CountyCode county, Subscription subscription);

  /** How many items each body shared in that stretch. */
  Map<BodyId, Integer> shared(CountyCode county, Instant from, Instant to);

  /** What events brought in that field and stretch, by event, for the periodic report. */
  Map<String, Integer> figures(CountyCode county, String field, Instant from, Instant to);

  static Refusal overtaken() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "sharing.changed-meanwhile",
        "Somebody else changed this meanwhile; look at it again.");
  }
}
