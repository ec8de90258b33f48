package xiezhi.correspondence.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.correspondence.Correspondence.State;
import xiezhi.correspondence.application.OpenLetter;
import xiezhi.correspondence.application.ReadLetters;
import xiezhi.correspondence.application.ReadLetters.Line;
import xiezhi.correspondence.application.ReadLetters.ReceiptLine;
import xiezhi.correspondence.domain.LetterRegister;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.web.Cursor;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;

/** 收件箱、发件箱、签收情况. */
@RestController
@Tag(name = "correspondence")
class LetterController {
  private final ReadLetters read;
  private final OpenLetter open;

  LetterController(ReadLetters read, OpenLetter open) {
    this.read = read;
    this.open = open;
  }

  /** The letter, and a page of its receipts. */
  record ReceiptsResponse(Line letter, List<ReceiptLine> items, @Nullable String next) {}

  @GetMapping("/api/letters")
  @Operation(
      operationId = "listLetters",
      summary =
          "The in or out box of the desk, newest first; or the letters of one matter or subject")
  Page<Line> listLetters(
      @RequestParam(defaultValue = "in") String box,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable UUID matter,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    if (matter != null) {
      return new Page<>(read.ofMatter(new MatterId(matter)), null);
    }
    if (subject != null && !subject.isEmpty()) {
      return new Page<>(read.ofSubject(subject), null);
    }
    ReadLetters.Box from = Typed.word("box", ReadLetters.Box.class, box);
    String standing = state(blank(state));
    return Page.byTime(
        after,
        limit,
        (before, last, most) ->
            read.box(
                new ReadLetters.Query(
                    from,
                    new LetterRegister.Query(
                        blank(kind), standing, unread, ReadLetters.words(q), before, last, most))),
        l -> l.at(),
        l -> l.id());
  }

  @GetMapping("/api/letters/{id}/receipts")
  @Operation(
      operationId = "getLetterReceipts",
      summary = "Who has received, looked at and acknowledged it")
  ReceiptsResponse getLetterReceipts(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean unopened,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    int most = Page.limit(limit);
    String last = Cursor.decode(after, 1).map(c -> c.key().getFirst()).orElse(null);
    ReadLetters.ReceiptPage found = read.receipts(id, unopened, last, most + 1);
    Page<ReceiptLine> page = Page.of(found.receipts(), most, r -> Cursor.of(r.receiver().id()));
    return new ReceiptsResponse(found.letter(), page.items(), page.next());
  }

  @PostMapping("/api/letters/{id}/opening")
  @Operation(
      operationId = "openLetter",
      summary = "Mark it looked at for the receivers of the desk")
  ReceiptsResponse openLetter(@PathVariable UUID id) {
    open.open(id);
    return getLetterReceipts(id, false, null, null);
  }

  private static @Nullable String blank(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed;
  }

  private static @Nullable String state(@Nullable String typed) {
    if (typed == null) {
      return null;
    }
    for (State state : State.values()) {
      if (state.name().toLowerCase(Locale.ROOT).equals(typed)) {
        return typed;
      }
    }
    throw Refusal.malformed("state", "must be open, answered, closed or withdrawn", typed)
        .exception();
  }
}
