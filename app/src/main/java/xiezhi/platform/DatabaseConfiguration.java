package xiezhi.platform;

import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Which database, and as whom. Two roles: the owner of the tables migrates; the application works
 * as a role that owns nothing, so that row-level security binds it.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  /** The role the application works as in the embedded database. */
  static final String APPLICATION_ROLE = "xiezhi_app";

  /** Begins every transaction by naming the county to row-level security. */
  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new CountyTransactions(dataSource);
  }

  /** Migrates as the owner, then gives the application's role what it needs and no more. */
  @Bean
  FlywayMigrationStrategy migrateAndGrant(JdbcConnectionDetails application) {
    return flyway -> {
      try {
        flyway.migrate();
        new Grants(application).give(flyway.getConfiguration().getDataSource());
      } catch (RuntimeException e) {
        throw DatabaseFaults.whileMigrating(e, application.getJdbcUrl());
      }
    };
  }

  @Bean
  CountyWall countyWall(DataSource dataSource) {
    return new CountyWall(dataSource);
  }

  /** Without an address of an external database: our own, in the data folder. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(
      name = "spring.datasource.url",
      matchIfMissing = true,
      havingValue = "embedded")
  static class Embedded {
    @Bean(destroyMethod = "close")
    LocalPostgres localPostgres(@Value("${xiezhi.data}") Path data) {
      return LocalPostgres.start(data.resolve("db"));
    }

    /** The pool depends on this bean, so it is closed before the database is stopped. */
    @Bean
    JdbcConnectionDetails applicationConnection(
        LocalPostgres postgres, @Value("${xiezhi.data}") Path data) throws IOException {
      return new ApplicationConnection(
          postgres.jdbcUrl(), APPLICATION_ROLE, Secret.in(data.resolve("db/application.secret")));
    }

    @Bean
    FlywayConnectionDetails ownerConnection(LocalPostgres postgres) {
      return new OwnerConnection(postgres);
    }
  }

  private record ApplicationConnection(String url, String role, String password)
      implements JdbcConnectionDetails {
    @Override
    public String getUsername() {
      return role;
    }

    @Override
    public String getPassword() {
      return password;
    }

    @Override
    public String getJdbcUrl() {
      return url;
    }
  }

  private record OwnerConnection(LocalPostgres postgres) implements FlywayConnectionDetails {
    @Override
    public String getUsername() {
      return postgres.owner();
    }

    @Override
    public String getPassword() {
      return postgres.ownerPassword();
    }

    @Override
    public String getJdbcUrl() {
      return postgres.jdbcUrl();
    }
  }
}
