package xiezhi.organisation.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.organisation.County;
import xiezhi.organisation.CountyRows;
import xiezhi.organisation.CountyRows.DepartmentRow;
import xiezhi.organisation.CountyRows.DivisionRow;
import xiezhi.organisation.CountyRows.TownshipBody;
import xiezhi.organisation.CountyRows.TownshipBody.Part;
import xiezhi.organisation.CountyRows.Treatment;
import xiezhi.organisation.Division;
import xiezhi.shared.CountyCode;
import xiezhi.shared.csv.Faults;
import xiezhi.shared.csv.Sheet;

/**
 * The files that describe counties, as text by their name. Read as a whole: a code that one file
 * uses and another does not have is a fault.
 */
public final class CountyFiles {
  /** How bodies of townships are made: the same for all counties. */
  public static final String TOWNSHIP_BODIES = "township-bodies.csv";

  public static final List<String> NAMES =
      List.of(
          "counties.csv",
          "divisions.csv",
          "departments.csv",
          "department-treatments.csv",
          TOWNSHIP_BODIES,
          "county-boundaries.geojson");

  private static final Pattern COUNTY = Pattern.compile("[0-9]{6}");
  private static final Pattern DIVISION = Pattern.compile("[0-9]{9}");
  private static final List<String> LEVELS = List.of("县", "区", "市", "旗");
  private static final List<String> KINDS = List.of("街道", "镇", "乡", "其他");
  private static final Pattern PART = Pattern.compile("[a-z-]+(:.+)?");

  private final Map<String, String> texts;
  private final Faults faults;

  private CountyFiles(Map<String, String> texts, Faults faults) {
    this.texts = texts;
    this.faults = faults;
  }

  /** Reads all counties; whoever uses the answer asks {@code faults} first. */
  public static List<CountyRows> read(Map<String, String> texts, Faults faults) {
    return new CountyFiles(texts, faults).read();
  }

  private String text(String name) {
    return texts.getOrDefault(name, "");
  }

  private List<CountyRows> read() {
    Map<String, County> counties = counties();
    Map<String, List<DivisionRow>> divisions = divisions(counties);
    Map<String, List<DepartmentRow>> departments = departments(counties, divisions);
    List<TownshipBody> townshipBodies = townshipBodies();
    Map<String, String> boundaries = boundaries(counties);
    List<CountyRows> all = new ArrayList<>();
    counties.forEach(
        (code, county) ->
            all.add(
                new CountyRows(
                    county,
                    divisions.getOrDefault(code, List.of()),
                    departments.getOrDefault(code, List.of()),
                    townshipBodies,
                    boundaries.get(code))));
    return all;
  }

  private Map<String, County> counties() {
    Sheet sheet =
        Sheet.read(
            "counties.csv",
            text("counties.csv"),
            faults,
            "county_code",
            "county_name",
            "province",
            "prefecture",
            "center_lng",
            "center_lat",
            "main_document",
            "source");
    sheet.unique("county_code");
    Map<String, County> counties = new LinkedHashMap<>();
    for (Sheet.Row row : sheet.rows()) {
      String code = row.matching("county_code", COUNTY, "six digits are needed");
      String name = row.words("county_name");
      String level = name.isEmpty() ? "" : name.substring(name.length() - 1);
      if (!LEVELS.contains(level)) {
        row.fault("data.unknown-level", "county_name", "a name in 县, 区, 市 or 旗 is needed");
      }
      if (COUNTY.matcher(code).matches()) {
        counties.put(
            code,
            new County(
                new CountyCode(code),
                name,
                level,
                row.words("province"),
                row.words("prefecture"),
                row.number("center_lng", -180, 180),
                row.number("center_lat", -90, 90),
                row.words("main_document"),
                row.words("source")));
      }
    }
    return counties;
  }

  private Map<String, List<DivisionRow>> divisions(Map<String, County> counties) {
    Sheet sheet =
        Sheet.read(
            "divisions.csv",
            text("divisions.csv"),
            faults,
            "county_code",
            "county_name",
            "town_code",
            "town_name",
            "kind",
            "lng",
            "lat",
            "source");
    sheet.unique("town_code");
    Map<String, List<DivisionRow>> divisions = new HashMap<>();
    for (Sheet.Row row : sheet.rows()) {
      String county = row.oneOf("county_code", counties.keySet());
      String code = row.matching("town_code", DIVISION, "nine digits are needed");
      if (!code.startsWith(county)) {
        row.fault("data.foreign-code", "town_code", "it must begin with its county's code");
      }
      Division division =
          new Division(
              code,
              row.words("town_name"),
              row.oneOf("kind", KINDS),
              row.number("lng", -180, 180),
              row.number("lat", -90, 90));
      if ((division.lng() == null) != (division.lat() == null)) {
        row.fault("data.half-a-point", "lng", "both coordinates are needed, or none");
      }
      divisions
          .computeIfAbsent(county, c -> new ArrayList<>())
          .add(new DivisionRow(division, row.words("source")));
    }
    return divisions;
  }

  private record Treated(
      Treatment treatment,
      @Nullable String parent,
      @Nullable String station,
      @Nullable String division,
      String reason) {
    static final Treated PLAIN = new Treated(Treatment.DEPARTMENT, null, null, null, "");
  }

