package xiezhi.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.flow.Clocks;
import xiezhi.incident.application.CallPolice;
import xiezhi.incident.domain.Place;
import xiezhi.incident.domain.SupportCall;
import xiezhi.mechanism.Mechanism.ListedName;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Ground;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;

@RestController
@Tag(name = "support")
class SupportController {
  private final CallPolice calls;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  SupportController(CallPolice calls, Bodies bodies, Clocks clocks, Idempotency idempotency) {
    this.calls = calls;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  /** A word of the county's list, with the rule it is from. */
  record WordView(String name, Ground ground) {
    static List<WordView> of(List<ListedName> words) {
      return words.stream().map(w -> new WordView(w.name(), w.rule().ground())).toList();
    }
  }

  /**
   * What the phone offers.
   *
   * @param triggers what happened
   * @param helps what else may be asked for
   * @param outcomes what may come of it for those who obstructed
   */
  record SupportWords(List<WordView> triggers, List<WordView> helps, List<WordView> outcomes) {}

  /**
   * @param trigger a word of the county's list; any other is taken as it is
   * @param danger somebody's safety is at risk
   * @param division nine digits; null for where the officer's body works
   * @param address needed where the phone gives no point
   * @param pressedAt by the phone's clock, if it could not be sent at once
   * @param station null for the one that the county's rule names
   */
  record AlarmRequest(
      @Nullable UUID matter,
      @Nullable String trigger,
      @Nullable Boolean danger,
      @Nullable String division,
      @Nullable String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      @Nullable String words,
      @Nullable List<String> helps,
      @Nullable Instant pressedAt,
      @Nullable String station) {}

  record CallSendRequest(int version, @Nullable String people) {}

  record SceneRequest(int version, @Nullable String scene) {}

  /**
   * @param obstruction whether somebody obstructed; left out, it is taken that somebody did
   */
  record CallCloseRequest(int version, @Nullable String result, @Nullable Boolean obstruction) {}

  record CallOutcomeRequest(int version, @Nullable String outcome, @Nullable String words) {}

  record CallPlace(
      String division, String address, @Nullable BigDecimal lng, @Nullable BigDecimal lat) {
    static CallPlace of(Place p) {
      return new CallPlace(p.division(), p.address(), p.lng(), p.lat());
    }
  }

  /**
   * @param urgent somebody is in danger and the police are not there yet
   * @param responseSeconds from the alarm to the arrival; null before
   */
  record SupportCallLine(
      UUID id,
      String trigger,
      boolean danger,
      boolean urgent,
      boolean open,
      String stage,
      BodyRef team,
      BodyRef station,
      CallPlace place,
      Instant pressedAt,
      Instant receivedAt,
      @Nullable Instant arrivedAt,
      @Nullable Long responseSeconds,
      @Nullable ObligationView clock,
      int version) {}

  /** One call, whole. */
  record SupportCallResponse(
      UUID id,
      @Nullable UUID matter,
      String trigger,
      boolean danger,
      boolean urgent,
      boolean open,
      String stage,
      BodyRef team,
      BodyRef station,
      CallPlace place,
      String words,
      List<String> helps,
      Instant pressedAt,
      Instant receivedAt,
      @Nullable Instant answeredAt,
      @Nullable Instant sentAt,
      @Nullable Instant arrivedAt,
      @Nullable Instant takenOverAt,
      @Nullable Instant closedAt,
      @Nullable Long responseSeconds,
      String people,
      String scene,
      String result,
      String outcome,
      String outcomeWords,
      String lastStepBy,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  @GetMapping("/api/support-calls/words")
  @Operation(operationId = "listSupportWords", summary = "What the buttons of the phone are here")
  SupportWords listSupportWords() {
    return new SupportWords(
        WordView.of(calls.triggers()), WordView.of(calls.helps()), WordView.of(calls.outcomes()));
  }

  @PostMapping("/api/support-calls")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "callPolice", summary = "An officer in trouble presses the button")
  SupportCallResponse callPolice(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody AlarmRequest r) {
    UUID made =
        idempotency.once(
            "callPolice",
            key,
            r,
            () ->
                calls.press(
                    new CallPolice.Alarm(
                        Typed.matterOrNone(r.matter()),
                        Typed.text(r.trigger()),
                        Boolean.TRUE.equals(r.danger()),
                        r.division(),
                        new Place(
                            Typed.text(r.division()), Typed.text(r.address()), r.lng(), r.lat()),
                        Typed.text(r.words()),
                        Typed.list(r.helps()),
                        r.pressedAt(),
                        Typed.bodyOrNone("station", r.station()))));
    return getSupportCall(made);
  }

  @GetMapping("/api/support-calls")
  @Operation(
      operationId = "listSupportCalls",
      summary = "Calls of one's desk: those in danger first, then newest first")
  Page<SupportCallLine> listSupportCalls(
      @RequestParam(defaultValue = "false") boolean county,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byId(after, limit, (last, most) -> calls.list(county, open, last, most), c -> c.id()),
        SupportCall::reference,
        (c, clock) ->
            new SupportCallLine(
                c.id(),
                c.trigger(),
                c.danger(),
                c.isUrgent(),
                c.isOpen(),
                c.stage().key(),
                bodies.ref(c.team()),
                bodies.ref(c.station()),
                CallPlace.of(c.place()),
                c.times().pressedAt(),
                c.times().receivedAt(),
                c.times().arrivedAt(),
                seconds(c),
                clock,
                c.version()));
  }

