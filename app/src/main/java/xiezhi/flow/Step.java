package xiezhi.flow;

import java.time.Instant;

/**
 * Somebody did something: who answered first, and what with.
 *
 * @param account of the person
 * @param by the person's name, as the record and the letters call them
 * @param note what was said with it; empty if nothing
 */
public record Step(Instant at, String account, String by, String note) {}
