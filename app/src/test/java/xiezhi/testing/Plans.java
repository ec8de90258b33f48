package xiezhi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.shared.Actor;
import xiezhi.testcounty.TestCounties.Made;

/**
 * How the statements that the application itself issues are answered: heard while it works, and
 * explained behind the county wall.
 */
@Component
public class Plans {
  private final Town town;
  private final Statements statements;
  private final PlatformTransactionManager transactions;

  Plans(Town town, Statements statements, PlatformTransactionManager transactions) {
    this.town = town;
    this.statements = statements;
    this.transactions = transactions;
  }

  /** What the application asked of that table, and how it was answered. */
  public Plan of(Actor actor, String at, String table, Runnable work) {
    return of(actor, at, table, "", work);
  }

  /**
   * @param change made before, and taken back
   */
  public Plan of(Actor actor, String at, String table, String change, Runnable work) {
    String name = "\"" + table.replace(".", "\".\"") + "\"";
    TransactionTemplate tried = new TransactionTemplate(transactions);
    List<String> asked =
        town
            .as(
                actor,
                at,
                () ->
                    statements.of(
                        () ->
                            tried.executeWithoutResult(
                                status -> {
                                  work.run();
                                  status.setRollbackOnly();
                                })))
            .stream()
            .filter(sql -> sql.startsWith("select") && sql.contains(name))
            .toList();
    assertThat(asked).as("what was asked of %s", table).isNotEmpty();
    try (Connection c = TestDatabase.shared().asOwner();
        var s = c.createStatement()) {
      c.setAutoCommit(false);
      s.execute(change);
      s.execute("set local role xiezhi_app");
      s.execute("set local xiezhi.county = '" + actor.county() + "'");
      Plan plan = Plan.of(c, asked);
      c.rollback();
      return plan;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The functions by which rows are copied into years of work: ids, bodies and days, each from the
   * number of the copy. Gone with the connection.
   */
  public static void copying(Statement s, Made county) throws SQLException {
    String bodies =
        Stream.of("t1", "t1.team", "t2", "t2.team", "d1", "d2")
            .map(key -> "'" + county.bodies().get(key) + "'")
            .collect(Collectors.joining(","));
    s.execute(
        """
        create function pg_temp.id(kind text, g int) returns uuid immutable language sql as
          $$ select (lpad(to_hex(g), 12, '0') || kind || '8000' || lpad('%1$s', 12, '0'))::uuid $$;
        create function pg_temp.body(g int) returns text immutable language sql as
          $$ select (array[%2$s])[1 + g %% 6] $$;
        create function pg_temp.day(g int) returns timestamptz immutable language sql as
          $$ select timestamptz '2023-06-15T00:00Z' + g * interval '77 minutes' $$
        """
            .formatted(county.code(), bodies));
  }

  /** What was copied, taken away again: other tests meet what lies in any county. */
  public static void forget(Made county, List<String> tables) throws SQLException {
    try (Connection c = TestDatabase.shared().asOwner();
        var s = c.createStatement()) {
      for (String table : tables) {
        s.execute("delete from " + table + " where county = '" + county.code() + "'");
      }
    }
  }

  /** From these indexes, and hardly more rows than are shown. */
  public static void uses(Plan plan, long rows, String... indexes) {
    assertThat(plan.wholeTables()).as("read from end to end by %s", plan).isEmpty();
    assertThat(plan.indexes()).as("indexes used by %s", plan).contains(indexes);
    assertThat(plan.rowsRead()).as("rows read by %s", plan).isLessThanOrEqualTo(rows);
    assertThat(plan.rowsSorted()).as("rows sorted by %s", plan).isLessThanOrEqualTo(rows);
  }
}
