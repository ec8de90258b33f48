package xiezhi.powers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.powers.HoldingRow;
import xiezhi.powers.Powers;
import xiezhi.powers.Powers.Basis;
import xiezhi.powers.Powers.Item;
import xiezhi.powers.application.SuggestItems;
import xiezhi.powers.application.ViewPowers;
import xiezhi.powers.domain.Holding;
import xiezhi.powers.domain.PowerLines;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.web.Cursor;
import xiezhi.shared.web.Page;

/** The power list, and who is competent. */
@RestController
@RequestMapping("/api")
@Tag(name = "powers")
class PowersController {
  private static final int MOST_ITEMS = 50;
  private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

  record PowerLineResponse(
      String code,
      String name,
      String domain,
      String kind,
      String legalBasis,
      String penaltyNote,
      boolean simpleProcedurePossible) {}

  record DomainResponse(String name, int items) {}

  record TierResponse(
      String subject,
      String condition,
      boolean warningPossible,
      @Nullable String unit,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max) {}

  record BasisResponse(
      String legalBasis,
      String basisText,
      @Nullable BigDecimal penaltyMin,
      @Nullable BigDecimal penaltyMax,
      String penaltyNote,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<TierResponse> tiers,
      String source) {
    static BasisResponse of(Basis b) {
      return new BasisResponse(
          b.legalBasis(),
          b.text(),
          b.penaltyMin(),
          b.penaltyMax(),
          b.penaltyNote(),
          b.from(),
          b.to(),
          b.tiers().stream()
              .map(
                  t ->
                      new TierResponse(
                          t.subject(),
                          t.condition(),
                          t.warningPossible(),
                          t.unit(),
                          t.min(),
                          t.max()))
              .toList(),
          b.source());
    }
  }

  record HoldingResponse(
      String named,
      String scope,
      @Nullable String body,
      @Nullable String bodyName,
      @Nullable String inKind,
      @Nullable String inPlace,
      String mode,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String evidence,
      String note,
      String source) {
    static HoldingResponse of(ViewPowers.Held held) {
      HoldingRow row = held.holding().row();
      Holding.Scope.OneBody one =
          held.holding().scope() instanceof Holding.Scope.OneBody b ? b : null;
      return new HoldingResponse(
          row.holder(),
          held.holding().scope().key(),
          one == null ? null : one.body().value(),
          held.bodyName(),
          one == null ? null : one.kind(),
          one == null ? null : one.place(),
          row.mode(),
          row.from(),
          row.to(),
          row.grade(),
          row.note(),
          row.source());
    }
  }

  /**
   * @param on the day it is seen from
   * @param basis in force on that day; empty if no text is held for so early a day
   * @param later came into force after that day: the lighter governs (行政处罚法 art. 37)
   */
  record PowerResponse(
      String code,
      String name,
      String domain,
      String kind,
      String originalDepartment,
      boolean simpleProcedurePossible,
      String hearingNote,
      LocalDate on,
      String legalBasis,
      List<BasisResponse> basis,
      List<BasisResponse> later,
      List<BasisResponse> earlier,
      List<HoldingResponse> holdings) {}

  record HolderResponse(
      String body,
      String bodyName,
      String named,
      String reason,
      String mode,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String evidence,
      String note,
      String source) {}

  record UnfixedResponse(
      String named,
      String mode,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String evidence,
      String note,
      String source) {}

  /**
   * @param mine whether the body holds it in whose name the person who asks would act
   */
  record CompetenceResponse(
      String code,
      String itemName,
      boolean mine,
      List<HolderResponse> holders,
      List<UnfixedResponse> unfixed,
      List<String> remarks) {}

  private final Powers powers;
  private final ViewPowers view;
  private final SuggestItems suggesting;

  PowersController(Powers powers, ViewPowers view, SuggestItems suggesting) {
    this.powers = powers;
    this.view = view;
    this.suggesting = suggesting;
  }

  @GetMapping("/powers")
  @Operation(operationId = "searchPowers", summary = "Power items, best match first")
  Page<PowerLineResponse> searchPowers(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String domain,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    int most = Page.limit(limit);
    PowerLines.After seen =
        Cursor.decode(after, 2)
            .map(c -> new PowerLines.After(rank(c.key().getFirst()), c.key().getLast()))
            .orElse(null);
    String words = q.strip();
    return Page.of(
            view.search(
                words.length() > 100 ? words.substring(0, 100) : words,
                filled(domain),
                filled(kind),
                seen,
                most + 1),
            most,
            line -> Cursor.of(line.rank(), line.code()))
        .map(
            l ->
                new PowerLineResponse(
                    l.code(),
                    l.name(),
                    l.domain(),
                    l.kind(),
                    l.legalBasis(),
                    l.penaltyNote(),
                    l.simpleProcedurePossible()));
  }

