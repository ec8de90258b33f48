package xiezhi.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import xiezhi.notification.application.LiveStreams;
import xiezhi.notification.application.LiveStreams.Wake;
import xiezhi.notification.application.ReadNotifications;
import xiezhi.notification.domain.Telling;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;

/**
 * One person's stream. It ends after a while, so that the browser comes back and is asked again who
 * it is: whoever was signed out or lost the post hears no more.
 */
@Component
class NotificationStream {
  private static final int CAUGHT_UP_AT_ONCE = 100;
  private static final int REMEMBERED = 500;

  private final LiveStreams streams;
  private final ReadNotifications notifications;
  private final Duration heartbeat;
  private final Duration longest;

  NotificationStream(
      LiveStreams streams,
      ReadNotifications notifications,
      @Value("${xiezhi.notification.heartbeat:20s}") Duration heartbeat,
      @Value("${xiezhi.notification.longest-stream:10m}") Duration longest) {
    this.streams = streams;
    this.notifications = notifications;
    this.heartbeat = heartbeat;
    this.longest = longest;
  }

  void write(
      HttpServletResponse response, @Nullable String lastEventId, Function<Telling, String> asJson)
      throws IOException {
    response.setContentType("text/event-stream");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    try (var stream = streams.open(CurrentActor.get())) {
      var line = new Line(response.getWriter(), asJson);
      // opened first, caught up second: nothing falls between
      id(lastEventId)
          .ifPresentOrElse(
              last -> {
                line.seen(last);
                catchUp(line);
              },
              () -> line.seen(Ids.next()));
      line.comment("retry: 3000\n\n");
      follow(stream, line);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(LiveStreams.Stream stream, Line line) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (line.isOpen() && System.nanoTime() < end) {
      Wake wake = stream.next(heartbeat);
      switch (wake) {
        case null -> line.comment(": \n\n");
        case Wake.Told(var id) -> notifications.find(id).ifPresent(line::event);
        case Wake.Missed() -> catchUp(line);
        case Wake.End() -> {
          return;
        }
      }
    }
  }

  private void catchUp(Line line) {
    UUID from = ReadNotifications.before(line.last);
    List<Telling> missed;
    do {
      missed = notifications.since(from, CAUGHT_UP_AT_ONCE);
      for (Telling telling : missed) {
        line.event(telling);
        from = telling.id();
      }
    } while (missed.size() == CAUGHT_UP_AT_ONCE && line.isOpen());
  }

  private static Optional<UUID> id(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The line to the browser, and what went over it. */
  private static final class Line {
    private final PrintWriter out;
    private final Function<Telling, String> asJson;
    private final SequencedSet<UUID> sent = new LinkedHashSet<>();
    private UUID last = new UUID(0, 0);

    Line(PrintWriter out, Function<Telling, String> asJson) {
      this.out = out;
      this.asJson = asJson;
    }

    void event(Telling telling) {
      if (sent.contains(telling.id())) {
        return;
      }
      // JSON of ours has no line ends
      out.write(
          "id: " + telling.id() + "\nevent: notification\ndata: " + asJson.apply(telling) + "\n\n");
      out.flush();
      seen(telling.id());
    }

    /** The browser has it: as texts identifiers sort by time. */
    void seen(UUID id) {
      sent.add(id);
      if (sent.size() > REMEMBERED) {
        sent.removeFirst();
      }
      last = id.toString().compareTo(last.toString()) > 0 ? id : last;
    }

    void comment(String words) {
      out.write(words);
      out.flush();
    }

    /** A browser that has gone shows when we write to it. */
    boolean isOpen() {
      return !out.checkError();
    }
  }
}
