package xiezhi.shared.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/** What is wrong with the files of one import, gathered until all of them have been read. */
public final class Faults {
  private final List<Refusal> found = new ArrayList<>();

  /**
   * @param code stable, {@code data.reason}
   * @param column the column's heading; empty where the whole line is meant
   * @param value what was found there
   * @param needed one clause: what would be needed
   */
  public void add(String code, String file, long line, String column, String value, String needed) {
    String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
    String where = file + ":" + line + (column.isEmpty() ? "" : " " + column);
    found.add(
        Refusal.of(
            Refusal.Kind.MALFORMED,
            code,
            where + ": found “" + shown + "”; " + needed,
            Map.of("file", file, "line", line, "column", column, "found", shown)));
  }

  public List<Refusal> all() {
    return List.copyOf(found);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Nothing may be written while there is one fault left. */
  public void orThrow() {
    if (!found.isEmpty()) {
      throw new RefusedException(found);
    }
  }
}
