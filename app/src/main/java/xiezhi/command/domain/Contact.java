package xiezhi.command.domain;

import java.util.UUID;
import xiezhi.shared.BodyId;

/**
 * 联络人: somebody in a superior department or elsewhere.
 *
 * @param kind one of the kinds that the county's rule names
 * @param keptBy the body that keeps the entry
 */
public record Contact(
    UUID id,
    String kind,
    String unit,
    String name,
    String duty,
    String phone,
    BodyId keptBy,
    boolean removed,
    int version) {}
