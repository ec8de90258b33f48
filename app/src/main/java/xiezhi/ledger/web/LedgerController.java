package xiezhi.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.ledger.application.ReadLedger;
import xiezhi.ledger.application.ReadLedger.Verification;
import xiezhi.ledger.domain.Entry;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

@RestController
@Tag(name = "ledger")
class LedgerController {
  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  private final ReadLedger ledger;
  private final JsonMapper json;

  LedgerController(ReadLedger ledger, JsonMapper json) {
    this.ledger = ledger;
    this.json = json;
  }

  /**
   * @param act as {@code transfer.sent}; the client has the words
   * @param details the facts, as they were recorded
   */
  record LedgerEntryResponse(
      long seq,
      Instant at,
      String account,
      String name,
      String body,
      String act,
      String subject,
      Map<String, Object> details,
      String hash) {}

  record LedgerResponse(List<LedgerEntryResponse> items, @Nullable String next) {}

  @GetMapping("/api/ledger/verification")
  @Operation(
      operationId = "verifyLedger",
      summary = "Walk the county's chain from its first entry and name the first broken link")
  Verification verifyLedger() {
    return ledger.verify();
  }

  @GetMapping(value = "/api/ledger/export", produces = "application/x-ndjson")
  @Operation(
      operationId = "exportLedger",
      summary = "The county's whole ledger as a file that can be verified offline")
  void exportLedger(HttpServletResponse response) throws IOException {
    ReadLedger.mayExport(CurrentActor.get()).orThrow();
    response.setContentType("application/x-ndjson");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"ledger-" + CurrentActor.get().county() + ".jsonl\"");
    ledger.export(
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)));
  }

  @GetMapping("/api/matters/{id}/ledger")
  @Operation(operationId = "listLedger", summary = "What was recorded of one matter, oldest first")
  LedgerResponse listLedger(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    int page = Math.clamp(limit, 1, 200);
    List<Entry> found = ledger.of(new MatterId(id), place(after), page + 1);
    List<Entry> shown = found.subList(0, Math.min(page, found.size()));
    return new LedgerResponse(
        shown.stream().map(this::response).toList(),
        found.size() > page ? Long.toString(shown.getLast().seq()) : null);
  }

  private static long place(@Nullable String after) {
    if (after == null) {
      return 0;
    }
    if (!after.matches("[0-9]{1,18}")) {
      throw new RefusedException(
          Refusal.of(
              Refusal.Kind.MALFORMED,
              "ledger.no-such-page",
              "after should be what an earlier page gave as next",
              Map.of("after", after)));
    }
    return Long.parseLong(after);
  }

  private LedgerEntryResponse response(Entry entry) {
    var deed = entry.deed();
    return new LedgerEntryResponse(
        entry.seq(),
        deed.at(),
        deed.account(),
        deed.name(),
        deed.body(),
        deed.act(),
        deed.subject(),
        json.readValue(deed.details(), DETAILS),
        entry.hash());
  }
}
