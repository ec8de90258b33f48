package xiezhi.transfer.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * 内部移交: inside a township the team hands a matter to a station. <b>Made</b> with a handover record;
 * complete only when the station has signed for it (<b>received</b>); it <b>feeds back</b> its
 * result, and the team <b>closes</b> it. It never stands in for a transfer between legal bodies.
 */
public record Handover(
    UUID id,
    MatterId matter,
    BodyId team,
    BodyId station,
    String items,
    Stage stage,
    Signature made,
    Transfer.@Nullable Letter letter,
    int version) {

  public record Signature(Instant at, String by) {}

  public sealed interface Stage {
    record Made() implements Stage {}

    record Received(Signature signature) implements Stage {}

    record FedBack(Signature signature, Signature fedBack, String result) implements Stage {}

    /**
     * @param fedBack null where the county lets it close without
     */
    record Closed(Signature signature, @Nullable Signature fedBack, String result, Signature closed)
        implements Stage {}
  }

  public static Change<Handover> make(
      MatterId matter, BodyId team, BodyId station, String items, Signature made) {
    Transfer.mayGo(team, station).orThrow();
    return new Change<>(
        new Handover(Ids.next(), matter, team, station, items, new Stage.Made(), made, null, 0),
        "handover.made",
        Map.of("to", station.value(), "items", items));
  }

  public String reference() {
    return "handover:" + id;
  }

  public Permission mayReceive() {
    return switch (stage) {
      case Stage.Made() -> Permission.allowed();
      case Stage.Received(var s) -> past("signed for", s);
      case Stage.FedBack(var s, var f, var result) -> past("answered", f);
      case Stage.Closed(var s, var f, var result, var c) -> past("closed", c);
    };
  }

  public Change<Handover> receive(Signature signature, Transfer.Letter handoverRecord) {
    mayReceive().orThrow();
    return new Change<>(
        new Handover(
            id,
            matter,
            team,
            station,
            items,
            new Stage.Received(signature),
            made,
            handoverRecord,
            version + 1),
        "handover.received",
        Map.of("number", handoverRecord.number()));
  }

  public Permission mayFeedBack() {
    return switch (stage) {
      case Stage.Made() ->
          Permission.refused(
              Refusal.of(
                  Refusal.Kind.CONFLICT,
                  "handover.not-received",
                  "The station has not signed for it yet."));
      case Stage.Received(var s) -> Permission.allowed();
      case Stage.FedBack(var s, var f, var result) -> past("answered", f);
      case Stage.Closed(var s, var f, var result, var c) -> past("closed", c);
    };
  }

  public Change<Handover> feedBack(Signature signature, String result) {
    mayFeedBack().orThrow();
    Signature received =
        stage instanceof Stage.Received(var s)
            ? s
            : signature; // mayFeedBack let only Received pass
    return new Change<>(
        new Handover(
            id,
            matter,
            team,
            station,
            items,
            new Stage.FedBack(received, signature, result),
            made,
            letter,
            version + 1),
        "handover.fed-back",
        Map.of("result", result));
  }

  /**
   * Signed for, it may be closed as far as its stage goes; whether the result must be there first
   * is the county's gate.
   */
  public Permission mayClose() {
    return switch (stage) {
      case Stage.Made() ->
          Permission.refused(
              Refusal.of(
                  Refusal.Kind.CONFLICT,
                  "handover.not-received",
                  "The station has not signed for it yet."));
      case Stage.Received r -> Permission.allowed();
      case Stage.FedBack f -> Permission.allowed();
      case Stage.Closed(var s, var f, var result, var c) -> past("closed", c);
    };
  }

  public Change<Handover> close(Signature closed) {
    mayClose().orThrow();
    Stage next =
        switch (stage) {
          case Stage.Received(var s) -> new Stage.Closed(s, null, "", closed);
          case Stage.FedBack(var s, var f, var result) -> new Stage.Closed(s, f, result, closed);
          case Stage.Made m ->
              throw new IllegalStateException("mayClose lets no unsigned one pass");
          case Stage.Closed c ->
              throw new IllegalStateException("mayClose lets no closed one pass");
        };
    return Change.of(
        new Handover(id, matter, team, station, items, next, made, letter, version + 1),
        "handover.closed");
  }

  private static Permission past(String what, Signature s) {
    return Permission.refused(
        Refusal.of(
            Refusal.Kind.CONFLICT,
            "handover.already-done",
            "It was " + what + " already, by " + s.by() + " at " + s.at() + ".",
            Map.of("by", s.by(), "at", s.at().toString())));
  }

  public String stageName() {
    return switch (stage) {
      case Stage.Made m -> "made";
      case Stage.Received r -> "received";
      case Stage.FedBack f -> "fed-back";
      case Stage.Closed c -> "closed";
    };
  }
}
