package xiezhi.demonstration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import xiezhi.identity.People;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Role;

/** Who plays whom: the demonstration's people in their bodies. */
@Component
@ConditionalOnProperty(name = "xiezhi.demonstration-stories", havingValue = "true")
class Cast {
  private final Bodies bodies;
  private final People people;
  private final Map<CountyCode, List<Body>> peopled = new HashMap<>();

  Cast(Bodies bodies, People people) {
    this.bodies = bodies;
    this.people = people;
  }

  /** Bodies in which somebody sits, in the directory's order. */
  List<Body> peopled(CountyCode county) {
    return peopled.computeIfAbsent(
        county,
        c ->
            CurrentActor.as(
                Actor.platform(c),
                () -> bodies.of(c).stream().filter(b -> !people.in(b.id()).isEmpty()).toList()));
  }

  List<Body> peopled(CountyCode county, BodyKind kind) {
    return peopled(county).stream().filter(b -> b.kind() == kind).toList();
  }

  Optional<Actor> somebody(CountyCode county, Role role) {
    return peopled(county).stream().flatMap(b -> in(county, b.id(), role).stream()).findFirst();
  }

  /** Somebody with that role in that body. */
  Optional<Actor> in(CountyCode county, BodyId body, Role role) {
    return CurrentActor.as(
        Actor.platform(county),
        () ->
            people.in(body).stream()
                .filter(s -> s.role() == role)
                .findFirst()
                .map(s -> new Actor(s.account(), s.name(), county, body, Set.of(role))));
  }

  /** Somebody who works there, whatever the role. */
  Optional<Actor> worker(CountyCode county, BodyId body) {
    return in(county, body, Role.CLERK)
        .or(() -> in(county, body, Role.OFFICER))
        .or(() -> in(county, body, Role.SIGNER));
  }
}
