package xiezhi.organisation.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/** Asks which bodies there are. */
@Service
class BodyDirectory implements Bodies {
  private final Copies copies;

  BodyDirectory(Copies copies) {
    this.copies = copies;
  }

  @Override
  public Optional<Body> find(BodyId id) {
    return CurrentActor.find()
        .map(Actor::county)
        .filter(county -> id.value().startsWith(county.value()))
        .map(
            county -> {
              Body known = copies.of(county).byId().get(id);
              // one that another replica has just founded is not in the copy yet
              return known != null ? known : copies.again(county).byId().get(id);
            });
  }

  @Override
  public Body get(BodyId id) {
    return find(id)
        .orElseThrow(
            () ->
                refused(
                    Refusal.Kind.UNKNOWN,
                    "organisation.no-such-body",
                    "There is no body " + id + " in this county.",
                    id));
  }

  @Override
  public List<Body> of(CountyCode county) {
    return copies.of(county).bodies();
  }

  @Override
  public Optional<Body> named(CountyCode county, String name) {
    Body exact = copies.of(county).byName().get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    List<Body> legal =
        copies.of(county).bodies().stream()
            .filter(b -> b.kind().isLegal() && b.shortName().equals(name))
            .toList();
    return legal.size() == 1 ? Optional.of(legal.getFirst()) : Optional.empty();
  }

  @Override
  public Body legalBodyOf(BodyId id) {
    Body body = get(id);
    if (body.kind().isLegal()) {
      return body;
    }
    BodyId above =
        switch (body.kind()) {
          case TEAM, AFFILIATED -> body.township() == null ? body.parent() : body.township();
          default -> body.parent();
        };
    if (above == null) {
      throw refused(
          Refusal.Kind.RULE,
          "organisation.no-legal-body",
          body.name()
              + " does not act in its own name, and no body is known in whose name it does.",
          id);
    }
    return legalBodyOf(above);
  }

  @Override
  public Optional<Body> townshipAt(CountyCode county, String division) {
    return copies.of(county).bodies().stream()
        .filter(b -> b.kind() == BodyKind.TOWNSHIP && division.equals(b.division()))
        .findFirst();
  }

  @Override
  public Body countyGovernment(CountyCode county) {
    return copies.of(county).bodies().stream()
        .filter(b -> b.kind() == BodyKind.COUNTY_GOVERNMENT)
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "organisation.no-such-county",
                        "There is no county " + county + " here.",
                        Map.of("county", county.value()))));
  }

  private static RefusedException refused(
      Refusal.Kind kind, String code, String message, BodyId id) {
    return new RefusedException(Refusal.of(kind, code, message, Map.of("body", id.value())));
  }
}
