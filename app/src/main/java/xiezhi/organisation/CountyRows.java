package xiezhi.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.CountyCode;

/**
 * All that the data files say about one county.
 *
 * @param boundary GeoJSON geometry; null if none is held
 */
public record CountyRows(
    County county,
    List<DivisionRow> divisions,
    List<DepartmentRow> departments,
    List<TownshipBody> townshipBodies,
    @Nullable String boundary) {

  public CountyRows {
    divisions = List.copyOf(divisions);
    departments = List.copyOf(departments);
    townshipBodies = List.copyOf(townshipBodies);
  }

  /** The same county under another code and name: divisions keep their last three digits. */
  public CountyRows as(CountyCode code, String name) {
    return new CountyRows(
        new County(
            code,
            name,
            county.level(),
            county.province(),
            county.prefecture(),
            county.centerLng(),
            county.centerLat(),
            county.mainDocument(),
            county.source()),
        divisions.stream().map(d -> d.in(code)).toList(),
        departments.stream().map(d -> d.in(code)).toList(),
        townshipBodies,
        boundary);
  }

  public record DivisionRow(Division division, String source) {
    DivisionRow in(CountyCode county) {
      Division d = division;
      return new DivisionRow(
          new Division(county + d.code().substring(6), d.name(), d.kind(), d.lng(), d.lat()),
          source);
    }
  }

  /**
   * A department or other body as the county's papers name it.
   *
   * @param position its place among the county's rows, from 1: body ids are made of it
   * @param named whether the county's own document has the name
   * @param parent name of the department that keeps these stations; null unless the treatment is
   *     {@link Treatment#STATION}
   * @param station which of the stations of {@link TownshipBody} it means; null likewise
   * @param division code of the division it manages; null unless the treatment is {@link
   *     Treatment#DIVISION}
   * @param reason why it is treated so; empty for a plain department
   */
  public record DepartmentRow(
      int position,
      String name,
      String function,
      boolean named,
      String source,
      String note,
      Treatment treatment,
      @Nullable String parent,
      @Nullable String station,
      @Nullable String division,
      String reason) {
    DepartmentRow in(CountyCode county) {
      return new DepartmentRow(
          position,
          name,
          function,
          named,
          source,
          note,
          treatment,
          parent,
          station,
          division == null ? null : county + division.substring(6),
          reason);
    }
  }

  /** What a row of departments stands for. */
  public enum Treatment {
    /** One department of the county. */
    DEPARTMENT,
    /** A body outside the county. */
    EXTERNAL,
    /** One body that enforces nothing by itself: an office of the party, an area, a conference. */
    OTHER,
    /** The enforcement unit of every township. */
    TEAM,
    /** A station in every township. */
    STATION,
    /** A body of the township in every township. */
    AFFILIATED,
    /** The body that manages a division which is not a level of government. */
    DIVISION,
    /** A collective word: no body. */
    COLLECTIVE
  }

  /**
   * How the bodies of a township are made and named where the county's rows do not say.
   *
   * @param divisionKind 街道, 镇, 乡, 其他, or {@code *} for every township that is a level of government
   * @param what the part it plays
   * @param station which station; empty unless it is one
   * @param suffix what its id adds to the township's; empty for the township itself
   * @param name with {@code {division}} and {@code {unit}}
   * @param parentWord a word in the name of the department that keeps it; empty if none does
   */
  public record TownshipBody(
      String divisionKind,
      Part what,
      String station,
      String suffix,
      String name,
      String shortName,
      String parentWord,
      String evidence) {

    /** The part a body plays in its township. */
    public enum Part {
      TOWNSHIP,
      OTHER,
      TEAM,
      /** A station that is there only if the county names it. */
      STATION,
      /** A station that is assumed where the county names none. */
      DEFAULT_STATION
    }
  }
}
