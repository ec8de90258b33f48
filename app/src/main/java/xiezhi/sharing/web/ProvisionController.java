package xiezhi.sharing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
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
import xiezhi.mechanism.Rule;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Ground;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Typed;
import xiezhi.sharing.application.ProvideBasis;

@RestController
@Tag(name = "sharing")
class ProvisionController {
  private final ProvideBasis provisions;
  private final Bodies bodies;
  private final Idempotency idempotency;

  ProvisionController(ProvideBasis provisions, Bodies bodies, Idempotency idempotency) {
    this.provisions = provisions;
    this.bodies = bodies;
    this.idempotency = idempotency;
  }

  record ProvisionRequest(@Nullable String kind, @Nullable String content) {}

  record ProvisionView(
      String kind, String content, String department, Instant at, List<String> providedTo) {}

  record ProvisionLine(String code, String name, List<ProvisionView> given, List<String> lacks) {}

  /**
   * @param kinds what the county's rule wants provided; empty where none does
   */
  record ProvisionRegisterView(
      List<String> kinds, @Nullable Ground ground, int lacking, List<ProvisionLine> items) {}

  @GetMapping("/api/item-provisions")
  @Operation(
      operationId = "listItemProvisions",
      summary = "Empowered items with their basis and standard, what lacks, and who was given it")
  ProvisionRegisterView listItemProvisions(@RequestParam(defaultValue = "false") boolean lacking) {
    ProvideBasis.Register found = provisions.register(lacking);
    Rule rule = found.rule();
    return new ProvisionRegisterView(
        found.kinds(),
        rule == null ? null : rule.ground(),
        (int) found.lines().stream().filter(l -> !l.lacks().isEmpty()).count(),
        found.lines().stream()
            .map(
                l ->
                    new ProvisionLine(
                        l.code(),
                        l.name(),
                        l.given().stream()
                            .map(
                                p ->
                                    new ProvisionView(
                                        p.kind(),
                                        p.content(),
                                        bodies.nameOf(p.department()),
                                        p.at(),
                                        p.providedTo().stream().map(bodies::nameOf).toList()))
                            .toList(),
                        l.lacks()))
            .toList());
  }

  @PostMapping("/api/powers/{code}/provisions")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "provideForItem",
      summary = "Give an empowered item its legal basis or its enforcement standard")
  ProvisionRegisterView provideForItem(
      @PathVariable String code,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ProvisionRequest r) {
    idempotency.once(
        "provideForItem",
        key,
        List.of(code, r),
        () -> provisions.provide(code, Typed.text(r.kind()), Typed.text(r.content())));
    return listItemProvisions(false);
  }
}
