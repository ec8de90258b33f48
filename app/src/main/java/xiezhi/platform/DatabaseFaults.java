package xiezhi.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a database that is not ours, each in a sentence. */
final class DatabaseFaults {
  private DatabaseFaults() {}

  static RuntimeException whileMigrating(RuntimeException e, @Nullable String url) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isConnection(sql)) {
        return new StartFault(
            "The database " + url + " cannot be used: " + sql.getMessage(),
            "Check that it runs, its address in spring.datasource.url, and both users and their"
                + " passwords (spring.datasource.* for the application, spring.flyway.* for the"
                + " owner of the tables).",
            e);
      }
    }
    return e;
  }

  static StartFault unreachable(SQLException e) {
    return new StartFault(
        "The database cannot be reached: " + e.getMessage(),
        "Check that it runs, and spring.datasource.url, .username and .password.",
        e);
  }

  /** No connection (08), wrong user or password (28), no such database (3D), shutting down (57). */
  private static boolean isConnection(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return state.startsWith("08")
        || state.startsWith("28")
        || state.startsWith("3D")
        || state.startsWith("57P");
  }
}
