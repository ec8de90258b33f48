package xiezhi.conference.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
import xiezhi.conference.application.CalendarFeeds;
import xiezhi.conference.application.CallMeeting;
import xiezhi.conference.application.HoldMeeting;
import xiezhi.conference.application.ReadMeetings;
import xiezhi.conference.domain.Meeting;
import xiezhi.conference.domain.Resolution;
import xiezhi.conference.web.MeetingViews.MeetingLine;
import xiezhi.conference.web.MeetingViews.MeetingResponse;
import xiezhi.document.LetterDownload;
import xiezhi.flow.Clocks;
import xiezhi.shared.web.Created;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;

@RestController
@Tag(name = "meeting")
class MeetingController {
  private final CallMeeting call;
  private final HoldMeeting hold;
  private final ReadMeetings read;
  private final CalendarFeeds calendars;
  private final MeetingViews views;
  private final Clocks clocks;
  private final Idempotency idempotency;

  MeetingController(
      CallMeeting call,
      HoldMeeting hold,
      ReadMeetings read,
      CalendarFeeds calendars,
      MeetingViews views,
      Clocks clocks,
      Idempotency idempotency) {
    this.call = call;
    this.hold = hold;
    this.read = read;
    this.calendars = calendars;
    this.views = views;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  /**
   * @param part standing part or type of the matter
   * @param listedAs entry of the list of consultation matters, or 新增
   */
  record AgendaEntry(
      @Nullable String series,
      @Nullable String part,
      @Nullable String title,
      @Nullable String content,
      @Nullable String listedAs,
      @Nullable UUID matter) {
    CallMeeting.Item item() {
      return new CallMeeting.Item(
          Typed.text(series),
          Typed.text(part),
          Typed.text(title),
          Typed.text(content),
          Typed.text(listedAs),
          Typed.matterOrNone(matter));
    }
  }

  /**
   * @param kind regular, ad-hoc, special or survey
   * @param series several if it is recorded as combined
   * @param trigger of a special meeting, in the words of the county's rules
   * @param from left out: at once
   */
  record MeetingRequest(
      String kind,
      @Nullable List<String> series,
      @Nullable String title,
      @Nullable String township,
      @Nullable String trigger,
      @Nullable String reason,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String place,
      @Nullable List<String> invited,
      @Nullable List<String> leftOut,
      @Nullable List<AgendaEntry> agenda) {
    CallMeeting.Draft draft() {
      return new CallMeeting.Draft(
          Typed.word("kind", Meeting.Kind.class, kind),
          series == null ? Set.of() : new TreeSet<>(series),
          Typed.text(title),
          Typed.bodyOrNone("township", township),
          Typed.text(trigger),
          Typed.text(reason),
          from,
          to,
          Typed.text(place),
          Typed.bodies("invited", invited),
          Typed.bodies("leftOut", leftOut),
          Typed.list(agenda, AgendaEntry::item));
    }
  }

  record AgendaRequest(int version, AgendaEntry item) {}

  /**
   * @param answer coming, substitute or not-coming
   */
  record InvitationAnswerRequest(int version, String answer, @Nullable String note) {}

  /**
   * @param came present, substitute or absent
   */
  record AttendanceEntry(String body, String came, @Nullable String name, @Nullable String note) {
    Meeting.Attendance attendance() {
      return new Meeting.Attendance(
          Typed.body("body", body),
          Typed.word("came", Meeting.Came.class, came),
          Typed.text(name),
          Typed.text(note));
    }
  }

  record HoldMeetingRequest(int version, @Nullable List<AttendanceEntry> attendance) {}

  record OutcomeEntry(UUID item, String outcome) {}

  record MinutesRequest(
      int version,
      @Nullable String minutes,
      @Nullable Boolean nothingAgreed,
      @Nullable List<OutcomeEntry> outcomes) {}

  record ResolutionRequest(
      @Nullable String content,
      @Nullable String debtor,
      @Nullable LocalDate dueOn,
      @Nullable UUID matter) {}

  record ResolutionReportRequest(int version, @Nullable String report) {}

  @GetMapping("/api/meeting-series")
  @Operation(
      operationId = "listMeetingSeries",
      summary = "The county's series of meetings, and how long ago each was held")
  List<ReadMeetings.SeriesView> listMeetingSeries() {
    return read.series();
  }

  @GetMapping("/api/meetings/proposal")
  @Operation(
      operationId = "proposeMeeting",
      summary = "Whom a meeting of these series would invite, and what stands on its agenda")
  MeetingViews.MeetingProposal proposeMeeting(
      @RequestParam List<String> series,
      @RequestParam(required = false) @Nullable String township) {
    return views.proposal(
        call.propose(new TreeSet<>(series), Typed.bodyOrNone("township", township)));
  }

  @PostMapping("/api/meetings")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "callMeeting", summary = "Call a meeting and invite to it")
  Created callMeeting(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody MeetingRequest r) {
    return idempotency.created("callMeeting", key, r, () -> call.call(r.draft()));
  }

  @GetMapping("/api/meetings")
  @Operation(operationId = "listMeetings", summary = "Meetings of this desk, the latest first")
  Page<MeetingLine> listMeetings(
      @RequestParam(required = false) @Nullable String series,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return Page.byTime(
            after,
            limit,
            (before, beforeId, most) -> read.list(series, before, beforeId, most),
            m -> m.slot().from(),
            m -> m.id())
        .map(views::line);
  }

