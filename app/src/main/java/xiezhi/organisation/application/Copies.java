package xiezhi.organisation.application;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import xiezhi.organisation.Body;
import xiezhi.organisation.Division;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;

/**
 * Copies of the counties' directories, each read at most once a minute: some hundreds of rows that
 * hardly ever change and are asked for at every step. The wall stands here as it stands in the
 * database: of another county than the actor's nothing is known.
 */
@Component
class Copies {
  private static final long FRESH = Duration.ofMinutes(1).toNanos();

  private final ReadDirectory reader;
  private final Map<CountyCode, Copy> known = new ConcurrentHashMap<>();

  Copies(ReadDirectory reader) {
    this.reader = reader;
  }

  /** One county's directory, and when it was read. */
  record Copy(
      long readAt,
      List<Division> divisions,
      List<Body> bodies,
      Map<BodyId, Body> byId,
      Map<String, Body> byName) {
    static final Copy NOTHING = new Copy(0, List.of(), List.of(), Map.of(), Map.of());

    static Copy of(ReadDirectory.Whole whole) {
      Map<BodyId, Body> byId = new HashMap<>();
      Map<String, Body> byName = new HashMap<>();
      for (Body body : whole.bodies()) {
        byId.put(body.id(), body);
        byName.put(body.name(), body);
      }
      return new Copy(
          System.nanoTime(),
          List.copyOf(whole.divisions()),
          List.copyOf(whole.bodies()),
          Map.copyOf(byId),
          Map.copyOf(byName));
    }

    boolean isFresh() {
      return System.nanoTime() - readAt < FRESH;
    }
  }

  Copy of(CountyCode county) {
    Copy before = known.get(county);
    return before != null && before.isFresh() && isOwn(county) ? before : again(county);
  }

  /** Read anew. */
  Copy again(CountyCode county) {
    if (!isOwn(county)) {
      return Copy.NOTHING;
    }
    Copy read = Copy.of(reader.read(county));
    if (!read.bodies().isEmpty()) {
      known.put(county, read);
    }
    return read;
  }

  private static boolean isOwn(CountyCode county) {
    return CurrentActor.find().filter(a -> a.county().equals(county)).isPresent();
  }

  void forget(CountyCode county) {
    known.remove(county);
  }
}
