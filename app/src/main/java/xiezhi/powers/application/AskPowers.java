package xiezhi.powers.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.Division;
import xiezhi.organisation.Divisions;
import xiezhi.powers.Powers;
import xiezhi.powers.domain.Holding;
import xiezhi.powers.domain.Holding.Scope;
import xiezhi.powers.domain.ItemOn;
import xiezhi.powers.domain.PowerRegister;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/** Asks the lists. */
@Service
class AskPowers implements Powers {
  /** Not what a law itself gives (法定). */
  private static final Set<String> EMPOWERED = Set.of("赋权", "委托");

  private final PowerRegister register;
  private final Bodies bodies;
  private final Divisions divisions;

  AskPowers(PowerRegister register, Bodies bodies, Divisions divisions) {
    this.register = register;
    this.bodies = bodies;
    this.divisions = divisions;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Item> find(String code, LocalDate actOn) {
    return register.item(code).map(row -> ItemOn.of(row, actOn));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Competence> competence(
      CountyCode county, Collection<String> codes, String division, LocalDate on) {
    Set<String> wanted = new LinkedHashSet<>(codes);
    Map<String, String> names = register.names(wanted);
    List<Refusal> refusals = new ArrayList<>();
    for (String code : wanted) {
      if (!names.containsKey(code)) {
        refusals.add(
            Refusal.of(
                Refusal.Kind.UNKNOWN,
                "powers.no-such-item",
                "There is no power item " + code + ".",
                Map.of("item", code)));
      }
    }
    Optional<Division> place = divisions.find(county, division);
    if (place.isEmpty()) {
      refusals.add(
          Refusal.of(
              Refusal.Kind.UNKNOWN,
              "powers.no-such-division",
              "There is no division " + division + " in this county.",
              Map.of("division", division)));
    }
    if (!refusals.isEmpty() || place.isEmpty()) {
      throw new RefusedException(refusals);
    }
    List<Holding> holdings = register.holdings(county, wanted);
    return wanted.stream()
        .map(
            code ->
                competence(
                    county,
                    code,
                    names.getOrDefault(code, code),
                    holdings.stream().filter(h -> h.row().item().equals(code)).toList(),
                    place.get(),
                    on))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<BodyId, List<String>> holders(
      CountyCode county, Collection<String> codes, LocalDate on) {
    Map<BodyId, List<String>> found = new TreeMap<>(Comparator.comparing(BodyId::value));
    if (codes.isEmpty()) {
      return found;
    }
    List<Division> places = divisions.of(county);
    for (Holding holding : register.holdings(county, Set.copyOf(codes))) {
      if (!holding.lastsOn(on) || holding.scope() instanceof Scope.Unfixed) {
        continue;
      }
      List<BodyId> holders =
          holding.scope() instanceof Scope.OneBody(var body, _, _)
              ? List.of(body)
              : places.stream()
                  .filter(holding::reaches)
                  .flatMap(place -> bodies.townshipAt(county, place.code()).stream())
                  .map(Body::id)
                  .toList();
      holders.forEach(
          body -> found.computeIfAbsent(body, _ -> new ArrayList<>()).add(holding.row().item()));
    }
    return found;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, String> empowered(CountyCode county, LocalDate on) {
    Set<String> codes = new LinkedHashSet<>();
    for (Holding holding : register.holdings(county)) {
      if (holding.lastsOn(on) && EMPOWERED.contains(holding.row().mode())) {
        codes.add(holding.row().item());
      }
    }
    return new TreeMap<>(register.names(codes));
  }

  private Competence competence(
      CountyCode county,
      String code,
      String name,
      List<Holding> rows,
      Division place,
      LocalDate on) {
    List<Holder> holders = new ArrayList<>();
    List<Unfixed> unfixed = new ArrayList<>();
    Set<String> remarks = new LinkedHashSet<>();
    for (Holding holding : rows) {
      if (!holding.lastsOn(on)) {
        remarks.add("powers.held-at-another-time");
      } else if (!holding.reaches(place)) {
        if (!Holding.isGovernment(place) && !(holding.scope() instanceof Scope.OneBody)) {
          remarks.add("powers.not-a-government");
        }
      } else if (holding.scope() instanceof Scope.Unfixed) {
        unfixed.add(unfixed(holding));
      } else {
        holders.add(holder(holding, body(county, holding, place)));
        if (holding.row().mode().equals("委托")) {
          // 行政处罚法 art. 20: in the entrusting body's name
          remarks.add("powers.in-the-entrusting-name");
        }
      }
    }
    if (rows.isEmpty()) {
      remarks.add("powers.not-on-the-list");
    }
    return new Competence(code, name, holders, unfixed, List.copyOf(remarks));
  }

  private Body body(CountyCode county, Holding holding, Division place) {
    return holding.scope() instanceof Scope.OneBody(var body, _, _)
        ? bodies.get(body)
        : bodies
            .townshipAt(county, place.code())
            .orElseThrow(() -> new IllegalStateException("no township at " + place.code()));
  }

  private static Holder holder(Holding holding, Body body) {
    var row = holding.row();
    return new Holder(
        body.id(),
        body.name(),
        row.holder(),
        holding.reason(),
        row.mode(),
        row.from(),
        row.to(),
        row.grade(),
        row.note(),
        row.source());
  }

  private static Unfixed unfixed(Holding holding) {
    var row = holding.row();
    return new Unfixed(
        row.holder(), row.mode(), row.from(), row.to(), row.grade(), row.note(), row.source());
  }
}
