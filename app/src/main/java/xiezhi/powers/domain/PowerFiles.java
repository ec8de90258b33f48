package xiezhi.powers.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiezhi.powers.HoldingRow;
import xiezhi.powers.Powers.Basis;
import xiezhi.powers.Powers.Tier;
import xiezhi.shared.csv.Faults;
import xiezhi.shared.csv.Sheet;

/** The files of items, tiers, former texts and holders, read as a whole. */
public final class PowerFiles {
  public static final List<String> NATIONAL =
      List.of("powers.csv", "penalty-tiers.csv", "legal-basis-history.csv");
  public static final String HOLDERS = "powers-by-county.csv";

  private static final Pattern CODE = Pattern.compile("[A-Z]{2,4}[0-9]{2,4}");
  private static final List<String> KINDS = List.of("行政处罚", "行政强制", "行政检查", "其他行政权力");
  private static final List<String> SUBJECTS = List.of("个人", "单位", "责任人员", "承运人", "不区分");
  private static final List<String> MODES = List.of("赋权", "委托", "法定");
  private static final List<String> GRADES =
      List.of("VERIFIED-LAW", "VERIFIED-DOMAIN", "LAW+NAME-ASSUMED", "ASSUMED");
  private static final String COERCION = "行政强制";
  private static final String ENTRUSTED = "委托";

  private PowerFiles() {}

  /**
   * An item as the files have it.
   *
   * @param texts today's text first, then the former ones in the order of the file
   */
  public record ItemRow(
      String code,
      String name,
      String domain,
      String kind,
      String originalDepartment,
      boolean simpleProcedure,
      String hearingNote,
      List<Basis> texts) {

    /** Of today's text; former ones have none. */
    public List<Tier> tiers() {
      return texts.getFirst().tiers();
    }
  }

  public static List<ItemRow> items(Map<String, String> files, Faults faults) {
    Sheet sheet =
        Sheet.read(
            "powers.csv",
            files.getOrDefault("powers.csv", ""),
            faults,
            "code",
            "name_zh",
            "domain_zh",
            "kind_zh",
            "legal_basis_zh",
            "basis_text_zh",
            "penalty_min_yuan",
            "penalty_max_yuan",
            "penalty_note_zh",
            "original_department_zh",
            "simple_procedure_possible",
            "hearing_threshold_note",
            "source");
    sheet.unique("code");
    List<String> codes = sheet.rows().stream().map(r -> r.text("code")).toList();
    Map<String, List<Tier>> tiers = tiers(files, codes, faults);
    Map<String, List<Basis>> former = former(files, codes, faults);
    List<ItemRow> items = new ArrayList<>();
    for (Sheet.Row row : sheet.rows()) {
      String code = row.matching("code", CODE, "letters and a number are needed");
      List<Basis> texts = new ArrayList<>();
      List<Basis> before = former.getOrDefault(code, List.of());
      texts.add(
          new Basis(
              row.words("legal_basis_zh"),
              row.words("basis_text_zh"),
              money(row, "penalty_min_yuan"),
              money(row, "penalty_max_yuan"),
              row.text("penalty_note_zh"),
              successor(before),
              null,
              tiers.getOrDefault(code, List.of()),
              row.words("source")));
      texts.addAll(before);
      items.add(
          new ItemRow(
              code,
              row.words("name_zh"),
              row.words("domain_zh"),
              row.oneOf("kind_zh", KINDS),
              row.text("original_department_zh"),
              row.truth("simple_procedure_possible"),
              row.text("hearing_threshold_note"),
              texts));
    }
    return items;
  }

  /** Today's text took over on the day after the last former one ended; else nobody says when. */
  private static @Nullable LocalDate successor(List<Basis> former) {
    LocalDate last = null;
    for (Basis basis : former) {
      if (basis.to() != null && (last == null || basis.to().isAfter(last))) {
        last = basis.to();
      }
    }
    return last == null ? null : last.plusDays(1);
  }

  private static Map<String, List<Tier>> tiers(
      Map<String, String> files, Collection<String> codes, Faults faults) {
    Sheet sheet =
        Sheet.read(
            "penalty-tiers.csv",
            files.getOrDefault("penalty-tiers.csv", ""),
            faults,
            "power_code",
            "subject",
            "condition",
            "warning_possible",
            "unit",
            "min",
            "max");
    Map<String, List<Tier>> tiers = new HashMap<>();
    for (Sheet.Row row : sheet.rows()) {
      BigDecimal min = money(row, "min");
      BigDecimal max = money(row, "max");
      boolean warning = row.truth("warning_possible");
      if (max == null && min == null && !warning) {
        row.fault("data.empty-tier", "max", "an amount or a warning is needed");
      }
      ordered(row, min, max, "max");
      tiers
          .computeIfAbsent(item(row, "power_code", codes), c -> new ArrayList<>())
          .add(
              new Tier(
                  row.oneOf("subject", SUBJECTS),
                  row.text("condition"),
                  warning,
                  row.text("unit").isEmpty() ? null : row.text("unit"),
                  min,
                  max));
    }
    return tiers;
  }

