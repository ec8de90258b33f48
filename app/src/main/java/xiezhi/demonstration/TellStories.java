package xiezhi.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.matter.MatterLists;
import xiezhi.shared.Actor;
import xiezhi.shared.Counties;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.testclock.MovableClock;

/** Tells every county its stories once, oldest first. */
@Component
@ConditionalOnProperty(name = "xiezhi.demonstration-stories", havingValue = "true")
@Order(Ordered.LOWEST_PRECEDENCE)
class TellStories implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(TellStories.class);

  private final Counties counties;
  private final Cast cast;
  private final List<Teller> tellers;
  private final FlowStories flows;
  private final MatterLists matters;
  private final WorkingCalendars calendars;
  private final MovableClock clock;

  TellStories(
      Counties counties,
      Cast cast,
      List<Teller> tellers,
      FlowStories flows,
      MatterLists matters,
      WorkingCalendars calendars,
      MovableClock clock) {
    this.counties = counties;
    this.cast = cast;
    this.tellers = tellers;
    this.flows = flows;
    this.matters = matters;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments args) throws IOException {
    List<Story> stories = read();
    for (CountyCode county : counties.all()) {
      Actor coordinator = cast.somebody(county, Role.COORDINATOR).orElse(null);
      if (coordinator == null || !isEmpty(coordinator)) {
        continue;
      }
      Instant began = Instant.now(clock);
      int told = 0;
      for (FlowStories.Act act : timetable(county, stories)) {
        try {
          clock.at(
              act.at(),
              () -> {
                act.work().run();
                return true;
              });
          told++;
        } catch (RefusedException e) {
          // a county's rules may refuse what another allows: that is the county's affair, and told
          LOG.info("{} {} is refused here: {}", county, act.story(), e.getMessage());
        }
      }
      tellers.forEach(Teller::forget);
      LOG.info(
          "{}: {} stories, {} acts, {} ms",
          county,
          stories.size(),
          told,
          Instant.now(clock).toEpochMilli() - began.toEpochMilli());
    }
  }

  private Teller teller(Story story) {
    return tellers.stream()
        .filter(t -> t.tells(story))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody tells: " + story.from()));
  }

  private boolean isEmpty(Actor coordinator) {
    return CurrentActor.as(
        coordinator,
        () ->
            matters.list(new MatterLists.Query(null, null, null, false, null, null, 1)).isEmpty());
  }

  private static List<Story> read() throws IOException {
    try (InputStream in =
        new ClassPathResource("data/demonstration-stories.yaml").getInputStream()) {
      Map<String, Object> file = new Yaml().load(in);
      @SuppressWarnings("unchecked")
      var told = (List<Map<String, Object>>) file.getOrDefault("stories", List.of());
      return told.stream().map(Story::of).toList();
    }
  }

  /**
   * All acts of all stories in the order of their times; several on one day follow each other by
   * forty minutes.
   */
  private List<FlowStories.Act> timetable(CountyCode county, List<Story> stories) {
    var zone = calendars.of(county).zone();
    Instant now = Instant.now(clock);
    LocalDate today = now.atZone(zone).toLocalDate();
    List<FlowStories.Act> all = new ArrayList<>(flows.acts(county, now));
    for (int i = 0; i < stories.size(); i++) {
      Story story = stories.get(i);
      Instant at =
          today.minusDays(story.ago()).atTime(9, 5).plusMinutes(i * 3L).atZone(zone).toInstant();
      all.add(act(county, at, story, i, "register"));
      for (Story.Step step : story.steps()) {
        Instant earliest =
            today
                .minusDays(story.ago())
                .plusDays(step.days())
                .atTime(9, 30)
                .atZone(zone)
                .toInstant();
        at = earliest.isAfter(at.plusSeconds(2400)) ? earliest : at.plusSeconds(2400);
        if (at.isAfter(now)) {
          break;
        }
        all.add(act(county, at, story, i, step.act()));
      }
    }
    all.sort(Comparator.comparing(FlowStories.Act::at));
    return all;
  }

  private FlowStories.Act act(CountyCode county, Instant at, Story story, int number, String name) {
    return new FlowStories.Act(
        at, story.subject() + ": " + name, () -> teller(story).act(county, story, number, name));
  }
}
