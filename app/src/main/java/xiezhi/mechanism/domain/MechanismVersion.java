package xiezhi.mechanism.domain;

import java.time.Instant;
import java.time.LocalDate;
import xiezhi.shared.CountyCode;

/**
 * That a version governs, and from when. Versions follow one another: each governs until the day
 * before the next one begins, and those begun on one day give way to the last of them.
 *
 * @param number counted from 1 in each county
 * @param hash of the files of all three tiers
 * @param packaged came with the platform; else a county administrator imported it
 * @param importer what the person is called
 */
public record MechanismVersion(
    CountyCode county,
    int number,
    String hash,
    LocalDate effectiveFrom,
    boolean packaged,
    Instant importedAt,
    String importedBy,
    String importer) {}
