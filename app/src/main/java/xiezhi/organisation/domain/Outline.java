package xiezhi.organisation.domain;

import java.util.List;

/**
 * The schematic outline of a county: polygons, each an outer ring and its holes, in degrees. Not a
 * survey result: whoever stands near the line may be on either side.
 */
public record Outline(List<Polygon> polygons) {
  private static final double METRES_PER_DEGREE = 111_195;

  public record Point(double lng, double lat) {}

  /**
   * @param rings the outer one first; each ends where it begins
   */
  public record Polygon(List<List<Point>> rings) {
    public Polygon {
      rings = rings.stream().map(List::copyOf).toList();
    }

    /** By counting how often a ray to the east crosses a ring. */
    boolean contains(Point p) {
      boolean inside = false;
      for (List<Point> ring : rings) {
        for (int i = 1; i < ring.size(); i++) {
          Point a = ring.get(i - 1);
          Point b = ring.get(i);
          boolean crosses = a.lat() > p.lat() != b.lat() > p.lat();
          if (crosses
              && p.lng()
                  < (b.lng() - a.lng()) * (p.lat() - a.lat()) / (b.lat() - a.lat()) + a.lng()) {
            inside = !inside;
          }
        }
      }
      return inside;
    }
  }

  public Outline {
    polygons = List.copyOf(polygons);
  }

  public boolean contains(Point p) {
    return polygons.stream().anyMatch(polygon -> polygon.contains(p));
  }

  /** To the nearest line, as the crow flies; right to a percent for some kilometres. */
  public double metresToEdge(Point p) {
    double nearest = Double.MAX_VALUE;
    for (Polygon polygon : polygons) {
      for (List<Point> ring : polygon.rings()) {
        for (int i = 1; i < ring.size(); i++) {
          nearest = Math.min(nearest, toSegment(p, ring.get(i - 1), ring.get(i)));
        }
      }
    }
    return nearest;
  }

  private static double toSegment(Point p, Point a, Point b) {
    double shrink = Math.cos(Math.toRadians(p.lat()));
    double ax = (a.lng() - p.lng()) * shrink;
    double ay = a.lat() - p.lat();
    double dx = (b.lng() - a.lng()) * shrink;
    double dy = b.lat() - a.lat();
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / length, 0, 1);
    return Math.hypot(ax + along * dx, ay + along * dy) * METRES_PER_DEGREE;
  }

  /** Between two points. */
  public static double metres(Point a, Point b) {
    return Math.hypot((a.lng() - b.lng()) * Math.cos(Math.toRadians(a.lat())), a.lat() - b.lat())
        * METRES_PER_DEGREE;
  }
}
