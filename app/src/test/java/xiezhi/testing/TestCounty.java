package xiezhi.testing;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/**
 * An invented county with nothing in it but the bodies a test asks for. Its rows are written by the
 * owner of the tables, around the application.
 */
public record TestCounty(CountyCode code) {
  private static final AtomicInteger NUMBER = new AtomicInteger(980000);

  /** One that no other test has. */
  public static TestCounty fresh() {
    var county = new TestCounty(new CountyCode(Integer.toString(NUMBER.incrementAndGet())));
    execute(
        "insert into organisation.county (code, name, level, province, prefecture, main_document,"
            + " source) values (?, ?, '县', '', '', '', 'invented for a test')",
        county.code().value(),
        "试" + county.code() + "县");
    return county;
  }

  /** A body of that kind, as mechanism files name kinds. */
  public BodyId body(String id, String kind) {
    BodyId body = new BodyId(code + "-" + id);
    execute(
        "insert into organisation.body (county, id, name, short_name, kind, function, evidence)"
            + " values (?, ?, ?, ?, ?, '', 'invented for a test')",
        code.value(),
        body.value(),
        id,
        id,
        kind);
    return body;
  }

  private static void execute(String sql, String... values) {
    try (var c = TestDatabase.shared().asOwner();
        var s = c.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        s.setString(i + 1, values[i]);
      }
      s.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
