package xiezhi.assistance.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.calendar.TimeLimit;
import xiezhi.shared.BodyId;

/**
 * 执法协助事项清单: something a department helps with.
 *
 * @param content 协助内容
 * @param form 协助形式
 * @param limit 反馈时限: in which it answers a request that names this entry; null if none was set
 * @param endedAt null while it is on the list
 */
public record ListEntry(
    UUID id,
    BodyId department,
    String content,
    String form,
    @Nullable TimeLimit limit,
    Instant listedAt,
    String listedBy,
    @Nullable Instant endedAt) {}
