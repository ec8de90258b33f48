package xiezhi.mechanism;

/**
 * One operative sentence of an instrument.
 *
 * @param id as {@code ES-019}; unique within the county
 * @param instrument id of the instrument it stands in
 * @param heading where in the instrument, as printed
 * @param quote the sentence in the county's own words
 * @param requirement what it asks of the platform, in English
 * @param kind the capability it belongs to
 * @param grade A enforce or compute, B workflow or record, C report or remind, D organisational
 *     only
 */
public record Clause(
    String id,
    String instrument,
    String heading,
    String quote,
    String requirement,
    String kind,
    String grade) {}
