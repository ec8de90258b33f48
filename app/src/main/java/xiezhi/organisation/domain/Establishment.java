package xiezhi.organisation.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.organisation.County;
import xiezhi.organisation.CountyRows;
import xiezhi.organisation.CountyRows.DepartmentRow;
import xiezhi.organisation.CountyRows.DivisionRow;
import xiezhi.organisation.CountyRows.TownshipBody;
import xiezhi.organisation.CountyRows.TownshipBody.Part;
import xiezhi.organisation.CountyRows.Treatment;
import xiezhi.organisation.Division;
import xiezhi.shared.BodyId;

/**
 * The bodies a county is founded with.
 *
 * <p>First the county government; then one body for each row of departments that means one; then
 * township by township the government or office, its enforcement unit and the stations. A division
 * that is not a level of government gets one body that enforces nothing by itself (行政处罚法 art. 17).
 * Names made by rule are marked {@code ASSUMED}: only the county knows what its bodies are really
 * called.
 *
 * @param bodies parents before those that name them
 * @param departments the body each row of departments stands for, by the row's position
 */
public record Establishment(List<Body> bodies, Map<Integer, BodyId> departments) {
  /**
   * What a mechanism's word for the unit may begin with, and what a division's name says already.
   */
  private static final Pattern TIER =
      Pattern.compile("^(乡镇[(（]街道[)）]|镇[(（]街道[)）]|乡镇街道|镇街道?|街镇|乡镇)");

  public Establishment {
    bodies = List.copyOf(bodies);
    departments = Map.copyOf(departments);
  }

  /**
   * @param unit what the mechanism calls the enforcement unit
   */
  public static Establishment of(CountyRows rows, String unit) {
    return new Drawing(rows, TIER.matcher(unit).replaceFirst("")).draw();
  }

  private static final class Drawing {
    private final CountyRows rows;
    private final County county;
    private final String unit;
    private final List<Body> bodies = new ArrayList<>();
    private final Map<Integer, BodyId> departments = new HashMap<>();

    Drawing(CountyRows rows, String unit) {
      this.rows = rows;
      this.county = rows.county();
      this.unit = unit;
    }

    Establishment draw() {
      bodies.add(
          body(
              new BodyId(county.code() + "-gov"),
              county.name() + "人民政府",
              county.level() + "政府",
              BodyKind.COUNTY_GOVERNMENT,
              "",
              "ASSUMED: 名称按命名惯例由区划名推得"));
      rows.departments().forEach(this::department);
      rows.divisions().forEach(this::division);
      return new Establishment(bodies, departments);
    }

    private void department(DepartmentRow row) {
      BodyKind kind =
          switch (row.treatment()) {
            case DEPARTMENT -> BodyKind.DEPARTMENT;
            case EXTERNAL -> BodyKind.EXTERNAL;
            case OTHER -> BodyKind.OTHER;
            case TEAM, STATION, AFFILIATED, DIVISION, COLLECTIVE -> null;
          };
      if (kind == null) {
        return;
      }
      BodyId id = new BodyId("%s-d%02d".formatted(county.code(), row.position()));
      boolean plain = kind == BodyKind.DEPARTMENT && row.name().startsWith(county.level());
      bodies.add(
          body(
              id,
              row.name(),
              plain ? row.name().substring(county.level().length()) : row.name(),
              kind,
              row.function(),
              evidence(row)));
      departments.put(row.position(), id);
    }

    private static String evidence(DepartmentRow row) {
      String grade = row.named() ? "VERIFIED: " + row.source() : "ASSUMED";
      String why = row.reason().isEmpty() ? row.note() : row.note() + ";" + row.reason();
      return why.isEmpty() ? grade : grade + (row.named() ? ";" : ": ") + why;
    }

