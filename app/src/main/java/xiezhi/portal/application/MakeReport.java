package xiezhi.portal.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.intake.PublicReports;
import xiezhi.organisation.Division;
import xiezhi.organisation.Divisions;
import xiezhi.organisation.Places;
import xiezhi.powers.PublicCategories;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.web.Idempotency;
import xiezhi.vault.Vault;

/** A report comes in from outside: its category and township are found, and it is taken once. */
@Service
public class MakeReport {
  private static final int MOST_PHOTOS = 9;

  private final PublicReports reports;
  private final PublicCategories categories;
  private final Divisions divisions;
  private final Places places;
  private final Idempotency idempotency;
  private final Vault vault;
  private final JsonMapper json;

  MakeReport(
      PublicReports reports,
      PublicCategories categories,
      Divisions divisions,
      Places places,
      Idempotency idempotency,
      Vault vault,
      JsonMapper json) {
    this.reports = reports;
    this.categories = categories;
    this.divisions = divisions;
    this.places = places;
    this.idempotency = idempotency;
    this.vault = vault;
    this.json = json;
  }

  /**
   * What somebody reports.
   *
   * @param service code of a public category; null or empty if none was chosen
   * @param division nine digits; null or empty to be found from the point or the address
   * @param sameAs as {@link PublicReports.Report#sameAs}
   */
  public record Entry(
      @Nullable String service,
      String description,
      @Nullable String division,
      @Nullable String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      @Nullable Instant at,
      List<UUID> photos,
      boolean anonymous,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      String channel,
      @Nullable String to,
      @Nullable String sameAs) {}

  /** Kept for whoever sends the same again. */
  public record Receipt(UUID id, String code) {}

  /**
   * @param key idempotency key; null if none was given
   */
  public Receipt make(Entry entry, @Nullable String key) {
    if (entry.photos().size() > MOST_PHOTOS) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "portal.too-many-photos",
              "A report has at most %d photos; this one has %d."
                  .formatted(MOST_PHOTOS, entry.photos().size()),
              Map.of("most", MOST_PHOTOS, "found", entry.photos().size()))
          .exception();
    }
    return once("reportViolation", key, entry, Receipt.class, () -> take(entry));
  }

  /**
   * Once for each key. What is compared is a keyed hash: a plain one of somebody's telephone number
   * could be found by trying them all.
   */
  public <T> T once(
      String operation,
      @Nullable String key,
      Object request,
      Class<T> type,
      java.util.function.Supplier<T> work) {
    return idempotency.once(
        operation, key, vault.blindIndex(json.writeValueAsString(request)), type, work);
  }

  private Receipt take(Entry entry) {
    CountyCode county = CurrentActor.get().county();
    var receipt =
        reports.report(
            new PublicReports.Report(
                category(entry.service()),
                entry.description(),
                division(county, entry),
                entry.address(),
                entry.lng(),
                entry.lat(),
                entry.at(),
                entry.photos(),
                entry.anonymous(),
                entry.name(),
                entry.phone(),
                entry.email(),
                entry.channel(),
                addressed(entry.to()),
                entry.sameAs()));
    return new Receipt(receipt.id(), receipt.code());
  }

  private static @Nullable BodyId addressed(@Nullable String to) {
    if (to == null || to.isEmpty()) {
      return null;
    }
    try {
      return new BodyId(to);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "complaint.no-such-receiver",
              "There is no such body in this county to report to.")
          .exception();
    }
  }

  private @Nullable String category(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return categories
        .find(code)
        .map(PublicCategories.Category::name)
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "portal.no-such-service",
                        "There is no public category with this code.",
                        Map.of())
                    .exception());
  }

  private String division(CountyCode county, Entry entry) {
    Division proposed = null;
    if (entry.lng() != null && entry.lat() != null) {
      Places.Found found = places.locate(county, entry.lng(), entry.lat());
      if (!found.inside()) {
        throw outside(found);
      }
      proposed = found.division();
    }
    String given = entry.division() == null ? "" : entry.division().strip();
    if (!given.isEmpty()) {
      // whether there is such a one is checked where the lead is
      return given;
    }
    String address = entry.address() == null ? "" : entry.address();
    Division named = places.named(county, address);
    if (named != null) {
      return named.code();
    }
    if (proposed != null) {
      return proposed.code();
    }
    throw Refusal.of(
            Refusal.Kind.MALFORMED,
            "portal.division-needed",
            "In which township or sub-district it is cannot be told from the place; name it: "
                + String.join("、", names(county))
                + ".",
            Map.of("divisions", names(county)))
        .exception();
  }

  private List<String> names(CountyCode county) {
    return divisions.of(county).stream().map(Division::name).toList();
  }

  private static RefusedException outside(Places.Found found) {
    var other = found.other();
    return Refusal.of(
            Refusal.Kind.RULE,
            "portal.outside-county",
            other == null
                ? "This place is outside the county; turn to the township or sub-district there, or"
                    + " call 12345."
                : "This place is in " + other.name() + "; report it there.",
            other == null ? Map.of() : Map.of("county", other.code().value(), "name", other.name()))
        .exception();
  }
}
