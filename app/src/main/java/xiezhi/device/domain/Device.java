package xiezhi.device.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * A device's life: it is <b>registered</b> by the county's administrator at the desk of a body,
 * <b>calibrated</b> from time to time, its place <b>reviewed</b> and <b>published</b>, given a
 * <b>key</b> with which it sends, and at last <b>retired</b>, after which its key opens nothing.
 * Papers that lack or have run out do not keep it from sending: what it sends is flagged, and a
 * person decides what it is worth.
 *
 * @param holder the body at whose desk its leads arrive
 * @param keyHash SM3 of its key; null while it has none
 */
public record Device(
    UUID id,
    Kind kind,
    String name,
    String maker,
    String serial,
    BodyId holder,
    Place place,
    Calibration calibration,
    Review review,
    @Nullable String keyHash,
    Instant registeredAt,
    String registeredBy,
    @Nullable Instant retiredAt,
    String retiredBecause,
    int version) {

  /** What it is. */
  public enum Kind {
    CAMERA,
    DRONE,
    SENSOR,
    /** A recogniser that looks at others' pictures. */
    AI;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param words as it is published
   * @param lng degrees; null for what moves
   */
  public record Place(
      String division, String words, @Nullable BigDecimal lng, @Nullable BigDecimal lat) {}

  /**
   * 检定、校准.
   *
   * @param certificate its number; empty if there is none
   * @param validUntil the last day
   */
  public record Calibration(
      String certificate, @Nullable LocalDate on, @Nullable LocalDate validUntil) {
    public static final Calibration NONE = new Calibration("", null, null);
  }

  /**
   * 法制和技术审核, and the publication of the place (行政处罚法 art. 41).
   *
   * @param words who reviewed it, with what result
   */
  public record Review(String words, @Nullable LocalDate on, @Nullable LocalDate publishedOn) {
    public static final Review NONE = new Review("", null, null);
  }

  public boolean isRetired() {
    return retiredAt != null;
  }

  /** What speaks against what it sends on that day; for a person to weigh. */
  public List<String> flags(LocalDate day) {
    List<String> flags = new ArrayList<>();
    if (calibration.certificate().isEmpty() || calibration.on() == null) {
      flags.add("not-calibrated");
    } else if (calibration.on().isAfter(day)) {
      flags.add("calibrated-later");
    }
    if (calibration.validUntil() != null && calibration.validUntil().isBefore(day)) {
      flags.add("calibration-expired");
    }
    if (review.on() == null || review.on().isAfter(day)) {
      flags.add("not-reviewed");
    }
    if (review.publishedOn() == null || review.publishedOn().isAfter(day)) {
      flags.add("not-published");
    }
    return flags;
  }

  public Permission mayChange() {
    return isRetired()
        ? Permission.refused(
            Refusal.of(Refusal.Kind.CONFLICT, "device.retired", "The device has been retired."))
        : Permission.allowed();
  }

  public Device calibrated(Calibration calibration) {
    return with(calibration, review, keyHash, retiredAt, retiredBecause);
  }

  public Device reviewed(Review review) {
    return with(calibration, review, keyHash, retiredAt, retiredBecause);
  }

  public Device keyed(String keyHash) {
    return with(calibration, review, keyHash, retiredAt, retiredBecause);
  }

  public Device retired(Instant now, String because) {
    return with(calibration, review, null, now, because);
  }

  private Device with(
      Calibration calibration,
      Review review,
      @Nullable String keyHash,
      @Nullable Instant retiredAt,
      String because) {
    mayChange().orThrow();
    return new Device(
        id,
        kind,
        name,
        maker,
        serial,
        holder,
        place,
        calibration,
        review,
        keyHash,
        registeredAt,
        registeredBy,
        retiredAt,
        because,
        version + 1);
  }
}
