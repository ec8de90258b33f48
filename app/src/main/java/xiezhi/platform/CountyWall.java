package xiezhi.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Refuses to start where row-level security would not bind the application: as a superuser, or as
 * the owner of the tables.
 */
final class CountyWall implements SmartInitializingSingleton {
  private static final String UNBOUND =
      """
      select r.rolname from pg_roles r where r.rolname = current_user and (
        r.rolsuper or r.rolbypassrls or exists (
          select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relowner = r.oid and c.relkind in ('r', 'p') and n.nspname <> 'public'
            and n.nspname not like 'pg\\_%'))
      """;

  private final DataSource dataSource;

  CountyWall(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void afterSingletonsInstantiated() {
    try (Connection c = dataSource.getConnection();
        var ask = c.createStatement();
        var found = ask.executeQuery(UNBOUND)) {
      if (found.next()) {
        throw new StartFault(
            "The application connects as database role "
                + found.getString(1)
                + ", which is a superuser or owns the tables: the wall between counties would not"
                + " hold.",
            "Let spring.datasource.username name a role of its own, and spring.flyway.user the"
                + " owner of the tables.");
      }
    } catch (SQLException e) {
      throw DatabaseFaults.unreachable(e);
    }
  }
}
