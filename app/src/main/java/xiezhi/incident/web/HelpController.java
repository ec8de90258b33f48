package xiezhi.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
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
import xiezhi.incident.application.AskPolice;
import xiezhi.incident.domain.HelpRequest;
import xiezhi.incident.domain.Place;
import xiezhi.incident.web.SupportController.CallPlace;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;

@RestController
@Tag(name = "support")
class HelpController {
  private final AskPolice police;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  HelpController(AskPolice police, Bodies bodies, Clocks clocks, Idempotency idempotency) {
    this.police = police;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  /**
   * @param strength how many police are wanted
   */
  record StrengthRequest(
      @Nullable UUID matter,
      @Nullable String division,
      @Nullable String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      @Nullable Instant from,
      @Nullable Instant to,
      int strength,
      @Nullable String words) {}

  /**
   * @param refused the party refused to say who he is
   * @param basis by which law he is asked
   */
  record IdentityRequest(
      @Nullable Boolean refused, @Nullable String words, @Nullable String basis) {}

  record StrengthAnswerRequest(int version, int people, @Nullable String words) {}

  record IdentityAnswerRequest(int version, @Nullable String identity) {}

  record IdentityView(String identity) {}

  /**
   * @param unmet fewer come than were wanted
   * @param answered whether an identity was given; the words are read by {@code revealIdentity}
   */
  record HelpResponse(
      UUID id,
      String kind,
      @Nullable UUID matter,
      BodyRef asker,
      BodyRef police,
      String words,
      String basis,
      @Nullable CallPlace place,
      @Nullable Instant from,
      @Nullable Instant to,
      int strength,
      int given,
      boolean unmet,
      boolean answered,
      String stage,
      Instant lastStepAt,
      String lastStepBy,
      String lastStepNote,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  record HelpLine(
      UUID id,
      String kind,
      @Nullable UUID matter,
      BodyRef asker,
      BodyRef police,
      int strength,
      int given,
      boolean unmet,
      String stage,
      Instant lastStepAt,
      @Nullable ObligationView clock,
      int version) {}

  @PostMapping("/api/police-help/strength")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "askStrength",
      summary = "Ask the police for strength at a planned action")
  HelpResponse askStrength(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody StrengthRequest r) {
    Instant from = r.from();
    Instant to = r.to();
    if (from == null || to == null) {
      throw Refusal.malformed("from, to", "must be moments").exception();
    }
    UUID made =
        idempotency.once(
            "askStrength",
            key,
            r,
            () ->
                police.askStrength(
                    new AskPolice.Plan(
                        Typed.matterOrNone(r.matter()),
                        r.division(),
                        new Place(
                            Typed.text(r.division()), Typed.text(r.address()), r.lng(), r.lat()),
                        from,
                        to,
                        r.strength(),
                        Typed.text(r.words()))));
    return getHelp(made);
  }

  @PostMapping("/api/matters/{id}/identity-requests")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "askIdentity",
      summary = "Ask the police who somebody is that will not say")
  HelpResponse askIdentity(
      @PathVariable UUID id,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody IdentityRequest r) {
    UUID made =
        idempotency.once(
            "askIdentity",
            key,
            List.of(id, r),
            () ->
                police.askIdentity(
                    new MatterId(id),
                    Boolean.TRUE.equals(r.refused()),
                    Typed.text(r.words()),
                    Typed.text(r.basis())));
    return getHelp(made);
  }

  @GetMapping("/api/police-help")
  @Operation(operationId = "listHelp", summary = "What was asked of the police, newest first")
  Page<HelpLine> listHelp(
      @RequestParam(defaultValue = "false") boolean county,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byId(after, limit, (last, most) -> police.list(county, open, last, most), h -> h.id()),
        HelpRequest::reference,
        (h, clock) ->
            new HelpLine(
                h.id(),
                h.kind().key(),
                h.matter() == null ? null : h.matter().value(),
                bodies.ref(h.asker()),
                bodies.ref(h.police()),
                h.strength(),
                h.given(),
                h.isUnmet(),
                h.stage().key(),
                h.lastStep().at(),
                clock,
                h.version()));
  }

  @GetMapping("/api/police-help/{id}")
  @Operation(operationId = "getHelp", summary = "One request to the police, without any identity")
  HelpResponse getHelp(@PathVariable UUID id) {
    AskPolice.Page page = police.page(id);
    HelpRequest h = page.help();
    Place place = h.place();
    return new HelpResponse(
        h.id(),
        h.kind().key(),
        h.matter() == null ? null : h.matter().value(),
        bodies.ref(h.asker()),
        bodies.ref(h.police()),
        h.words(),
        h.basis(),
        place == null ? null : CallPlace.of(place),
        h.from(),
        h.to(),
        h.strength(),
        h.given(),
        h.isUnmet(),
        h.sealed() != null,
        h.stage().key(),
        h.lastStep().at(),
        h.lastStep().by(),
        h.lastStep().note(),
        page.obligations(),
        h.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/police-help/{id}/strength")
  @Operation(operationId = "confirmStrength", summary = "So many police come")
  HelpResponse confirmStrength(@PathVariable UUID id, @RequestBody StrengthAnswerRequest r) {
    police.confirm(id, r.version(), r.people(), Typed.text(r.words()));
    return getHelp(id);
  }

  @PostMapping("/api/police-help/{id}/identity")
  @Operation(operationId = "giveIdentity", summary = "Who it is; sealed at once")
  HelpResponse giveIdentity(@PathVariable UUID id, @RequestBody IdentityAnswerRequest r) {
    police.identify(id, r.version(), Typed.text(r.identity()));
    return getHelp(id);
  }

  @PostMapping("/api/police-help/{id}/refusal")
  @Operation(operationId = "declineHelp", summary = "It cannot be given, and why")
  HelpResponse declineHelp(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    police.decline(id, r.version(), Typed.text(r.reason()));
    return getHelp(id);
  }

  @PostMapping("/api/police-help/{id}/identity/view")
  @Operation(
      operationId = "revealIdentity",
      summary = "The identity, for its handlers; that they looked is written down")
  IdentityView revealIdentity(@PathVariable UUID id) {
    return new IdentityView(police.reveal(id));
  }
}
