package xiezhi.organisation.application;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.organisation.Counties;
import xiezhi.organisation.County;
import xiezhi.organisation.Division;
import xiezhi.organisation.Divisions;
import xiezhi.organisation.Places;
import xiezhi.organisation.domain.Outline;
import xiezhi.organisation.domain.Outline.Point;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Refusal;

/** Asks outlines and centres. */
@Service
class FindPlace implements Places {
  /** Neither the outline nor a phone is more exact. */
  private static final double MARGIN_METRES = 1_000;

  /** Beyond that the nearest centre says nothing. */
  private static final double NEAR_CENTRE_METRES = 3_000;

  private final Counties counties;
  private final Divisions divisions;
  private final JsonMapper json;
  private final Map<CountyCode, Optional<Outline>> outlines = new ConcurrentHashMap<>();

  FindPlace(Counties counties, Divisions divisions, JsonMapper json) {
    this.counties = counties;
    this.divisions = divisions;
    this.json = json;
  }

  @Override
  public Found locate(CountyCode county, BigDecimal lng, BigDecimal lat) {
    Point p = point(lng, lat);
    Optional<Outline> own = outline(county);
    if (own.isPresent() && !own.get().contains(p)) {
      Optional<County> other =
          counties.known().stream()
              .filter(c -> !c.code().equals(county))
              .filter(c -> outline(c.code()).filter(o -> o.contains(p)).isPresent())
              .findFirst();
      if (other.isPresent() || own.get().metresToEdge(p) > MARGIN_METRES) {
        return new Found(null, false, other.orElse(null));
      }
    }
    return new Found(nearest(county, p).orElse(null), true, null);
  }

  @Override
  public boolean isWithin(CountyCode county, BigDecimal lng, BigDecimal lat) {
    Point p = point(lng, lat);
    return outline(county).filter(o -> o.contains(p)).isPresent();
  }

  private Optional<Division> nearest(CountyCode county, Point p) {
    return divisions.of(county).stream()
        .filter(d -> d.lng() != null && d.lat() != null)
        .filter(d -> metres(d, p) <= NEAR_CENTRE_METRES)
        .min(Comparator.comparingDouble(d -> metres(d, p)));
  }

  private static double metres(Division d, Point p) {
    return d.lng() == null || d.lat() == null
        ? Double.MAX_VALUE
        : Outline.metres(p, new Point(d.lng().doubleValue(), d.lat().doubleValue()));
  }

  @Override
  public @Nullable Division named(CountyCode county, String address) {
    return divisions.of(county).stream()
        .filter(d -> address.contains(d.name()) || address.contains(shortName(d)))
        .max(Comparator.comparingInt(d -> d.name().length()))
        .orElse(null);
  }

  @Override
  public double metres(BigDecimal lng, BigDecimal lat, BigDecimal otherLng, BigDecimal otherLat) {
    return Outline.metres(point(lng, lat), point(otherLng, otherLat));
  }

  private static String shortName(Division d) {
    String plain = d.name().replaceFirst("(街道|镇|乡)$", "");
    // one character stands in too many other words
    return plain.length() < 2 ? d.name() : plain;
  }

  private static Point point(BigDecimal lng, BigDecimal lat) {
    double x = lng.doubleValue();
    double y = lat.doubleValue();
    if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "organisation.no-such-point",
              "A point has a longitude of -180 to 180 and a latitude of -90 to 90.",
              Map.of("lng", x, "lat", y))
          .exception();
    }
    return new Point(x, y);
  }

  /** An outline does not change while the application runs; a county without one may get it. */
  private Optional<Outline> outline(CountyCode county) {
    Optional<Outline> known = outlines.getOrDefault(county, Optional.empty());
    if (known.isEmpty()) {
      known = counties.boundary(county).map(this::read);
      outlines.put(county, known);
    }
    return known;
  }

  private Outline read(String geometry) {
    JsonNode node = json.readTree(geometry);
    JsonNode coordinates = node.path("coordinates");
    List<Outline.Polygon> polygons = new ArrayList<>();
    if (node.path("type").asString("").equals("Polygon")) {
      polygons.add(polygon(coordinates));
    } else {
      coordinates.forEach(p -> polygons.add(polygon(p)));
    }
    return new Outline(polygons);
  }

  private static Outline.Polygon polygon(JsonNode rings) {
    List<List<Point>> all = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Point> points = new ArrayList<>();
      ring.forEach(p -> points.add(new Point(p.get(0).asDouble(), p.get(1).asDouble())));
      all.add(points);
    }
    return new Outline.Polygon(all);
  }
}
