package xiezhi.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import xiezhi.platform.LocalPostgres;

/**
 * The database of a test run: a fresh one on the embedded server, or, with {@code
 * -Dxiezhi.test.datasource.url=jdbc:postgresql://host:port/database} and {@code .username}, {@code
 * .password} of a superuser, a fresh one on that server (PostgreSQL 16 to 18).
 */
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final String PROPERTY = "xiezhi.test.datasource.";
  private static @Nullable TestDatabase shared;

  private final String url;
  private final String owner;
  private final String ownerPassword;
  private final String application;
  private final String applicationPassword;

  /** For Spring. */
  public TestDatabase() {
    this("", "", "");
  }

  private TestDatabase(String url, String owner, String ownerPassword) {
    this(url, owner, ownerPassword, APPLICATION, APPLICATION_PASSWORD);
  }

  private TestDatabase(
      String url,
      String owner,
      String ownerPassword,
      String application,
      String applicationPassword) {
    this.url = url;
    this.owner = owner;
    this.ownerPassword = ownerPassword;
    this.application = application;
    this.applicationPassword = applicationPassword;
  }

  /** The database all tests of this run share. */
  public static synchronized TestDatabase shared() {
    TestDatabase database = shared;
    if (database == null) {
      database = open();
      // a test may write rows before the application has started
      Flyway.configure()
          .dataSource(database.url, database.owner, database.ownerPassword)
          .locations("classpath:db/migration")
          .outOfOrder(true)
          .load()
          .migrate();
      shared = database;
    }
    return database;
  }

  private static TestDatabase open() {
    String external = System.getProperty(PROPERTY + "url", "");
    if (!external.isEmpty()) {
      String user = Objects.requireNonNull(System.getProperty(PROPERTY + "username"));
      String password = System.getProperty(PROPERTY + "password", "");
      String server = external.substring(0, external.lastIndexOf('/') + 1);
      String name = fresh(external, user, password);
      return new TestDatabase(server + name, user, password);
    }
    LocalPostgres postgres = LocalPostgres.start(Path.of("target/test-db"));
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
    String name = fresh(postgres.jdbcUrl("postgres"), postgres.owner(), postgres.ownerPassword());
    return new TestDatabase(postgres.jdbcUrl(name), postgres.owner(), postgres.ownerPassword());
  }

  /**
   * Makes a new database, and drops those of former runs. Nothing is measured by it or kept in it:
   * it need not wait for the disk.
   */
  private static String fresh(String url, String user, String password) {
    String name = "xiezhi_test_" + UUID.randomUUID().toString().substring(0, 8);
    try (Connection c = DriverManager.getConnection(url, user, password);
        var s = c.createStatement()) {
      var old = new java.util.ArrayList<String>();
      try (var rows =
          s.executeQuery(
              "select datname from pg_database d where datname like 'xiezhi\\_test\\_%' and not"
                  + " exists (select from pg_stat_activity a where a.datname = d.datname)")) {
        while (rows.next()) {
          old.add(rows.getString(1));
        }
      }
      for (String database : old) {
        s.execute("drop database if exists " + database);
      }
      s.execute("create database " + name.toLowerCase(Locale.ROOT));
      s.execute("alter database " + name + " set synchronous_commit = off");
      return name;
    } catch (SQLException e) {
      throw new IllegalStateException("no database for the tests at " + url, e);
    }
  }

  public String url() {
    return url;
  }

  /** As the owner of the tables, whom no row-level security binds. */
  public Connection asOwner() throws SQLException {
    return DriverManager.getConnection(url, owner, ownerPassword);
  }

  /** As the application's role, but going around the application. */
  public Connection asApplication() throws SQLException {
    return DriverManager.getConnection(url, application, applicationPassword);
  }

  private static final String APPLICATION = "xiezhi_app";
  private static final String APPLICATION_PASSWORD = "only-for-tests";

  /** What the application must be told to use it. */
  public List<String> properties() {
    return List.of(
        "xiezhi.data=target/test-data/" + url.substring(url.lastIndexOf('/') + 1),
        "spring.datasource.url=" + url,
        "spring.datasource.username=" + application,
        "spring.datasource.password=" + applicationPassword,
        "spring.flyway.user=" + owner,
        "spring.flyway.password=" + ownerPassword,
        "xiezhi.vault.keys.1=" + "01".repeat(16),
        "xiezhi.vault.index-key=" + "02".repeat(32));
  }

  /** A mistake in the configuration that must be found out. */
  public TestDatabase asIfTheOwnerWereTheApplication() {
    return new TestDatabase(url, owner, ownerPassword, owner, ownerPassword);
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(shared().properties()).applyTo(context);
  }

  /** The columns with which a row of that table is written: all but those it computes itself. */
  public static String columns(Connection c, String table) throws SQLException {
    try (var s = c.createStatement();
        var found =
            s.executeQuery(
                "select string_agg(attname, ', ' order by attnum) from pg_attribute where attrelid"
                    + " = '"
                    + table
                    + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''")) {
      found.next();
      return found.getString(1);
    }
  }
}
