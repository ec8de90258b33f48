package xiezhi.obligation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.MatterId;

/**
 * A clock was extended as its rule allows. Published in the same transaction, so that a flow can
 * tell whoever waits, by letter where the text asks for one (事先告知).
 *
 * @param subject what the clock is of, as {@code assistance:0190…}
 * @param matter null if it hangs on none
 * @param from the first instant that was too late, and {@code to} the one that is now
 */
public record ObligationExtended(
    Instant at,
    UUID obligation,
    String subject,
    @Nullable MatterId matter,
    Instant from,
    Instant to,
    String reason) {}
