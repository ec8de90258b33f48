package xiezhi.flow;

import java.util.Optional;
import org.springframework.stereotype.Component;
import xiezhi.mechanism.Mechanism;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;

/**
 * The bodies that a county's own words mean: what its mechanism calls the police or the
 * organisation department, found in its directory. Empty where the directory has none of that name:
 * then the letter goes out on paper.
 */
@Component
public class Called {
  private final Desk desk;
  private final Bodies bodies;

  Called(Desk desk, Bodies bodies) {
    this.desk = desk;
    this.bodies = bodies;
  }

  /**
   * @param term as {@code police}, {@code procuratorate}
   */
  public Optional<Body> body(Mechanism mechanism, String term) {
    return bodies.named(desk.county(), mechanism.term(term, "zh"));
  }

  /** 事发地派出所: the station that the police keep in that division. */
  public Optional<Body> policeStationAt(Mechanism mechanism, String division) {
    Body police = body(mechanism, "police").orElse(null);
    return police == null
        ? Optional.empty()
        : bodies.of(desk.county()).stream()
            .filter(b -> b.kind() == BodyKind.DISPATCHED && police.id().equals(b.parent()))
            .filter(b -> division.equals(b.division()))
            .findFirst();
  }
}
