package xiezhi.command.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 不在岗、停用: when a person or a piece of equipment cannot be sent, and why. */
public record Absence(
    UUID id,
    @Nullable String account,
    @Nullable UUID equipment,
    Instant from,
    Instant to,
    String reason,
    String by) {}
