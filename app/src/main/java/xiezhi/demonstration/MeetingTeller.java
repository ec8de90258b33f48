package xiezhi.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.conference.application.CallMeeting;
import xiezhi.conference.application.HoldMeeting;
import xiezhi.conference.application.ReadMeetings;
import xiezhi.conference.domain.Meeting;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.sharing.application.ReadSharing;
import xiezhi.sharing.application.ShareInformation;
import xiezhi.sharing.application.TakeReceipt;
import xiezhi.sharing.domain.Information;

/** Tells what goes between bodies beside any one matter: information shared, and meetings. */
@Component
@ConditionalOnProperty(name = "xiezhi.demonstration-stories", havingValue = "true")
class MeetingTeller implements Teller {
  private final Cast cast;
  private final ShareInformation share;
  private final TakeReceipt receipt;
  private final ReadSharing sharing;
  private final CallMeeting call;
  private final HoldMeeting hold;
  private final ReadMeetings meetings;
  private final WorkingCalendars calendars;
  private final Clock clock;
  private final Map<Integer, Scene> scenes = new HashMap<>();

  MeetingTeller(
      Cast cast,
      ShareInformation share,
      TakeReceipt receipt,
      ReadSharing sharing,
      CallMeeting call,
      HoldMeeting hold,
      ReadMeetings meetings,
      WorkingCalendars calendars,
      Clock clock) {
    this.cast = cast;
    this.share = share;
    this.receipt = receipt;
    this.sharing = sharing;
    this.call = call;
    this.hold = hold;
    this.meetings = meetings;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** What it is about: an item of information, or a meeting; and who is in it. */
  private record Scene(UUID id, Actor first, Actor second) {}

  @Override
  public boolean tells(Story story) {
    return story.from().equals("sharing") || story.from().equals("meeting");
  }

  @Override
  public void forget() {
    scenes.clear();
  }

  @Override
  public boolean act(CountyCode county, Story story, int number, String act) {
    if (act.equals("register")) {
      return begin(county, story, number);
    }
    Scene scene = scenes.get(number);
    if (scene == null) {
      return false;
    }
    switch (act) {
      case "open" -> CurrentActor.as(scene.second(), () -> receipt.open(scene.id()));
      case "acknowledge" -> CurrentActor.as(scene.second(), () -> receipt.acknowledge(scene.id()));
      case "hold" -> CurrentActor.as(scene.first(), () -> held(scene));
      case "resolve" -> CurrentActor.as(scene.first(), () -> resolved(county, story, scene));
      case "close" -> CurrentActor.as(scene.first(), () -> closed(story, scene));
      default -> throw new IllegalArgumentException("no such act of a meeting: " + act);
    }
    return true;
  }

  private boolean begin(CountyCode county, Story story, int number) {
    Actor department = worker(county, BodyKind.DEPARTMENT);
    Actor township = worker(county, BodyKind.TOWNSHIP);
    if (department == null || township == null) {
      return false;
    }
    UUID id =
        story.from().equals("sharing")
            ? CurrentActor.as(department, () -> shared(story, township.body()))
            : CurrentActor.as(township, () -> called(story, department.body()));
    scenes.put(
        number,
        story.from().equals("sharing")
            ? new Scene(id, department, township)
            : new Scene(id, township, department));
    return true;
  }

  private @org.jspecify.annotations.Nullable Actor worker(CountyCode county, BodyKind kind) {
    return cast.peopled(county, kind).stream()
        .map(Body::id)
        .flatMap(b -> cast.worker(county, b).stream())
        .findFirst()
        .orElse(null);
  }

  /**
   * In the county's own category for other information: the one that needs no more than a reason.
   */
  private UUID shared(Story story, BodyId to) {
    String category =
        sharing.categories().stream()
            .filter(c -> c.mine() && c.act().equals("share"))
            .filter(c -> c.needs().isEmpty() || c.needs().equals(Set.of("reason")))
            .reduce((a, b) -> b)
            .orElseThrow()
            .code();
    return share.publish(
        new ShareInformation.Draft(
            category,
            new Information.Content(
                story.subject(), story.facts(), "各相关单位共同关注", "", "", List.of(), List.of(), null),
            null,
            null,
            List.of(to)));
  }

  private UUID called(Story story, BodyId with) {
    Instant from = Instant.now(clock).plus(Duration.ofDays(1));
    return call.call(
        new CallMeeting.Draft(
            Meeting.Kind.AD_HOC,
            Set.of(),
            story.subject(),
            null,
            "",
            story.facts(),
            from,
            from.plus(Duration.ofHours(2)),
            story.address(),
            List.of(with),
            List.of(),
            List.of()));
  }

  private void held(Scene s) {
    Meeting m = meetings.page(s.id()).meeting();
    List<Meeting.Attendance> all = new ArrayList<>();
    m.invitations()
        .forEach(i -> all.add(new Meeting.Attendance(i.body(), Meeting.Came.PRESENT, "", "")));
    hold.hold(s.id(), m.version(), all);
  }

  private void resolved(CountyCode county, Story story, Scene s) {
    LocalDate today = LocalDate.ofInstant(Instant.now(clock), calendars.of(county).zone());
    hold.resolve(s.id(), story.ask(), s.second().body(), today.plusDays(14), null);
  }

  private void closed(Story story, Scene s) {
    int version = meetings.page(s.id()).meeting().version();
    hold.minute(s.id(), version, story.result(), false, Map.of());
    hold.close(s.id(), version + 1);
  }
}