  private Map<String, List<DepartmentRow>> departments(
      Map<String, County> counties, Map<String, List<DivisionRow>> divisions) {
    Sheet sheet =
        Sheet.read(
            "departments.csv",
            text("departments.csv"),
            faults,
            "county_code",
            "county_name",
            "department",
            "function_zh",
            "named_in_seed",
            "source",
            "note");
    sheet.unique("county_code", "department");
    Set<String> names = new HashSet<>();
    sheet.rows().forEach(r -> names.add(key(r.text("county_code"), r.text("department"))));
    Map<String, Treated> treatments = treatments(counties, divisions, names);
    Map<String, List<DepartmentRow>> departments = new HashMap<>();
    for (Sheet.Row row : sheet.rows()) {
      String county = row.oneOf("county_code", counties.keySet());
      List<DepartmentRow> of = departments.computeIfAbsent(county, c -> new ArrayList<>());
      Treated treated = treatments.getOrDefault(key(county, row.text("department")), Treated.PLAIN);
      of.add(
          new DepartmentRow(
              of.size() + 1,
              row.words("department"),
              row.text("function_zh"),
              row.truth("named_in_seed"),
              row.words("source"),
              row.text("note"),
              treated.treatment(),
              treated.parent(),
              treated.station(),
              treated.division(),
              treated.reason()));
    }
    return departments;
  }

  private Map<String, Treated> treatments(
      Map<String, County> counties, Map<String, List<DivisionRow>> divisions, Set<String> names) {
    if (text("department-treatments.csv").isEmpty()) {
      return Map.of();
    }
    Sheet sheet =
        Sheet.read(
            "department-treatments.csv",
            text("department-treatments.csv"),
            faults,
            "county_code",
            "department",
            "treatment",
            "parent",
            "station",
            "division",
            "reason");
    sheet.unique("county_code", "department");
    List<String> words =
        java.util.Arrays.stream(Treatment.values())
            .map(t -> t.name().toLowerCase(Locale.ROOT))
            .toList();
    Map<String, Treated> treatments = new HashMap<>();
    for (Sheet.Row row : sheet.rows()) {
      String county = row.oneOf("county_code", counties.keySet());
      String word = row.oneOf("treatment", words);
      String parent = row.text("parent");
      String division = row.text("division");
      if (!names.contains(key(county, row.text("department")))) {
        row.fault("data.unknown-department", "department", "it must be in departments.csv");
      }
      if (!parent.isEmpty() && !names.contains(key(county, parent))) {
        row.fault("data.unknown-department", "parent", "it must be in departments.csv");
      }
      if (!division.isEmpty()
          && divisions.getOrDefault(county, List.of()).stream()
              .noneMatch(d -> d.division().code().equals(division))) {
        row.fault("data.unknown-division", "division", "it must be in divisions.csv");
      }
      if (word.equals("station") && row.text("station").isEmpty()) {
        row.fault("data.empty-cell", "station", "which station it is must be said");
      }
      if (words.contains(word)) {
        treatments.put(
            key(county, row.text("department")),
            new Treated(
                Treatment.valueOf(word.toUpperCase(Locale.ROOT)),
                parent.isEmpty() ? null : parent,
                row.text("station").isEmpty() ? null : row.text("station"),
                division.isEmpty() ? null : division,
                row.words("reason")));
      }
    }
    return treatments;
  }

  private List<TownshipBody> townshipBodies() {
    Sheet sheet =
        Sheet.read(
            TOWNSHIP_BODIES,
            text(TOWNSHIP_BODIES),
            faults,
            "division_kind",
            "body",
            "id",
            "name",
            "short_name",
            "parent_word",
            "evidence");
    sheet.unique("division_kind", "body");
    List<String> parts =
        java.util.Arrays.stream(Part.values())
            .map(p -> p.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    List<TownshipBody> made = new ArrayList<>();
    for (Sheet.Row row : sheet.rows()) {
      String[] body =
          row.matching("body", PART, "a part, or a part and a station, is needed").split(":", 2);
      if (!parts.contains(body[0])) {
        row.fault("data.unknown-value", "body", "one of " + String.join(", ", parts));
        continue;
      }
      made.add(
          new TownshipBody(
              row.words("division_kind"),
              Part.valueOf(body[0].toUpperCase(Locale.ROOT).replace('-', '_')),
              body.length > 1 ? body[1] : "",
              row.text("id"),
              row.words("name"),
              row.words("short_name"),
              row.text("parent_word"),
              row.words("evidence")));
    }
    return made;
  }

  private Map<String, String> boundaries(Map<String, County> counties) {
    String file = "county-boundaries.geojson";
    Map<String, String> boundaries = new HashMap<>();
    if (text(file).isBlank()) {
      return boundaries;
    }
    try {
      for (JsonNode feature : JsonMapper.shared().readTree(text(file)).path("features")) {
        String county = feature.path("properties").path("county_code").asString("");
        JsonNode geometry = feature.path("geometry");
        String type = geometry.path("type").asString("");
        if (!counties.containsKey(county)) {
          faults.add(
              "data.unknown-county", file, 1, "county_code", county, "a county of counties.csv");
        }
        if (!Set.of("Polygon", "MultiPolygon").contains(type)) {
          faults.add("data.bad-shape", file, 1, county, type, "Polygon or MultiPolygon is needed");
        } else if (!degrees(geometry.path("coordinates"))) {
          faults.add("data.bad-number", file, 1, county, "", "points in degrees are needed");
        }
        boundaries.put(county, geometry.toString());
      }
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      faults.add(
          "data.not-json", file, line, "", e.getOriginalMessage(), "well-formed GeoJSON is needed");
    }
    return boundaries;
  }

  private static boolean degrees(JsonNode coordinates) {
    if (!coordinates.isArray() || coordinates.isEmpty()) {
      return false;
    }
    if (coordinates.get(0).isNumber()) {
      return coordinates.size() >= 2
          && Math.abs(coordinates.get(0).asDouble()) <= 180
          && Math.abs(coordinates.get(1).asDouble()) <= 90;
    }
    for (JsonNode part : coordinates) {
      if (!degrees(part)) {
        return false;
      }
    }
    return true;
  }

  private static String key(String county, String department) {
    return county + "/" + department;
  }
}
