package xiezhi.sharing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/** Drafts, requests, suggestions, uses and measures, as they are kept. */
public interface SharingBook {
  /** 结果运用: how a body used a penalty that was copied to it. */
  record Use(UUID information, BodyId body, How how, String content, Instant at, String by) {}

  enum How {
    /** 管理评定挂钩. */
    MANAGEMENT_RATING,
    /** 行业通报. */
    INDUSTRY_CIRCULAR,
    OTHER;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** 源头预防措施. */
  record Measure(
      UUID id,
      BodyId department,
      String field,
      String content,
      LocalDate from,
      Instant at,
      String by) {}

  /**
   * @param of bodies on either side; null for the whole county
   */
  record Query(@Nullable Collection<BodyId> of, @Nullable UUID before, int limit) {}

  void insert(CountyCode county, RulesDraft draft);

  void update(CountyCode county, RulesDraft draft);

  Optional<RulesDraft> draft(CountyCode county, UUID id);

  List<RulesDraft> drafts(CountyCode county, Query query);

  void insert(CountyCode county, DataRequest request);

  void update(CountyCode county, DataRequest request);

  Optional<DataRequest> request(CountyCode county, UUID id);

  List<DataRequest> requests(CountyCode county, Query query);

  void insert(CountyCode county, Suggestion suggestion);

  void update(CountyCode county, Suggestion suggestion);

  Optional<Suggestion> suggestion(CountyCode county, UUID id);

  List<Suggestion> suggestions(CountyCode county, Query query);

  void insert(CountyCode county, Use use, String account);

  List<Use> uses(CountyCode county, Collection<UUID> information);

  void insert(CountyCode county, Measure measure, String account);

  List<Measure> measures(CountyCode county, @Nullable String field);
}
