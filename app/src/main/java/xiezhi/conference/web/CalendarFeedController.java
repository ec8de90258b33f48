package xiezhi.conference.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.conference.application.CalendarFeeds;
import xiezhi.conference.application.NameContacts;
import xiezhi.conference.domain.MeetingRegister.Listed;
import xiezhi.conference.domain.MeetingRegister.Part;
import xiezhi.obligation.PeriodicEvents;
import xiezhi.obligation.SubjectPage;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Refusal;
import xiezhi.shared.web.Typed;

/** Calendars for other programs, liaisons and leaders, and the list of consultation matters. */
@RestController
@Tag(name = "meeting")
class CalendarFeedController {
  private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

  private final CalendarFeeds feeds;
  private final NameContacts contacts;
  private final Bodies bodies;

  CalendarFeedController(CalendarFeeds feeds, NameContacts contacts, Bodies bodies) {
    this.feeds = feeds;
    this.contacts = contacts;
    this.bodies = bodies;
  }

  record FeedView(UUID id, BodyRef body, Instant madeAt, String by, boolean live) {}

  record MeetingContactRequest(@Nullable String name, @Nullable String phone) {}

  record MatterListRequest(List<String> titles, LocalDate agreedOn) {}

  record MatterListEdition(int edition) {}

  @PostMapping("/api/calendar-feeds")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "makeCalendarFeed",
      summary = "An address from which other programs read this body's meetings and due dates")
  CalendarFeeds.FeedMade makeCalendarFeed() {
    return feeds.make();
  }

  @GetMapping("/api/calendar-feeds")
  @Operation(operationId = "listCalendarFeeds", summary = "The addresses given out by this desk")
  List<FeedView> listCalendarFeeds() {
    return feeds.ours().stream()
        .map(f -> new FeedView(f.id(), bodies.ref(f.body()), f.madeAt(), f.by(), f.isLive()))
        .toList();
  }

  @DeleteMapping("/api/calendar-feeds/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "revokeCalendarFeed", summary = "Let an address answer no more")
  void revokeCalendarFeed(@PathVariable UUID id) {
    feeds.revoke(id);
  }

  @GetMapping(value = "/calendars/{county}/{token}.ics")
  @Operation(operationId = "readCalendarFeed", summary = "The calendar behind a secret address")
  ResponseEntity<String> readCalendarFeed(@PathVariable String county, @PathVariable String token) {
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.noStore())
        .body(feeds.read(county(county), token));
  }

  @GetMapping("/api/meeting-contacts/{part}")
  @Operation(
      operationId = "listMeetingContacts",
      summary = "Liaisons or leaders in charge; bodies that have named nobody are marked")
  NameContacts.MeetingContacts listMeetingContacts(@PathVariable String part) {
    return contacts.all(Typed.word("part", Part.class, part));
  }

  @PutMapping("/api/meeting-contacts/{part}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "nameMeetingContact", summary = "Name one for the own body")
  void nameMeetingContact(@PathVariable String part, @RequestBody MeetingContactRequest r) {
    contacts.name(
        Typed.word("part", Part.class, part), Typed.text(r.name()), Typed.text(r.phone()));
  }

  @GetMapping("/api/consultation-matters")
  @Operation(
      operationId = "listConsultationMatters",
      summary = "The agreed list of consultation matters, newest edition")
  List<Listed> listConsultationMatters() {
    return contacts.listed();
  }

  @PostMapping("/api/consultation-matters")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "agreeConsultationMatters", summary = "Enter a newly agreed edition")
  MatterListEdition agreeConsultationMatters(@RequestBody MatterListRequest r) {
    return new MatterListEdition(contacts.list(r.titles(), r.agreedOn()));
  }

  /** Where meetings are looked at, and what they fulfil. */
  @Configuration(proxyBeanMethods = false)
  static class MeetingPages {
    @Bean
    SubjectPage meetingPage() {
      return new SubjectPage("meeting", "/meetings/");
    }

    @Bean
    SubjectPage resolutionPage() {
      return new SubjectPage("resolution", "/resolutions/");
    }

    @Bean
    PeriodicEvents heldPeriodically() {
      return new PeriodicEvents(Set.of("meeting.held"));
    }
  }

  /** A county that is no code is one that nobody knows. */
  private static CountyCode county(String code) {
    try {
      return new CountyCode(code);
    } catch (IllegalArgumentException _) {
      throw Refusal.of(
              Refusal.Kind.UNKNOWN,
              "conference.unknown-feed",
              "There is no such calendar, or it was revoked.")
          .exception();
    }
  }
}
