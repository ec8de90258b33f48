package xiezhi.matter.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.matter.Matter;
import xiezhi.matter.MatterLists.Line;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;

/** The matters as they are kept, and who may see them. */
public interface MatterRegister {
  /**
   * @param desk the bodies whose matters are wanted; null for all of the county
   * @param words bigrams that all must occur; null for no search
   */
  record Query(
      @Nullable List<BodyId> desk,
      @Nullable String words,
      @Nullable String stage,
      @Nullable String division,
      boolean urgent,
      @Nullable Instant beforeRegistered,
      @Nullable UUID beforeId,
      int limit) {}

  /** The next number of the year in this county, without gaps among those committed. */
  int nextNumber(CountyCode county, int year);

  void insert(CountyCode county, Matter m);

  void update(CountyCode county, Matter m, boolean parts);

  Optional<Matter> find(CountyCode county, MatterId id);

  void open(
      CountyCode county, MatterId id, Collection<BodyId> bodies, Instant registeredAt, Instant now);

  List<BodyId> openTo(CountyCode county, MatterId id);

  /** Newest first. */
  List<Line> list(CountyCode county, Query q);

  /**
   * Number and subject of those of the ids that are there.
   *
   * @param desk only of those open to one of these bodies; null for all
   */
  Map<UUID, String[]> headlines(
      CountyCode county, Collection<UUID> ids, @Nullable Collection<BodyId> desk);
}