  @GetMapping("/api/meetings/calendar")
  @Operation(operationId = "listMeetingsBetween", summary = "Meetings in a stretch of time")
  List<MeetingLine> listMeetingsBetween(@RequestParam Instant from, @RequestParam Instant to) {
    return read.between(from, to).stream().map(views::line).toList();
  }

  @GetMapping("/api/meetings/{id}")
  @Operation(operationId = "getMeeting", summary = "One meeting, whole")
  MeetingResponse getMeeting(@PathVariable UUID id) {
    return views.page(read.page(id));
  }

  @GetMapping(value = "/api/meetings/{id}/calendar", produces = "text/calendar;charset=UTF-8")
  @Operation(operationId = "getMeetingCalendar", summary = "One meeting as iCalendar")
  String getMeetingCalendar(@PathVariable UUID id) {
    return calendars.one(id);
  }

  @PostMapping("/api/meetings/{id}/agenda")
  @Operation(operationId = "raiseAgendaItem", summary = "Bring something to the meeting")
  MeetingResponse raiseAgendaItem(@PathVariable UUID id, @RequestBody AgendaRequest r) {
    hold.raise(id, r.version(), r.item().item());
    return getMeeting(id);
  }

  @PostMapping("/api/meetings/{id}/answer")
  @Operation(operationId = "answerInvitation", summary = "Say who will come for the own body")
  MeetingResponse answerInvitation(@PathVariable UUID id, @RequestBody InvitationAnswerRequest r) {
    hold.answer(
        id,
        r.version(),
        Typed.word("answer", Meeting.Answer.class, r.answer()),
        Typed.text(r.note()));
    return getMeeting(id);
  }

  @PostMapping("/api/meetings/{id}/holding")
  @Operation(operationId = "holdMeeting", summary = "Record that it was held, and who came")
  MeetingResponse holdMeeting(@PathVariable UUID id, @RequestBody HoldMeetingRequest r) {
    hold.hold(id, r.version(), Typed.list(r.attendance(), AttendanceEntry::attendance));
    return getMeeting(id);
  }

  @PostMapping("/api/meetings/{id}/minutes")
  @Operation(operationId = "minuteMeeting", summary = "Write its minutes")
  MeetingResponse minuteMeeting(@PathVariable UUID id, @RequestBody MinutesRequest r) {
    Map<UUID, String> outcomes = new LinkedHashMap<>();
    if (r.outcomes() != null) {
      r.outcomes().forEach(o -> outcomes.put(o.item(), o.outcome()));
    }
    hold.minute(
        id, r.version(), Typed.text(r.minutes()), Boolean.TRUE.equals(r.nothingAgreed()), outcomes);
    return getMeeting(id);
  }

  @GetMapping("/api/meetings/{id}/minutes")
  @Operation(operationId = "getMinutes", summary = "Its numbered minutes as Word or PDF")
  ResponseEntity<byte[]> getMinutes(
      @PathVariable UUID id, @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(read.minutes(id, LetterDownload.format(format)));
  }

  @PostMapping("/api/meetings/{id}/resolutions")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "resolveInMeeting",
      summary = "Resolve something: who is to do it, until when")
  Created resolveInMeeting(
      @PathVariable UUID id,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ResolutionRequest r) {
    return idempotency.created(
        "resolveInMeeting",
        key,
        List.of(id, r),
        () ->
            hold.resolve(
                id,
                Typed.text(r.content()),
                Typed.bodyOrNone("debtor", r.debtor()),
                r.dueOn(),
                Typed.matterOrNone(r.matter())));
  }

  @PostMapping("/api/meetings/{id}/closing")
  @Operation(operationId = "closeMeeting", summary = "Close it; its minutes go out numbered")
  MeetingResponse closeMeeting(@PathVariable UUID id, @RequestBody VersionRequest r) {
    hold.close(id, r.version());
    return getMeeting(id);
  }

  @PostMapping("/api/meetings/{id}/cancelling")
  @Operation(operationId = "cancelMeeting", summary = "Cancel it with a reason")
  MeetingResponse cancelMeeting(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    hold.cancel(id, r.version(), Typed.text(r.reason()));
    return getMeeting(id);
  }

  @GetMapping("/api/resolutions")
  @Operation(operationId = "listResolutions", summary = "What this desk still owes by resolutions")
  List<MeetingViews.OwedLine> listResolutions() {
    return clocks.beside(read.owed(), Resolution::reference, views::owed);
  }

  @GetMapping("/api/resolutions/{id}")
  @Operation(operationId = "getResolution", summary = "One resolution and its clock")
  MeetingViews.ResolutionResponse getResolution(@PathVariable UUID id) {
    return views.resolution(read.resolution(id));
  }

  @PostMapping("/api/resolutions/{id}/report")
  @Operation(operationId = "reportResolution", summary = "Report that it is done")
  MeetingViews.ResolutionResponse reportResolution(
      @PathVariable UUID id, @RequestBody ResolutionReportRequest r) {
    hold.done(id, r.version(), Typed.text(r.report()));
    return getResolution(id);
  }

  @PostMapping("/api/resolutions/{id}/dropping")
  @Operation(operationId = "dropResolution", summary = "Say why it is no longer to be done")
  MeetingViews.ResolutionResponse dropResolution(
      @PathVariable UUID id, @RequestBody ReasonRequest r) {
    hold.drop(id, r.version(), Typed.text(r.reason()));
    return getResolution(id);
  }
}
