package xiezhi.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.BadSqlGrammarException;

/**
 * What the application's role may do: read and write every table of the modules, except that those
 * commented {@code append-only} take new rows and never lose or change one. It makes nothing and
 * owns nothing.
 */
final class Grants {
  private final JdbcConnectionDetails application;

  Grants(JdbcConnectionDetails application) {
    this.application = application;
  }

  void give(DataSource owner) {
    try (Connection c = owner.getConnection()) {
      c.setAutoCommit(false);
      try (Statement s = c.createStatement()) {
        // several replicas may start at once
        s.execute("select pg_advisory_xact_lock(hashtext('xiezhi grants'))");
        String role = makeRole(c, s);
        for (String schema : list(c, SCHEMAS)) {
          s.execute("grant usage on schema " + schema + " to " + role);
          s.execute("grant usage, select on all sequences in schema " + schema + " to " + role);
          s.execute("revoke all on all tables in schema " + schema + " from " + role);
        }
        for (String table : list(c, WRITABLE)) {
          s.execute("grant select, insert, update, delete on " + table + " to " + role);
        }
        for (String table : list(c, APPEND_ONLY)) {
          s.execute("grant select, insert on " + table + " to " + role);
        }
      }
      c.commit();
    } catch (SQLException e) {
      throw new BadSqlGrammarException("grants", "grant … to the application's role", e);
    }
  }

  private static final String SCHEMAS =
      """
      select quote_ident(n.nspname) from pg_namespace n
      where n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
      order by 1
      """;

  private static final String TABLES =
      """
      select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm')
        and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
        and coalesce(obj_description(c.oid, 'pg_class'), '')
      """;

  private static final String APPEND_ONLY = TABLES + " like '%append-only%' order by 1";
  private static final String WRITABLE = TABLES + " not like '%append-only%' order by 1";

  private String makeRole(Connection c, Statement s) throws SQLException {
    String role = Objects.requireNonNull(application.getUsername(), "spring.datasource.username");
    String quoted = format(c, "%I", role);
    boolean exists = !list(c, "select 1 from pg_roles where rolname = ?", role).isEmpty();
    if (!exists) {
      s.execute("create role " + quoted + " login nosuperuser nocreatedb nocreaterole nobypassrls");
    }
    boolean embedded = role.equals(DatabaseConfiguration.APPLICATION_ROLE);
    if (!exists || embedded) {
      String password = Objects.requireNonNullElse(application.getPassword(), "");
      s.execute("alter role " + quoted + " password " + format(c, "%L", password));
    }
    return quoted;
  }

  private static String format(Connection c, String pattern, String value) throws SQLException {
    return list(c, "select format('" + pattern + "', ?::text)", value).getFirst();
  }

  private static List<String> list(Connection c, String sql, String... values) throws SQLException {
    try (var ask = c.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        ask.setString(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (var rows = ask.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }
}
