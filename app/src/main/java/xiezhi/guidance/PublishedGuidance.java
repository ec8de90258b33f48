package xiezhi.guidance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** 合规指导清单、典型案例 as they are published. */
public interface PublishedGuidance {
  /**
   * One entry.
   *
   * @param kind as the county's rule names it
   * @param trade for whom it is meant
   * @param body who published it
   */
  record Entry(
      UUID id,
      String kind,
      String trade,
      String title,
      String content,
      String legalBasis,
      String body,
      Instant publishedAt) {}

  /** Of the actor's county, the newest first. */
  List<Entry> published();
}
