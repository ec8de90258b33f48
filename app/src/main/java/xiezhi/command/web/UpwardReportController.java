package xiezhi.command.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.command.application.KeepCommandContacts;
import xiezhi.command.application.ReportUpward;
import xiezhi.command.domain.Contact;
import xiezhi.command.domain.Mark;
import xiezhi.command.domain.Post;
import xiezhi.command.domain.Report;
import xiezhi.command.domain.Seat;
import xiezhi.document.LetterDownload;
import xiezhi.flow.Clocks;
import xiezhi.mechanism.Rule;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Ground;
import xiezhi.shared.MatterId;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;

@RestController
@Tag(name = "command")
class UpwardReportController {
  private final ReportUpward reports;
  private final KeepCommandContacts contacts;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  UpwardReportController(
      ReportUpward reports,
      KeepCommandContacts contacts,
      Bodies bodies,
      Clocks clocks,
      Idempotency idempotency) {
    this.reports = reports;
    this.contacts = contacts;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  record AreaMarkRequest(@Nullable String trigger, @Nullable String words) {}

  record AreaMarkWithdrawalRequest(@Nullable String reason) {}

  record AreaReportRequest(@Nullable String words) {}

  record AreaMarkView(String trigger, String words, Instant at, String by) {}

  /**
   * @param triggers what the county's rule wants reported; empty: nothing
   * @param area whose chief is told
   * @param areaTo the department that gets the letter
   * @param chief what they are called there, and {@code chiefName} who it is; null: vacant
   */
  record AreaReportView(
      List<String> triggers,
      @Nullable Ground ground,
      @Nullable String area,
      @Nullable BodyRef areaTo,
      @Nullable String chief,
      @Nullable String chiefName,
      @Nullable AreaMarkView mark,
      List<UpwardReportLine> reports,
      List<ActionView> actions) {}

  /**
   * @param to a body of the county, or
   * @param contact somebody outside it
   */
  record UpwardReportRequest(
      @Nullable String to,
      @Nullable UUID contact,
      @Nullable UUID matter,
      @Nullable String subject,
      @Nullable String words) {}

  record UpwardAnswerRequest(int version, @Nullable String answer) {}

  /**
   * @param contactName unit and name of whom outside it went to; null where they are not in the
   *     directory any more
   */
  record UpwardReportLine(
      UUID id,
      String kind,
      BodyRef sender,
      @Nullable BodyRef receiver,
      @Nullable UUID contact,
      @Nullable String contactName,
      @Nullable UUID matter,
      String subject,
      String stage,
      String answer,
      String letterNumber,
      Instant lastStepAt,
      String lastStepBy,
      @Nullable ObligationView clock) {}

  record UpwardReportView(
      UUID id,
      String kind,
      BodyRef sender,
      @Nullable BodyRef receiver,
      @Nullable CommandContact contact,
      @Nullable UUID matter,
      String subject,
      String words,
      String answer,
      String stage,
      String letterNumber,
      Instant lastStepAt,
      String lastStepBy,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  record CommandContact(
      UUID id,
      String kind,
      String unit,
      String name,
      String duty,
      String phone,
      int version,
      List<ActionView> actions) {}

  record CommandContacts(
      List<String> kinds, @Nullable Ground ground, List<CommandContact> contacts) {}

  record CommandContactRequest(
      @Nullable String kind,
      @Nullable String unit,
      @Nullable String name,
      @Nullable String duty,
      @Nullable String phone) {}

  // ------------------------------------------------------------------ to the area chief

  @GetMapping("/api/matters/{id}/area-report")
  @Operation(
      operationId = "getAreaReport",
      summary = "Whether the matter is to be reported to the area chief, and whether it was")
  AreaReportView getAreaReport(@PathVariable UUID id) {
    ReportUpward.AreaPage page = reports.area(new MatterId(id));
    Rule rule = page.rule();
    Post area = page.area();
    Seat chief = page.chief();
    Mark mark = page.mark();
    return new AreaReportView(
        page.triggers(),
        rule == null ? null : rule.ground(),
        area == null ? null : area.name(),
        area == null ? null : bodies.ref(area.headFrom()),
        area == null ? null : area.head(),
        chief == null ? null : chief.name(),
        mark == null
            ? null
            : new AreaMarkView(mark.trigger(), mark.set().note(), mark.set().at(), mark.set().by()),
        clocks.beside(page.reports(), Report::reference, (r, clock) -> line(r, clock, Map.of())),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/matters/{id}/area-mark")
  @Operation(
      operationId = "markForArea",
      summary = "It touches several townships, or is major or complex: say so, and why")
  AreaReportView markForArea(@PathVariable UUID id, @RequestBody AreaMarkRequest r) {
    reports.mark(new MatterId(id), Typed.text(r.trigger()), Typed.text(r.words()));
    return getAreaReport(id);
  }

  @PostMapping("/api/matters/{id}/area-mark/withdrawal")
  @Operation(
      operationId = "withdrawAreaMark",
      summary = "Take the mark back, and why; not once the area chief was told")
  AreaReportView withdrawAreaMark(@PathVariable UUID id, @RequestBody AreaMarkWithdrawalRequest r) {
    reports.takeBack(new MatterId(id), Typed.text(r.reason()));
    return getAreaReport(id);
  }

  @PostMapping("/api/matters/{id}/area-report")
  @Operation(operationId = "reportToArea", summary = "Report it to the chief of its area")
  AreaReportView reportToArea(
      @PathVariable UUID id,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody AreaReportRequest r) {
    idempotency.once(
        "reportToArea",
        key,
        List.of(id, r),
        () -> reports.toArea(new MatterId(id), Typed.text(r.words())));
    return getAreaReport(id);
  }

  // ------------------------------------------------------------------ to anybody above

  @PostMapping("/api/upward-reports")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "reportUpward",
      summary = "Report to a body of the county, or to a contact outside it")
  UpwardReportView reportUpward(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody UpwardReportRequest r) {
    UUID made =
        idempotency.once(
            "reportUpward",
            key,
            r,
            () ->
                reports.tell(
                    new ReportUpward.Telling(
                        Typed.bodyOrNone("to", r.to()),
                        r.contact(),
                        Typed.matterOrNone(r.matter()),
                        Typed.text(r.subject()),
                        Typed.text(r.words()))));
    return getUpwardReport(made);
  }

  @GetMapping("/api/upward-reports")
  @Operation(operationId = "listUpwardReports", summary = "Reports upward and what came back")
  Page<UpwardReportLine> listUpwardReports(
      @RequestParam(defaultValue = "false") boolean county,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    Map<UUID, String> outside =
        contacts.directory().contacts().stream()
            .collect(Collectors.toMap(Contact::id, c -> c.unit() + " " + c.name()));
    return clocks.beside(
        Page.byId(after, limit, (last, most) -> reports.list(county, last, most), Report::id),
        Report::reference,
        (r, clock) -> line(r, clock, outside));
  }

  @GetMapping("/api/upward-reports/{id}")
  @Operation(operationId = "getUpwardReport", summary = "One report")
  UpwardReportView getUpwardReport(@PathVariable UUID id) {
    ReportUpward.Page page = reports.page(id);
    Report r = page.report();
    Contact contact = page.contact();
    return new UpwardReportView(
        r.id(),
        r.kind().key(),
        bodies.ref(r.sender()),
        r.receiver() == null ? null : bodies.ref(r.receiver()),
        contact == null ? null : view(contact),
        r.matter() == null ? null : r.matter().value(),
        r.subject(),
        r.words(),
        r.answer(),
        r.stage().key(),
        r.letterNumber(),
        r.lastStep().at(),
        r.lastStep().by(),
        page.obligations(),
        r.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/upward-reports/{id}/answer")
  @Operation(
      operationId = "answerReport",
      summary = "Answer it; what a contact outside replied is entered by who reported")
  UpwardReportView answerReport(@PathVariable UUID id, @RequestBody UpwardAnswerRequest r) {
    reports.answer(id, r.version(), Typed.text(r.answer()));
    return getUpwardReport(id);
  }

  @GetMapping("/api/upward-reports/{id}/letter")
  @Operation(operationId = "getUpwardReportLetter", summary = "The report as Word or PDF")
  ResponseEntity<byte[]> getUpwardReportLetter(
      @PathVariable UUID id, @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(reports.letter(id, LetterDownload.format(format)));
  }

  // ------------------------------------------------------------------ contacts

  @GetMapping("/api/command-contacts")
  @Operation(operationId = "listCommandContacts", summary = "Who to speak to above and elsewhere")
  CommandContacts listCommandContacts() {
    KeepCommandContacts.Directory d = contacts.directory();
    Rule rule = d.rule();
    return new CommandContacts(
        d.kinds(),
        rule == null ? null : rule.ground(),
        d.contacts().stream().map(this::view).toList());
  }

  @PostMapping("/api/command-contacts")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "addCommandContact", summary = "Somebody to speak to")
  CommandContacts addCommandContact(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody CommandContactRequest r) {
    idempotency.once(
        "addCommandContact",
        key,
        r,
        () ->
            contacts.name(
                Typed.text(r.kind()),
                Typed.text(r.unit()),
                Typed.text(r.name()),
                Typed.text(r.duty()),
                Typed.text(r.phone())));
    return listCommandContacts();
  }

  @PostMapping("/api/command-contacts/{id}/removal")
  @Operation(operationId = "removeCommandContact", summary = "No longer to be spoken to")
  CommandContacts removeCommandContact(@PathVariable UUID id, @RequestBody VersionRequest r) {
    contacts.remove(id, r.version());
    return listCommandContacts();
  }

  private CommandContact view(Contact c) {
    return new CommandContact(
        c.id(),
        c.kind(),
        c.unit(),
        c.name(),
        c.duty(),
        c.phone(),
        c.version(),
        ActionView.of(Map.of("removeCommandContact", contacts.mayRemove(c))));
  }

  private UpwardReportLine line(
      Report r, @Nullable ObligationView clock, Map<UUID, String> outside) {
    UUID contact = r.contact();
    return new UpwardReportLine(
        r.id(),
        r.kind().key(),
        bodies.ref(r.sender()),
        r.receiver() == null ? null : bodies.ref(r.receiver()),
        contact,
        contact == null ? null : outside.get(contact),
        r.matter() == null ? null : r.matter().value(),
        r.subject(),
        r.stage().key(),
        r.answer(),
        r.letterNumber(),
        r.lastStep().at(),
        r.lastStep().by(),
        clock);
  }
}
