package xiezhi.shared.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a heading, read whole. A cell that is not what it must be is a fault with file,
 * line and column; its value is then a harmless stand-in, so that reading goes on and all faults
 * are told at once.
 */
public final class Sheet {
  private static final int ABSENT = -1;
  private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");

  private final String file;
  private final Faults faults;
  private final List<Row> rows = new ArrayList<>();

  private Sheet(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * @param columns the headings the file must have, or may have if they end in a question mark;
   *     further ones are a fault
   */
  public static Sheet read(String file, String text, Faults faults, String... columns) {
    Sheet sheet = new Sheet(file, faults);
    List<String> heading = List.of();
    Map<String, Integer> positions = Map.of();
    try (var reader =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      for (CsvRecord record : reader) {
        if (heading.isEmpty()) {
          heading = record.getFields();
          positions = sheet.positions(heading, List.of(columns), record.getStartingLineNumber());
          if (positions.isEmpty()) {
            return sheet;
          }
        } else if (record.getFieldCount() != heading.size()) {
          faults.add(
              "data.wrong-number-of-cells",
              file,
              record.getStartingLineNumber(),
              "",
              String.valueOf(record.getFieldCount()),
              heading.size() + " cells are needed");
        } else {
          sheet.rows.add(
              sheet.new Row(record.getStartingLineNumber(), record.getFields(), positions));
        }
      }
    } catch (CsvParseException e) {
      faults.add(
          "data.not-csv",
          file,
          sheet.rows.isEmpty() ? 1 : sheet.rows.getLast().line() + 1,
          "",
          String.valueOf(e.getMessage()),
          "a well-formed CSV file is needed");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (heading.isEmpty()) {
      faults.add("data.empty-file", file, 1, "", "", "a heading is needed");
    }
    return sheet;
  }

  private Map<String, Integer> positions(List<String> heading, List<String> columns, long line) {
    List<String> wanted = columns.stream().map(c -> c.replace("?", "")).toList();
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < heading.size(); i++) {
      if (!wanted.contains(heading.get(i))) {
        faults.add(
            "data.unknown-column",
            file,
            line,
            heading.get(i),
            heading.get(i),
            "known columns are " + String.join(", ", wanted));
      } else if (positions.put(heading.get(i), i) != null) {
        faults.add(
            "data.duplicate-column",
            file,
            line,
            heading.get(i),
            heading.get(i),
            "each column once");
      }
    }
    List<String> missing =
        columns.stream().filter(c -> !c.endsWith("?") && !positions.containsKey(c)).toList();
    columns.stream()
        .filter(c -> c.endsWith("?"))
        .forEach(c -> positions.putIfAbsent(c.replace("?", ""), ABSENT));
    for (String column : missing) {
      faults.add("data.missing-column", file, line, column, "", "this column is needed");
    }
    return missing.isEmpty() ? positions : Map.of();
  }

  public String file() {
    return file;
  }

  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Every row whose key another row had before is a fault, told at the later row. */
  public void unique(String... columns) {
    Map<String, Long> seen = new HashMap<>();
    for (Row row : rows) {
      String key = String.join("\u0000", java.util.Arrays.stream(columns).map(row::text).toList());
      Long before = seen.putIfAbsent(key, row.line());
      if (before != null) {
        row.fault(
            "data.duplicate",
            columns[columns.length - 1],
            "it is already in line " + before + " and may be there once");
      }
    }
  }

  /** One line of the file. */
  public final class Row {
    private final long line;
    private final List<String> cells;
    private final Map<String, Integer> positions;

    private Row(long line, List<String> cells, Map<String, Integer> positions) {
      this.line = line;
      this.cells = cells;
      this.positions = positions;
    }

    public long line() {
      return line;
    }

    /** The cell's words without space around them; empty if there are none. */
    public String text(String column) {
      Integer at = positions.get(column);
      if (at == null) {
        throw new IllegalArgumentException("no column " + column + " was asked for in " + file);
      }
      return at == ABSENT ? "" : cells.get(at).strip();
    }

    /** The same, and it is a fault if there are no words or if they hold control characters. */
    public String words(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        fault("data.empty-cell", column, "a value is needed");
      } else if (CONTROL.matcher(text).find()) {
        fault("data.control-characters", column, "no control characters are allowed");
      }
      return text;
    }

    public String oneOf(String column, Collection<String> values) {
      String text = text(column);
      if (!values.contains(text)) {
        Set<String> some = new HashSet<>(values);
        String known = some.size() <= 12 ? ": " + String.join(", ", values) : "";
        fault("data.unknown-value", column, "one of the known values is needed" + known);
      }
      return text;
    }

    public String matching(String column, Pattern shape, String needed) {
      String text = text(column);
      if (!shape.matcher(text).matches()) {
        fault("data.bad-shape", column, needed);
      }
      return text;
    }

    public boolean truth(String column) {
      return oneOf(column, List.of("true", "false")).equals("true");
    }

    public @Nullable BigDecimal number(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        return null;
      }
      try {
        return new BigDecimal(text);
      } catch (NumberFormatException e) {
        fault("data.bad-number", column, "a number is needed");
        return null;
      }
    }

    public @Nullable BigDecimal number(String column, long from, long to) {
      BigDecimal number = number(column);
      if (number != null
          && (number.compareTo(BigDecimal.valueOf(from)) < 0
              || number.compareTo(BigDecimal.valueOf(to)) > 0)) {
        fault("data.bad-number", column, "a number from " + from + " to " + to + " is needed");
      }
      return number;
    }

    public @Nullable LocalDate date(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        return null;
      }
      try {
        LocalDate date = LocalDate.parse(text);
        if (date.isBefore(EARLIEST)) {
          fault("data.bad-date", column, "a day since " + EARLIEST + " is needed");
        }
        return date;
      } catch (DateTimeParseException e) {
        fault("data.bad-date", column, "a day as 2026-08-15 is needed");
        return null;
      }
    }

    public void fault(String code, String column, String needed) {
      faults.add(code, file, line, column, text(column), needed);
    }
  }
}