  @GetMapping("/api/support-calls/{id}")
  @Operation(operationId = "getSupportCall", summary = "One call with each of its moments")
  SupportCallResponse getSupportCall(@PathVariable UUID id) {
    CallPolice.Page page = calls.page(id);
    SupportCall c = page.call();
    SupportCall.Times t = c.times();
    return new SupportCallResponse(
        c.id(),
        c.matter() == null ? null : c.matter().value(),
        c.trigger(),
        c.danger(),
        c.isUrgent(),
        c.isOpen(),
        c.stage().key(),
        bodies.ref(c.team()),
        bodies.ref(c.station()),
        CallPlace.of(c.place()),
        c.words(),
        c.helps(),
        t.pressedAt(),
        t.receivedAt(),
        t.answeredAt(),
        t.sentAt(),
        t.arrivedAt(),
        t.takenOverAt(),
        t.closedAt(),
        seconds(c),
        c.work().people(),
        c.work().scene(),
        c.work().result(),
        c.work().outcome(),
        c.work().outcomeWords(),
        c.lastStep().by(),
        page.obligations(),
        c.version(),
        ActionView.of(page.acts()));
  }

  private static @Nullable Long seconds(SupportCall c) {
    Duration response = c.times().response();
    return response == null ? null : response.toSeconds();
  }

  @PostMapping("/api/support-calls/{id}/answer")
  @Operation(operationId = "answerCall", summary = "The station has taken it up")
  SupportCallResponse answerCall(@PathVariable UUID id, @RequestBody VersionRequest r) {
    calls.answer(id, r.version());
    return getSupportCall(id);
  }

  @PostMapping("/api/support-calls/{id}/dispatch")
  @Operation(operationId = "sendPolice", summary = "People are sent out")
  SupportCallResponse sendPolice(@PathVariable UUID id, @RequestBody CallSendRequest r) {
    calls.send(id, r.version(), Typed.text(r.people()));
    return getSupportCall(id);
  }

  @PostMapping("/api/support-calls/{id}/arrival")
  @Operation(operationId = "arriveAtCall", summary = "The police are there")
  SupportCallResponse arriveAtCall(@PathVariable UUID id, @RequestBody VersionRequest r) {
    calls.arrive(id, r.version());
    return getSupportCall(id);
  }

  @PostMapping("/api/support-calls/{id}/scene")
  @Operation(
      operationId = "takeOverScene",
      summary = "Control of the scene, evidence, dispersal of the crowd")
  SupportCallResponse takeOverScene(@PathVariable UUID id, @RequestBody SceneRequest r) {
    calls.takeOver(id, r.version(), Typed.text(r.scene()));
    return getSupportCall(id);
  }

  @PostMapping("/api/support-calls/{id}/closing")
  @Operation(operationId = "closeCall", summary = "The scene is over; how it ended")
  SupportCallResponse closeCall(@PathVariable UUID id, @RequestBody CallCloseRequest r) {
    calls.close(id, r.version(), Typed.text(r.result()), !Boolean.FALSE.equals(r.obstruction()));
    return getSupportCall(id);
  }

  @PostMapping("/api/support-calls/{id}/outcome")
  @Operation(operationId = "settleCall", summary = "What came of it for those who obstructed")
  SupportCallResponse settleCall(@PathVariable UUID id, @RequestBody CallOutcomeRequest r) {
    calls.settle(id, r.version(), Typed.text(r.outcome()), Typed.text(r.words()));
    return getSupportCall(id);
  }

  @PostMapping("/api/support-calls/{id}/withdrawal")
  @Operation(operationId = "withdrawCall", summary = "Nobody need come any more")
  SupportCallResponse withdrawCall(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    calls.withdraw(id, r.version(), Typed.text(r.reason()));
    return getSupportCall(id);
  }
}
