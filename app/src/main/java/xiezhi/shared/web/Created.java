package xiezhi.shared.web;

import java.util.UUID;

/** What was made. */
public record Created(UUID id) {}
