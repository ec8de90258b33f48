package xiezhi.intake.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;

/** The rows of complaints. */
public interface ComplaintRegister {
  /**
   * What is kept beside the states.
   *
   * @param service the public category chosen; empty if none
   * @param words the complainant's own
   * @param contact sealed; null if nothing is known of the complainant
   */
  record Extras(
      String service,
      String division,
      String words,
      String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      String receivedBy,
      @Nullable String contact) {}

  /** What the public reported, as anybody may read it. */
  record PublicQuery(
      Collection<UUID> ids,
      Collection<String> services,
      @Nullable Boolean open,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Instant updatedSince,
      int offset,
      int limit) {}

  record PublicLine(Complaint complaint, Extras extras, Instant updatedAt) {}

  List<PublicLine> published(CountyCode county, PublicQuery query);

  record Step(Instant at, String event, BodyId body, String by, String note) {}

  record Addition(Instant at, String words, List<UUID> files) {}

  record Guidance(Instant at, BodyId body, String by, String words) {}

  /** In which way a desk has to do with a complaint. */
  enum Whose {
    /** It answers for it. */
    ANSWERABLE,
    /** It took it in, and follows until the result is known. */
    FOLLOWED,
    /** It is on its way there. */
    ARRIVING
  }

  /**
   * What a list is asked for, newest first.
   *
   * @param desk null for the whole county
   * @param matters only of these matters; null for all
   */
  record Query(
      @Nullable List<BodyId> desk,
      Whose whose,
      @Nullable String stage,
      @Nullable String channel,
      @Nullable Collection<UUID> matters,
      @Nullable Instant before,
      @Nullable UUID beforeId,
      int limit) {}

  record Line(Complaint complaint, String service, String division) {}

  void insert(CountyCode county, Complaint complaint, Extras extras);

  /** Refuses with {@code complaint.changed-meanwhile} if somebody else changed it before. */
  void update(CountyCode county, Complaint complaint, Instant at);

  Optional<Complaint> find(CountyCode county, UUID id);

  Optional<Complaint> byCode(CountyCode county, ComplaintCode code);

  List<Complaint> of(CountyCode county, MatterId matter);

  List<Line> of(CountyCode county, Collection<UUID> matters);

  /** Those merged into it. */
  List<Complaint> followers(CountyCode county, UUID leader);

  PublicLine extras(CountyCode county, UUID id);

  List<Line> list(CountyCode county, Query query);

  void note(CountyCode county, UUID complaint, Step step);

  List<Step> steps(CountyCode county, UUID complaint);

  /** Of several complaints at once; those without any are missing. */
  Map<UUID, List<Step>> steps(CountyCode county, Collection<UUID> complaints);

  void add(CountyCode county, UUID complaint, Addition addition);

  List<Addition> additions(CountyCode county, UUID complaint);

  void guide(CountyCode county, UUID complaint, Guidance guidance);

  List<Guidance> guidance(CountyCode county, UUID complaint);

  void link(CountyCode county, UUID one, UUID other, Instant at, String by);

  List<UUID> links(CountyCode county, UUID complaint);

  static Refusal changedMeanwhile() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "complaint.changed-meanwhile",
        "Somebody else changed this complaint meanwhile; look again.");
  }
}