  private static Map<String, List<Basis>> former(
      Map<String, String> files, Collection<String> codes, Faults faults) {
    Sheet sheet =
        Sheet.read(
            "legal-basis-history.csv",
            files.getOrDefault("legal-basis-history.csv", ""),
            faults,
            "power_code",
            "legal_basis_zh",
            "basis_text_zh",
            "penalty_min_yuan",
            "penalty_max_yuan",
            "penalty_note_zh",
            "in_force_from",
            "in_force_to",
            "source");
    sheet.unique("power_code", "legal_basis_zh", "penalty_note_zh");
    Map<String, List<Basis>> former = new HashMap<>();
    for (Sheet.Row row : sheet.rows()) {
      LocalDate from = row.date("in_force_from");
      LocalDate to = row.date("in_force_to");
      if (row.text("in_force_from").isEmpty() || row.text("in_force_to").isEmpty()) {
        row.fault("data.empty-cell", "in_force_to", "a former text needs its first and last day");
      } else if (from != null && to != null && to.isBefore(from)) {
        row.fault("data.bad-order", "in_force_to", "the last day must not be before the first");
      }
      BigDecimal min = money(row, "penalty_min_yuan");
      BigDecimal max = money(row, "penalty_max_yuan");
      ordered(row, min, max, "penalty_max_yuan");
      former
          .computeIfAbsent(item(row, "power_code", codes), c -> new ArrayList<>())
          .add(
              new Basis(
                  row.words("legal_basis_zh"),
                  row.words("basis_text_zh"),
                  min,
                  max,
                  row.text("penalty_note_zh"),
                  from,
                  to,
                  List.of(),
                  row.words("source")));
    }
    return former;
  }

  /** Who holds what, by the county's name; {@code items} are kinds and domains by code. */
  public static Map<String, List<HoldingRow>> holders(
      Map<String, String> files,
      Collection<String> counties,
      Map<String, ItemRow> items,
      Faults faults) {
    Sheet sheet =
        Sheet.read(
            HOLDERS,
            files.getOrDefault(HOLDERS, ""),
            faults,
            "county",
            "power_code",
            "holder",
            "mode",
            "from_date",
            "to_date?",
            "source",
            "evidence");
    sheet.unique("county", "power_code", "holder", "mode", "from_date");
    Map<String, List<HoldingRow>> holders = new LinkedHashMap<>();
    for (Sheet.Row row : sheet.rows()) {
      String code = item(row, "power_code", items.keySet());
      String mode = row.oneOf("mode", MODES);
      ItemRow item = items.get(code);
      if (item != null && item.kind().equals(COERCION) && mode.equals(ENTRUSTED)) {
        // 行政强制法 art. 17
        row.fault("data.coercion-entrusted", "mode", "coercive measures must not be entrusted");
      }
      LocalDate from = row.date("from_date");
      LocalDate to = row.date("to_date");
      if (from != null && to != null && to.isBefore(from)) {
        row.fault("data.bad-order", "to_date", "the last day must not be before the first");
      }
      String[] evidence = row.words("evidence").split("[:：]", 2);
      if (!GRADES.contains(evidence[0].strip())) {
        row.fault(
            "data.unknown-value", "evidence", "it must begin with " + String.join(", ", GRADES));
      }
      holders
          .computeIfAbsent(row.oneOf("county", counties), c -> new ArrayList<>())
          .add(
              new HoldingRow(
                  row.line(),
                  code,
                  row.words("holder"),
                  mode,
                  from,
                  to,
                  row.text("source"),
                  evidence[0].strip(),
                  evidence.length > 1 ? evidence[1].strip() : ""));
    }
    return holders;
  }

  private static String item(Sheet.Row row, String column, Collection<String> codes) {
    String code = row.text(column);
    if (!codes.contains(code)) {
      row.fault("data.unknown-item", column, "an item of powers.csv is needed");
    }
    return code;
  }

  private static @Nullable BigDecimal money(Sheet.Row row, String column) {
    BigDecimal number = row.number(column);
    if (number != null && number.signum() < 0) {
      row.fault("data.bad-number", column, "an amount is not below zero");
    }
    return number;
  }

  private static void ordered(
      Sheet.Row row, @Nullable BigDecimal min, @Nullable BigDecimal max, String column) {
    if (min != null && max != null && max.compareTo(min) < 0) {
      row.fault("data.bad-order", column, "the highest amount must not be below the lowest");
    }
  }
}
