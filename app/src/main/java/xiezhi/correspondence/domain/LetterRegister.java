package xiezhi.correspondence.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.correspondence.Correspondence.Letter;
import xiezhi.correspondence.Correspondence.Looked;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/** The letters and their receipts as they are kept. */
public interface LetterRegister {
  /**
   * What a box is asked for; absent parts do not restrict.
   *
   * @param state as in {@link Kept}
   * @param unread only what nobody has looked at; of an inbox only
   * @param words bigrams that must all occur
   * @param before time of the last row seen, with its id; null at the start
   */
  record Query(
      @Nullable String kind,
      @Nullable String state,
      boolean unread,
      @Nullable String words,
      @Nullable Instant before,
      @Nullable UUID beforeId,
      int limit) {}

  /** A letter with how it stands at the receiver whose inbox is read. */
  record Delivered(Kept letter, Receipt receipt) {}

  /** How many have received it, looked at it, acknowledged it; and one of them. */
  record Tally(int receivers, int opened, int acknowledged, String one) {
    public static final Tally NONE = new Tally(0, 0, 0, "");
  }

  /** Inserts it with its receipts, in a fixed number of statements however many receivers. */
  void insert(CountyCode county, UUID id, Letter letter, String by, Instant at);

  /** Says how it stands now, and delivers it to receivers that had it not. */
  void update(CountyCode county, UUID id, Letter letter, Instant at);

  Optional<Kept> find(CountyCode county, UUID id);

  Optional<Kept> ofSubject(CountyCode county, String subject);

  /** Those of the matter, newest first. */
  List<Kept> ofMatter(CountyCode county, UUID matter, int limit);

  List<Kept> outbox(CountyCode county, Collection<BodyId> desk, Query q);

  List<Delivered> inbox(CountyCode county, Collection<BodyId> desk, Query q);

  /** Whatever is not confidential, newest first. */
  List<Kept> all(CountyCode county, Query q);

  Map<UUID, Tally> tallies(CountyCode county, Collection<UUID> letters);

  /**
   * The receipts of a letter in order of the receivers.
   *
   * @param unopened only those that nobody has looked at
   * @param after the last receiver seen; null at the start
   */
  List<Receipt> receipts(
      CountyCode county, UUID letter, boolean unopened, @Nullable String after, int limit);

  /**
   * The receipts of these subjects, in order of the receivers.
   *
   * @param of only these receivers; null for all
   */
  Map<String, List<Receipt>> receiptsOf(
      CountyCode county, Collection<String> subjects, @Nullable Collection<BodyId> of);

  List<Looked> looked(CountyCode county, String kind, Instant from, Instant to);

  /** Those of the bodies that have received it. */
  List<BodyId> receiversAmong(CountyCode county, UUID letter, Collection<BodyId> bodies);

  /** Marks it looked at for those bodies that had not; answers for which it did. */
  List<BodyId> open(
      CountyCode county, UUID letter, Collection<BodyId> bodies, Actor by, Instant at);

  /** Marks it acknowledged for that body, and looked at; false if it was already. */
  boolean acknowledge(CountyCode county, UUID letter, BodyId body, Actor by, Instant at);
}
