package xiezhi.organisation;

import java.util.List;
import java.util.Optional;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;

/** The county's directory of bodies. */
public interface Bodies {
  /** Refuses with {@code organisation.no-such-body} if it is not in the actor's county. */
  Body get(BodyId id);

  Optional<Body> find(BodyId id);

  /** What it is called; the public (公众) acts too, and sits nowhere. An unknown one is its id. */
  default String nameOf(BodyId id) {
    return find(id)
        .map(Body::name)
        .or(
            () ->
                CurrentActor.find()
                    .map(actor -> Actor.publicIn(actor.county()))
                    .filter(everybody -> everybody.body().equals(id))
                    .map(Actor::name))
        .orElse(id.value());
  }

  /** The body where it is only named. */
  default BodyRef ref(BodyId id) {
    return new BodyRef(id.value(), nameOf(id));
  }

  List<Body> of(CountyCode county);

  /** By its name, or by the short name that only one legal body has, as 甸中镇 for 甸中镇人民政府. */
  Optional<Body> named(CountyCode county, String name);

  /** The body in whose name this one acts: itself if it is legal, else its township or parent. */
  Body legalBodyOf(BodyId id);

  /**
   * The bodies at whose desk somebody in this body sits: itself, and for a team or internal organ
   * the legal body in whose name it works.
   */
  default List<BodyId> deskOf(BodyId id) {
    Body body = find(id).orElse(null);
    boolean inside =
        body != null && (body.kind() == BodyKind.TEAM || body.kind() == BodyKind.INTERNAL_ORGAN);
    return inside ? List.of(id, legalBodyOf(id).id()) : List.of(id);
  }

  /** The township government or sub-district office of that division. */
  Optional<Body> townshipAt(CountyCode county, String division);

  /** The county or district government: the common superior. */
  Body countyGovernment(CountyCode county);
}
