package xiezhi.demonstration;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import xiezhi.identity.Accounts;
import xiezhi.identity.Accounts.NewAccount;
import xiezhi.identity.People;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.csv.DataFiles;
import xiezhi.shared.csv.Faults;
import xiezhi.shared.csv.LoadAtStart;

/** As a demonstration starts: opens the accounts of its people, in each county that has none. */
@Component
@ConditionalOnBooleanProperty("xiezhi.demonstration")
class LoadPeople extends LoadAtStart {
  private static final Logger log = LoggerFactory.getLogger(LoadPeople.class);

  private final DataFiles files;
  private final Bodies bodies;
  private final People people;
  private final Accounts accounts;

  LoadPeople(DataFiles files, Bodies bodies, People people, Accounts accounts) {
    super(PEOPLE);
    this.files = files;
    this.bodies = bodies;
    this.people = people;
    this.accounts = accounts;
  }

  @Override
  protected void load() {
    Faults faults = new Faults();
    Map<String, String> texts = files.texts(List.of(DemonstrationPeople.FILE), faults);
    Map<CountyCode, List<NewAccount>> wanted =
        DemonstrationPeople.read(texts.getOrDefault(DemonstrationPeople.FILE, ""), faults);
    faults.orThrow();
    wanted.forEach(
        (county, newcomers) ->
            CurrentActor.as(Actor.platform(county), () -> settle(county, newcomers)));
  }

  /** A start that was cut short is taken up where it stopped: who sits there already is left. */
  private void settle(CountyCode county, List<NewAccount> newcomers) {
    if (bodies.of(county).isEmpty()) {
      return;
    }
    long opened = newcomers.stream().filter(n -> !sitsThere(n)).peek(accounts::open).count();
    if (opened > 0) {
      log.info("opened {} demonstration accounts in {}", opened, county);
    }
  }

  private boolean sitsThere(NewAccount newcomer) {
    return people.in(newcomer.posts().getFirst().body()).stream()
        .anyMatch(seat -> seat.name().equals(newcomer.name()));
  }
}
