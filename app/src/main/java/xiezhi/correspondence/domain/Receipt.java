package xiezhi.correspondence.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a letter at one receiver. */
public record Receipt(
    UUID letter,
    String receiver,
    Instant deliveredAt,
    @Nullable Instant openedAt,
    @Nullable String openedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy) {}
