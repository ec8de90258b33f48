package xiezhi.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import xiezhi.organisation.domain.Outline.Point;
import xiezhi.organisation.domain.Outline.Polygon;

class OutlineTest {
  private static List<Point> square(double from, double to) {
    return List.of(
        new Point(from, from),
        new Point(to, from),
        new Point(to, to),
        new Point(from, to),
        new Point(from, from));
  }

  private final Outline ring =
      new Outline(List.of(new Polygon(List.of(square(0, 10), square(4, 6)))));

  @Test
  void whatIsInTheHoleIsOutside() {
    assertThat(ring.contains(new Point(1, 1))).isTrue();
    assertThat(ring.contains(new Point(5, 5))).isFalse();
    assertThat(ring.contains(new Point(11, 5))).isFalse();
    assertThat(ring.contains(new Point(-1, 10))).isFalse();
  }

  @Test
  void measuresToTheNearestLine() {
    assertThat(ring.metresToEdge(new Point(1, 0.5))).isCloseTo(55_600, within(300.0));
    assertThat(ring.metresToEdge(new Point(5, 5.5))).isCloseTo(55_600, within(300.0));
    assertThat(Outline.metres(new Point(102, 24), new Point(102, 24.001)))
        .isCloseTo(111.2, within(0.1));
  }
}
