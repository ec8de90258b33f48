package xiezhi.conformance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import xiezhi.Xiezhi;

/**
 * The whole application in the profile {@code test}, on a free port and a new database: its own
 * embedded one, or one on the server that {@code
 * -Dxiezhi.test.datasource.url=jdbc:postgresql://host:port/database} names, with {@code .username}
 * and {@code .password} of a superuser.
 */
record TestServer(ConfigurableApplicationContext context, Server server) implements AutoCloseable {
  private static final String EXTERNAL = "xiezhi.test.datasource.";
  private static final Path DATA = Path.of("target/conformance");

  static TestServer start() throws IOException {
    FileSystemUtils.deleteRecursively(DATA);
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--xiezhi.data=" + DATA.toAbsolutePath());
    String external = System.getProperty(EXTERNAL + "url", "");
    if (!external.isEmpty()) {
      arguments.addAll(newDatabase(external));
    }
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Xiezhi.class)
            .profiles("test")
            .run(arguments.toArray(String[]::new));
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return new TestServer(context, new Server(URI.create("http://localhost:" + port)));
  }

  private static List<String> newDatabase(String server) {
    String owner = Objects.requireNonNull(System.getProperty(EXTERNAL + "username"));
    String password = System.getProperty(EXTERNAL + "password", "");
    String name = "xiezhi_conformance_" + UUID.randomUUID().toString().substring(0, 8);
    try (var connection = DriverManager.getConnection(server, owner, password);
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database for the scenarios at " + server, e);
    }
    return List.of(
        "--spring.datasource.url=" + server.substring(0, server.lastIndexOf('/') + 1) + name,
        "--spring.datasource.username=xiezhi_app",
        "--spring.datasource.password=only-for-tests",
        "--spring.flyway.user=" + owner,
        "--spring.flyway.password=" + password,
        "--xiezhi.vault.keys.1=" + "01".repeat(16),
        "--xiezhi.vault.index-key=" + "02".repeat(32));
  }

  @Override
  public void close() {
    context.close();
  }
}
