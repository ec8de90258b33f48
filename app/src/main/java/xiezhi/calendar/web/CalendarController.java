package xiezhi.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import xiezhi.calendar.DayMark;
import xiezhi.calendar.DueDate;
import xiezhi.calendar.TimeLimit.FirstDay;
import xiezhi.calendar.TimeLimit.Roll;
import xiezhi.calendar.TimeLimit.Unit;
import xiezhi.calendar.application.AskCalendar;
import xiezhi.calendar.application.ImportCalendarYear;
import xiezhi.calendar.domain.Notice;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;

@RestController
@Tag(name = "calendar")
class CalendarController {
  private final AskCalendar calendar;
  private final ImportCalendarYear importer;
  private final Idempotency idempotency;

  CalendarController(AskCalendar calendar, ImportCalendarYear importer, Idempotency idempotency) {
    this.calendar = calendar;
    this.importer = importer;
    this.idempotency = idempotency;
  }

  /**
   * What a day is and who says so.
   *
   * @param evidence {@code VERIFIED} or {@code ASSUMED}
   */
  record DayResponse(
      LocalDate day,
      DayMark.Kind kind,
      boolean working,
      String label,
      String source,
      String evidence) {
    static DayResponse of(DayMark mark) {
      return new DayResponse(
          mark.day(), mark.kind(), mark.isWorking(), mark.label(), mark.source(), mark.evidence());
    }
  }

  /** A paper behind the year. */
  record NoticeResponse(
      String id,
      Notice.Scope scope,
      String title,
      @Nullable String number,
      LocalDate dated,
      Instant knownFrom,
      String evidence,
      @Nullable String note) {
    static NoticeResponse of(Notice notice) {
      return new NoticeResponse(
          notice.id(),
          notice.scope(),
          notice.title(),
          notice.number(),
          notice.dated(),
          notice.knownFrom(),
          notice.evidence(),
          notice.note());
    }
  }

  /**
   * @param published whether the State Council's notice is known
   */
  record CalendarYearResponse(
      int year,
      boolean published,
      String version,
      String zone,
      List<DayResponse> days,
      List<NoticeResponse> notices,
      List<ActionView> actions) {}

  /**
   * @param file the text of a calendar file
   */
  record ImportCalendarYearRequest(String file) {}

  /**
   * @param version of the county's calendar from now on
   */
  record ImportedYearResponse(int year, String version) {}

  @GetMapping("/api/calendar/{year}")
  @Operation(
      operationId = "getCalendarYear",
      summary = "Every day of a year as the county counts it, and on whose word")
  CalendarYearResponse getCalendarYear(
      @PathVariable int year,
      @Parameter(description = "with only the papers that were known at that moment")
          @RequestParam(required = false)
          @Nullable OffsetDateTime knownAt) {
    return view(
        calendar.year(
            CurrentActor.get().county(), year, knownAt == null ? null : knownAt.toInstant()));
  }

  @PostMapping("/api/calendar/{year}")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "importCalendarYear",
      summary =
          "Take in the State Council's notice for a year, or the county's own holidays; with any"
              + " fault nothing changes and all are told")
  ImportedYearResponse importCalendarYear(
      @PathVariable int year,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ImportCalendarYearRequest request) {
    return idempotency.once(
        "importCalendarYear",
        key,
        List.of(year, request.file()),
        ImportedYearResponse.class,
        () -> new ImportedYearResponse(year, importer.importYear(year, request.file())));
  }

  @GetMapping("/api/calendar/limit")
  @Operation(
      operationId = "computeLimit",
      summary = "When a limit ends, with every day that does not count and who says so")
  DueDate computeLimit(
      @RequestParam OffsetDateTime start,
      @RequestParam int amount,
      @RequestParam Unit unit,
      @RequestParam(defaultValue = "excluded") FirstDay firstDay,
      @RequestParam(defaultValue = "none") Roll roll,
      @RequestParam(defaultValue = "24:00") String cutOff) {
    return calendar.limit(
        CurrentActor.get().county(), start.toInstant(), amount, unit, firstDay, roll, cutOff);
  }

  private static CalendarYearResponse view(AskCalendar.Year year) {
    return new CalendarYearResponse(
        year.year(),
        year.published(),
        year.version(),
        year.zone().getId(),
        year.days().stream().map(DayResponse::of).toList(),
        year.notices().stream().map(NoticeResponse::of).toList(),
        List.of(
            ActionView.of("importCalendarYear", ImportCalendarYear.mayImport(CurrentActor.get()))));
  }
}
