package xiezhi.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import xiezhi.shared.web.Cursor;
import xiezhi.shared.web.Page;

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
  Page<LedgerEntryResponse> listLedger(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    int most = Page.limit(limit);
    long place = Cursor.decode(after, 1).map(key -> place(key.key().getFirst())).orElse(0L);
    return Page.of(
            ledger.of(new MatterId(id), place, most + 1), most, entry -> Cursor.of(entry.seq()))
        .map(this::response);
  }

  private static long place(String word) {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException _) {
      throw Cursor.unknown(word);
    }
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
