package xiezhi.workbench;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.matter.Matters;
import xiezhi.obligation.ObligationLists;
import xiezhi.obligation.ObligationLists.Count;
import xiezhi.obligation.ObligationLists.Whose;
import xiezhi.obligation.ObligationView;
import xiezhi.shared.MatterId;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;
import xiezhi.transfer.TransferFile;
import xiezhi.transfer.TransferFile.TransferLine;

@RestController
@Tag(name = "workbench")
class WorkbenchController {
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private final ObligationLists obligations;
  private final TransferFile transfers;
  private final Matters matters;

  WorkbenchController(ObligationLists obligations, TransferFile transfers, Matters matters) {
    this.obligations = obligations;
    this.transfers = transfers;
    this.matters = matters;
  }

  /**
   * @param counts open obligations by duty; counting stops at a thousand
   * @param toSign what waits for the actor's signature
   */
  record WorkbenchResponse(List<Count> counts, List<TransferLine> toSign) {}

  @GetMapping("/api/workbench")
  @Transactional(readOnly = true)
  @Operation(
      operationId = "getWorkbench",
      summary = "How much is owed, and what waits for a signature")
  public WorkbenchResponse getWorkbench(@RequestParam(defaultValue = "ours") String whose) {
    return new WorkbenchResponse(
        obligations.counts(Typed.word("whose", Whose.class, whose)), transfers.toSign());
  }

  @GetMapping("/api/obligations")
  @Transactional(readOnly = true)
  @Operation(operationId = "listObligations", summary = "What is owed, most urgent first")
  public Page<ObligationView> listObligations(
      @RequestParam(defaultValue = "ours") String whose,
      @RequestParam(required = false) @Nullable String duty,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    Whose whom = Typed.word("whose", Whose.class, whose);
    return Page.byTime(
        after,
        limit,
        (due, last, most) ->
            headed(
                obligations.list(
                    new ObligationLists.Query(
                        whom, Typed.textOrNone(duty), open, overdue, due, last, most))),
        o -> o.dueAt() == null ? NEVER : o.dueAt(),
        o -> o.id());
  }

  private List<ObligationView> headed(List<ObligationView> rows) {
    Map<MatterId, Matters.Headline> heads =
        matters.headlines(
            rows.stream()
                .map(ObligationView::matter)
                .filter(Objects::nonNull)
                .map(m -> new MatterId(m.id()))
                .toList());
    return rows.stream()
        .map(
            o -> {
              Matters.Headline head =
                  o.matter() == null ? null : heads.get(new MatterId(o.matter().id()));
              return head == null ? o : o.of(head.number(), head.subject());
            })
        .toList();
  }
}
