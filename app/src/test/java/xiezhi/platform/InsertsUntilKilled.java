package xiezhi.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Inserts rows on several connections and prints the id of each after its commit: what was printed
 * was acknowledged.
 */
final class InsertsUntilKilled {
  static final int WIDTH = 12;

  private InsertsUntilKilled() {}

  static void main(String[] args) throws Exception {
    LocalPostgres postgres = LocalPostgres.start(Path.of(args[0]));
    try (Connection c = connect(postgres);
        var s = c.createStatement()) {
      s.execute("create table if not exists kept (id bigserial primary key, text text)");
    }
    IO.println("server " + postgres.pid());
    for (int i = 0; i < 4; i++) {
      Thread.ofPlatform().start(() -> insert(postgres));
    }
  }

  private static Connection connect(LocalPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), postgres.owner(), postgres.ownerPassword());
  }

  private static void insert(LocalPostgres postgres) {
    try (Connection c = connect(postgres);
        var s = c.prepareStatement("insert into kept (text) values ('x') returning id")) {
      while (true) {
        try (var rows = s.executeQuery()) {
          rows.next();
          String line = String.format(Locale.ROOT, "%0" + WIDTH + "d%n", rows.getLong(1));
          synchronized (System.out) {
            System.out.print(line);
            System.out.flush();
          }
        }
      }
    } catch (SQLException _) {
      // the server was killed: wait to be killed too
    }
  }
}
