package xiezhi.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import xiezhi.shared.Actor;
import xiezhi.shared.Counties;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Sweep;

/**
 * Does in a county whatever has fallen due, as the platform. Of several replicas one does it: the
 * county is locked in the database meanwhile, on a connection of its own, because each sweep has
 * its own transactions. One sweep that fails does not keep the others from their work.
 */
@Component
public class Sweeper {
  private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

  private final List<Sweep> sweeps;
  private final Counties counties;
  private final DataSource dataSource;

  Sweeper(List<Sweep> sweeps, Counties counties, DataSource dataSource) {
    this.sweeps = sweeps;
    this.counties = counties;
    this.dataSource = dataSource;
  }

  /** Every county; one that another replica sweeps at this moment is left to it. */
  public void sweepAll(Instant now) {
    for (CountyCode county : counties.all()) {
      locked(county, "select pg_try_advisory_lock(hashtext('xiezhi sweep'), ?)", now);
    }
  }

  /** That county, after waiting for whoever is at it. */
  public void sweep(CountyCode county, Instant now) {
    locked(
        county, "select true from (select pg_advisory_lock(hashtext('xiezhi sweep'), ?)) l", now);
  }

  private void locked(CountyCode county, String lock, Instant now) {
    int number = Integer.parseInt(county.value());
    try (Connection connection = dataSource.getConnection()) {
      if (ask(connection, lock, number)) {
        try {
          run(county, now);
        } finally {
          ask(connection, "select pg_advisory_unlock(hashtext('xiezhi sweep'), ?)", number);
        }
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the county could not be locked", e);
    }
  }

  private static boolean ask(Connection connection, String sql, int number) throws SQLException {
    try (var question = connection.prepareStatement(sql)) {
      question.setInt(1, number);
      try (var answer = question.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  private void run(CountyCode county, Instant now) {
    RuntimeException first = null;
    for (Sweep sweep : sweeps) {
      try {
        CurrentActor.as(Actor.platform(county), () -> sweep.sweep(county, now));
      } catch (RuntimeException e) {
        log.error("{} failed in county {}", sweep.getClass().getSimpleName(), county, e);
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
