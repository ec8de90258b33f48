package xiezhi.notification.application;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.notification.domain.Signal;
import xiezhi.shared.Actor;

/** The streams that are open on this replica, and what each of them should look at. */
@Component
public class LiveStreams {
  /** A stream that is this far behind looks for itself. */
  private static final int BACKLOG = 200;

  private final Set<Stream> open = ConcurrentHashMap.newKeySet();

  /** What woke a stream. */
  public sealed interface Wake {
    /** This was told to the stream's body. */
    record Told(UUID telling) implements Wake {}

    /** Something may have been missed. */
    record Missed() implements Wake {}

    /** The server is going away. */
    record End() implements Wake {}
  }

  /** One person's open page. */
  public final class Stream implements AutoCloseable {
    private final Actor reader;
    private final BlockingQueue<Wake> wakes = new LinkedBlockingQueue<>();

    private Stream(Actor reader) {
      this.reader = reader;
    }

    /** What comes next; null if nothing came in that time. */
    public @Nullable Wake next(Duration patience) throws InterruptedException {
      return wakes.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void wake(Wake wake) {
      if (wake instanceof Wake.Told && wakes.size() >= BACKLOG) {
        wakes.clear();
        wakes.add(new Wake.Missed());
      } else {
        wakes.add(wake);
      }
    }

    @Override
    public void close() {
      open.remove(this);
    }
  }

  /** From here on the stream misses nothing that commits. */
  public Stream open(Actor reader) {
    var stream = new Stream(reader);
    open.add(stream);
    return stream;
  }

  /** Something was told to somebody. */
  public void heard(Signal signal) {
    for (Stream stream : open) {
      if (stream.reader.county().equals(signal.county())
          && stream.reader.body().equals(signal.body())) {
        stream.wake(new Wake.Told(signal.telling()));
      }
    }
  }

  public void wakeAll() {
    open.forEach(stream -> stream.wake(new Wake.Missed()));
  }

  public void endAll() {
    open.forEach(stream -> stream.wake(new Wake.End()));
  }
}
