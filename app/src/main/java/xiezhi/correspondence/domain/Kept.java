package xiezhi.correspondence.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it is kept.
 *
 * @param state {@code open}, {@code answered}, {@code closed} or {@code withdrawn}
 */
public record Kept(
    UUID id,
    String kind,
    String subject,
    @Nullable UUID matter,
    String title,
    String sender,
    String stage,
    String state,
    @Nullable String number,
    String link,
    boolean confidential,
    Instant sentAt,
    String sentBy,
    Instant changedAt) {}
