import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.*;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.*;

/**
 * Migrates a throw-away PostgreSQL with Flyway and generates the jOOQ classes from it, one package for each module's
 * schema. Does nothing when no input changed.
 */
void main(String[] args) throws Exception {
  Path migrations = Path.of(args[0]), out = Path.of(args[1]), stamp = out.resolveSibling("jooq.sha256");
  var md = MessageDigest.getInstance("SHA-256");
  md.update(args[2].getBytes());
  md.update(Files.readAllBytes(Path.of(args[0], "../../../../codegen/Codegen.java").normalize()));
  String[] schemas;
  try (var s = Files.list(migrations)) {
    schemas = s.filter(Files::isDirectory).map(p -> p.getFileName().toString()).sorted().toArray(String[]::new);
  }
  try (var s = Files.walk(migrations)) {
    for (Path p : s.filter(Files::isRegularFile).sorted().toList()) {
      md.update(migrations.relativize(p).toString().getBytes());
      md.update(Files.readAllBytes(p));
    }
  }
  String hash = HexFormat.of().formatHex(md.digest());
  if (Files.exists(stamp) && Files.readString(stamp).equals(hash) && Files.exists(out)) {
    IO.println("jOOQ classes are up to date");
    return;
  }
  try (var pg = EmbeddedPostgres.start()) {
    Flyway.configure()
        .dataSource(pg.getPostgresDatabase())
        .locations("filesystem:" + migrations)
        .outOfOrder(true)
        .load()
        .migrate();
    var database =
        new Database()
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withExcludes("flyway_schema_history")
            .withForcedTypes(
                new ForcedType().withName("INSTANT").withIncludeTypes("(?i:timestamp\\ with\\ time\\ zone|timestamptz)"));
    for (String schema : schemas) database.getSchemata().add(new SchemaMappingType().withInputSchema(schema));
    GenerationTool.generate(
        new Configuration()
            .withLogging(Logging.WARN)
            .withJdbc(new Jdbc().withUrl(pg.getJdbcUrl("postgres", "postgres")))
            .withGenerator(
                new Generator()
                    .withDatabase(database)
                    .withGenerate(
                        new Generate()
                            .withRecords(true)
                            .withPojos(false)
                            .withDaos(false)
                            .withJavaTimeTypes(true)
                            .withGeneratedAnnotation(false))
                    .withTarget(
                        new Target().withPackageName("xiezhischema").withDirectory(out.toString()).withClean(true))));
  }
  Files.writeString(stamp, hash);
}
