package xiezhi.referral.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;

/**
 * 沟通对接: something shared, a case briefed or a question talked over with one of the partners of the
 * criminal link. Written down once, answered by writing another.
 *
 * @param partner in the county's own word for it, as {@code 检察}
 * @param matter what it is about; null if no single one
 */
public record Contact(
    UUID id,
    BodyId body,
    String partner,
    Kind kind,
    @Nullable MatterId matter,
    String subject,
    String content,
    Step step) {

  /** 信息共享, 案情通报, 沟通对接. */
  public enum Kind {
    INFORMATION,
    BRIEFING,
    CONSULTATION;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public String reference() {
    return "contact:" + id;
  }

  /** Kept for good; never changed. */
  public interface Register {
    void insert(CountyCode county, Contact contact);

    /**
     * Newest first.
     *
     * @param desk whose; empty for the whole county
     */
    List<Contact> list(CountyCode county, List<BodyId> desk, @Nullable UUID before, int limit);

    /** The threshold note of each of these items that has one, the latest of each. */
    List<Threshold> thresholds(CountyCode county, List<String> items);

    void note(CountyCode county, Threshold threshold);
  }

  /** 案件移送标准 of one item of the power list, with its source. */
  public record Threshold(
      UUID id, String item, String threshold, String source, Instant at, String by) {}
}
