package xiezhi.notification.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import xiezhi.notification.application.LiveStreams;
import xiezhi.notification.domain.Signal;

/**
 * Listens to the database on a connection of its own. Every replica hears every telling after its
 * transaction has committed. While the connection is broken nothing is heard; when it is back every
 * stream looks for what it missed.
 */
@Component
class PostgresSignals implements SmartLifecycle {
  static final String CHANNEL = "xiezhi_told";

  private static final Logger log = LoggerFactory.getLogger(PostgresSignals.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int LISTEN_MILLIS = 1000;

  private final JdbcConnectionDetails database;
  private final LiveStreams streams;
  private volatile boolean running;
  private volatile @Nullable Thread listener;

  PostgresSignals(JdbcConnectionDetails database, LiveStreams streams) {
    this.database = database;
    this.streams = streams;
  }

  @Override
  public void start() {
    // before the thread begins, which would otherwise find that it should not run
    running = true;
    listener = Thread.ofVirtual().name("notifications").start(this::run);
  }

  private void run() {
    boolean first = true;
    while (isRunning()) {
      try (Connection c =
              DriverManager.getConnection(
                  database.getJdbcUrl(), database.getUsername(), database.getPassword());
          var s = c.createStatement()) {
        s.execute("listen " + CHANNEL);
        if (!first) {
          streams.wakeAll();
        }
        first = false;
        listen(c.unwrap(PGConnection.class));
      } catch (SQLException e) {
        if (isRunning()) {
          log.warn("notifications are not heard until the database is back: {}", e.getMessage());
          rest();
        }
      }
    }
  }

  private void listen(PGConnection connection) throws SQLException {
    while (isRunning()) {
      PGNotification[] heard = connection.getNotifications(LISTEN_MILLIS);
      if (heard != null) {
        for (PGNotification one : heard) {
          Signal.parse(one.getParameter()).ifPresent(streams::heard);
        }
      }
    }
  }

  private static void rest() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Before the web server, which would wait for the streams to end by themselves. */
  @Override
  public void stop() {
    Thread listening = listener;
    running = false;
    listener = null;
    streams.endAll();
    if (listening != null) {
      try {
        listening.join(Duration.ofSeconds(3));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
