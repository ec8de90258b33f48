package xiezhi.organisation;

import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/**
 * A body.
 *
 * @param shortName for letter numbers and narrow screens
 * @param parent the body it is part of or dispatched by; null for those that stand alone
 * @param township the township in which it works; null for county-wide bodies
 * @param division nine-digit code of the township division; null for county-wide bodies
 * @param function what it is for, as printed; empty if not known
 * @param evidence {@code VERIFIED} or {@code ASSUMED} and why: whether the name is a fact
 */
public record Body(
    BodyId id,
    CountyCode county,
    String name,
    String shortName,
    BodyKind kind,
    @Nullable BodyId parent,
    @Nullable BodyId township,
    @Nullable String division,
    String function,
    String evidence) {}