    private void division(DivisionRow row) {
      Division division = row.division();
      BodyId id = new BodyId(division.code());
      Optional<DepartmentRow> manager =
          rows.departments().stream().filter(d -> division.code().equals(d.division())).findFirst();
      for (TownshipBody made : rows.townshipBodies()) {
        if (made.divisionKind().equals(division.kind())) {
          bodies.add(
              new Body(
                  id,
                  county.code(),
                  manager.map(DepartmentRow::name).orElse(name(made.name(), division)),
                  name(made.shortName(), division),
                  made.what() == Part.OTHER ? BodyKind.OTHER : BodyKind.TOWNSHIP,
                  null,
                  null,
                  division.code(),
                  manager.map(DepartmentRow::function).orElse(""),
                  manager.map(Drawing::evidence).orElse(made.evidence())));
          manager.ifPresent(d -> departments.put(d.position(), id));
          if (made.what() == Part.TOWNSHIP) {
            below(id, division);
          }
        }
      }
    }

    private void below(BodyId township, Division division) {
      boolean namesStations =
          rows.departments().stream().anyMatch(d -> d.treatment() == Treatment.STATION);
      for (TownshipBody made : rows.townshipBodies()) {
        switch (made.what()) {
          case TOWNSHIP, OTHER -> {}
          case TEAM ->
              bodies.add(
                  part(township, division, made, BodyKind.TEAM, township, row(Treatment.TEAM)));
          case STATION, DEFAULT_STATION -> {
            DepartmentRow named = station(made.station());
            boolean there =
                named != null || (!namesStations && made.what() == Part.DEFAULT_STATION);
            if (there) {
              bodies.add(
                  part(township, division, made, BodyKind.DISPATCHED, keeper(named, made), named));
            }
          }
        }
      }
      for (DepartmentRow row : rows.departments()) {
        if (row.treatment() == Treatment.AFFILIATED) {
          bodies.add(
              new Body(
                  new BodyId("%s-a%02d".formatted(township, row.position())),
                  county.code(),
                  division.name() + TIER.matcher(row.name()).replaceFirst(""),
                  division.name() + TIER.matcher(row.name()).replaceFirst(""),
                  BodyKind.AFFILIATED,
                  township,
                  township,
                  division.code(),
                  row.function(),
                  "ASSUMED: 名称按命名惯例由区划名推得;设置见" + row.source()));
        }
      }
    }

    private Body part(
        BodyId township,
        Division division,
        TownshipBody made,
        BodyKind kind,
        @Nullable BodyId parent,
        @Nullable DepartmentRow row) {
      return new Body(
          new BodyId(township + "-" + made.suffix()),
          county.code(),
          name(made.name(), division),
          name(made.shortName(), division),
          kind,
          parent,
          township,
          division.code(),
          row == null ? "" : row.function(),
          row == null
              ? kind == BodyKind.TEAM ? made.evidence() : made.evidence() + ";设置亦为推定"
              : made.evidence() + ";设置见" + row.source());
    }

    private @Nullable DepartmentRow row(Treatment treatment) {
      return rows.departments().stream()
          .filter(d -> d.treatment() == treatment)
          .findFirst()
          .orElse(null);
    }

    private @Nullable DepartmentRow station(String station) {
      return rows.departments().stream()
          .filter(d -> d.treatment() == Treatment.STATION && station.equals(d.station()))
          .findFirst()
          .orElse(null);
    }

    /** The department that keeps the station: named by the county, or the plainest of that name. */
    private @Nullable BodyId keeper(@Nullable DepartmentRow named, TownshipBody made) {
      String parent = named == null ? null : named.parent();
      return bodies.stream()
          .filter(b -> b.kind() == BodyKind.DEPARTMENT)
          .filter(
              b ->
                  parent != null
                      ? b.name().equals(parent)
                      : !made.parentWord().isEmpty() && b.name().contains(made.parentWord()))
          .min(Comparator.comparingInt((Body b) -> b.name().length()))
          .map(Body::id)
          .orElse(null);
    }

    private String name(String pattern, Division division) {
      return pattern.replace("{division}", division.name()).replace("{unit}", unit);
    }

    private Body body(
        BodyId id, String name, String shortName, BodyKind kind, String function, String evidence) {
      return new Body(
          id, county.code(), name, shortName, kind, null, null, null, function, evidence);
    }
  }
}
