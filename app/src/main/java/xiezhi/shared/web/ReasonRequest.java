package xiezhi.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * An act that needs a reason.
 *
 * @param version of what the client looked at; another one is a lost race
 */
public record ReasonRequest(int version, @Nullable String reason) {}
