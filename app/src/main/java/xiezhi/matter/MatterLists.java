package xiezhi.matter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The matters the actor may see, newest first. */
public interface MatterLists {
  /**
   * @param q words to look for, in number, subject, address, facts, parties and items; null for all
   * @param beforeRegistered registration time of the last row seen, with its id; null at the start
   */
  record Query(
      @Nullable String q,
      @Nullable String stage,
      @Nullable String division,
      boolean urgent,
      @Nullable Instant beforeRegistered,
      @Nullable UUID beforeId,
      int limit) {}

  record Line(
      UUID id,
      String number,
      String subject,
      String stage,
      String holder,
      String source,
      String division,
      boolean urgent,
      boolean hazard,
      Instant registeredAt) {}

  List<Line> list(Query query);
}
