package xiezhi.portal.open311;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.organisation.Counties;
import xiezhi.organisation.County;
import xiezhi.organisation.Places;
import xiezhi.portal.application.PublicCounty;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/**
 * Which county is meant. Many clients never send a {@code jurisdiction_id}: each county therefore
 * has an address of its own, which is what the discovery names, and an installation of one county
 * needs none at all.
 */
@Component
class Jurisdiction {
  private final PublicCounty entering;
  private final Counties counties;
  private final Places places;

  Jurisdiction(PublicCounty entering, Counties counties, Places places) {
    this.entering = entering;
    this.counties = counties;
    this.places = places;
  }

  List<County> all() {
    return counties.known();
  }

  /** Empty if none is named and there are several. */
  Optional<County> named(@Nullable String inPath, @Nullable String parameter) {
    String given = inPath != null ? inPath : parameter == null ? "" : parameter.strip();
    if (given.isEmpty()) {
      List<County> all = all();
      return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
    return Optional.of(
        entering
            .find(given)
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.UNKNOWN,
                            "open311.no-such-jurisdiction",
                            "jurisdiction_id was not found: it is the six-digit code of a county"
                                + " served here.",
                            Map.of())
                        .exception()));
  }

  County needed(@Nullable String inPath, @Nullable String parameter) {
    return named(inPath, parameter).orElseThrow(this::missing);
  }

  /** The county in whose outline a point lies, where none is named. */
  Optional<County> at(@Nullable BigDecimal lng, @Nullable BigDecimal lat) {
    if (lng == null || lat == null) {
      return Optional.empty();
    }
    return all().stream()
        .filter(
            c ->
                CurrentActor.as(
                    Actor.publicIn(c.code()), () -> places.isWithin(c.code(), lng, lat)))
        .findFirst();
  }

  RefusedException missing() {
    return Refusal.of(
            Refusal.Kind.MALFORMED,
            "open311.jurisdiction-needed",
            "jurisdiction_id was not provided: several counties are served here. Send it, or use"
                + " the address of one county, as the service discovery names them.",
            Map.of())
        .exception();
  }
}