  private static @Nullable String filled(@Nullable String filter) {
    return filter == null || filter.isEmpty() ? null : filter;
  }

  private static int rank(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException _) {
      throw Cursor.unknown(word);
    }
  }

  @GetMapping("/powers/domains")
  @Operation(operationId = "listPowerDomains", summary = "Domains of the list, by pinyin")
  List<DomainResponse> listPowerDomains() {
    return view.domains().stream().map(d -> new DomainResponse(d.name(), d.items())).toList();
  }

  @GetMapping("/powers/{code}")
  @Operation(
      operationId = "getPower",
      summary = "An item as it stood on a day, what came later, and who holds it in the county")
  PowerResponse getPower(
      @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate on) {
    LocalDate day = day(on);
    ViewPowers.Page page =
        view.page(code, day)
            .orElseThrow(
                () ->
                    new RefusedException(
                        Refusal.of(
                            Refusal.Kind.UNKNOWN,
                            "powers.no-such-item",
                            "There is no power item " + code + ".",
                            Map.of("item", code))));
    Item item = page.item();
    return new PowerResponse(
        item.code(),
        item.name(),
        item.domain(),
        item.kind(),
        item.originalDepartment(),
        item.simpleProcedurePossible(),
        item.hearingNote(),
        day,
        item.legalBasis(),
        item.basis().stream().map(BasisResponse::of).toList(),
        item.later().stream().map(BasisResponse::of).toList(),
        item.earlier().stream().map(BasisResponse::of).toList(),
        page.held().stream().map(HoldingResponse::of).toList());
  }

  record SuggestionResponse(
      String code,
      String name,
      String domain,
      double score,
      List<String> because,
      @Nullable CompetenceResponse competence) {}

  record SuggestionsResponse(List<SuggestionResponse> items) {}

  @GetMapping("/powers/suggestions")
  @Operation(
      operationId = "suggestItems",
      summary = "Items that a telling may be about, with the words shared; a person chooses")
  SuggestionsResponse suggestItems(
      @RequestParam String q,
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable LocalDate on) {
    Optional<BodyId> own = view.ownBody();
    String words = q.length() > 2_000 ? q.substring(0, 2_000) : q;
    return new SuggestionsResponse(
        suggesting.suggest(words, division, day(on)).stream()
            .map(
                s ->
                    new SuggestionResponse(
                        s.item().code(),
                        s.item().name(),
                        s.item().domain(),
                        s.item().score(),
                        s.item().because(),
                        s.competence() == null ? null : response(s.competence(), own)))
            .toList());
  }

  @GetMapping("/competence")
  @Operation(
      operationId = "askCompetence",
      summary = "Who is competent for these items, at this place, on that day, and why")
  List<CompetenceResponse> askCompetence(
      @RequestParam List<String> items,
      @RequestParam String division,
      @RequestParam(required = false) @Nullable LocalDate on) {
    if (items.isEmpty() || items.size() > MOST_ITEMS) {
      throw new RefusedException(
          Refusal.of(
              Refusal.Kind.MALFORMED,
              "powers.too-many-items",
              "From 1 to " + MOST_ITEMS + " items may be asked about at once.",
              Map.of("found", items.size(), "most", MOST_ITEMS)));
    }
    Optional<BodyId> own = view.ownBody();
    return powers.competence(CurrentActor.get().county(), items, division, day(on)).stream()
        .map(c -> response(c, own))
        .toList();
  }

  private LocalDate day(@Nullable LocalDate on) {
    if (on != null && on.isBefore(EARLIEST)) {
      throw new RefusedException(
          Refusal.of(
              Refusal.Kind.MALFORMED,
              "powers.too-early",
              "A day since " + EARLIEST + " is needed, found " + on + ".",
              Map.of("on", on.toString(), "earliest", EARLIEST.toString())));
    }
    return on == null ? view.today() : on;
  }

  private static CompetenceResponse response(Powers.Competence c, Optional<BodyId> own) {
    return new CompetenceResponse(
        c.code(),
        c.itemName(),
        own.isPresent() && c.isHeldBy(own.get()),
        c.holders().stream()
            .map(
                h ->
                    new HolderResponse(
                        h.body().value(),
                        h.bodyName(),
                        h.named(),
                        h.reason(),
                        h.mode(),
                        h.from(),
                        h.to(),
                        h.evidence(),
                        h.note(),
                        h.source()))
            .toList(),
        c.unfixed().stream()
            .map(
                u ->
                    new UnfixedResponse(
                        u.named(), u.mode(), u.from(), u.to(), u.evidence(), u.note(), u.source()))
            .toList(),
        c.remarks());
  }
}
