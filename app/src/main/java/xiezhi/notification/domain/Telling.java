package xiezhi.notification.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.MatterId;

/**
 * Something that somebody should know.
 *
 * @param id grows with time
 * @param details JSON object: what the sentence needs
 * @param read whether the person who asks has read it
 */
public record Telling(
    UUID id,
    Instant at,
    String code,
    String details,
    @Nullable MatterId matter,
    String link,
    boolean read) {}
