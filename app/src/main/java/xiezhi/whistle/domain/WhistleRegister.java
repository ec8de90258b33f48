package xiezhi.whistle.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Refusal;

/** Calls and suggestions as they are kept. */
public interface WhistleRegister {
  /**
   * How quickly a body comes.
   *
   * @param calls how many whistles it was sent
   * @param arrived to how many it came
   * @param seconds from the whistle to the arrival, on average; null if it never came
   */
  record Response(BodyId body, long calls, long arrived, @Nullable Long seconds) {}

  void insert(CountyCode county, Call call);

  /** Writes what changed, if nobody else did before. */
  void update(CountyCode county, Call call);

  Optional<Call> find(CountyCode county, UUID id);

  List<Call> ofWhistle(CountyCode county, UUID whistle);

  /**
   * Newest first.
   *
   * @param desk that called, was called or was told; empty for the whole county
   */
  List<Call> list(
      CountyCode county, List<BodyId> desk, boolean open, @Nullable UUID before, int limit);

  /** The quickest first; who never came, last. */
  List<Response> responses(CountyCode county);

  void insert(CountyCode county, Suggestion suggestion);

  void update(CountyCode county, Suggestion suggestion);

  Optional<Suggestion> suggestion(CountyCode county, UUID id);

  /** Of these desks, newest first. */
  List<Suggestion> suggestions(
      CountyCode county, List<BodyId> desk, @Nullable UUID before, int limit);

  static Refusal changedMeanwhile() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "whistle.changed-meanwhile",
        "Somebody else changed this meanwhile; look again.");
  }
}
