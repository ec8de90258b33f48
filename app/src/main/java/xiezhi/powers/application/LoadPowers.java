package xiezhi.powers.application;

import java.util.List;
import org.springframework.stereotype.Component;
import xiezhi.organisation.Counties;
import xiezhi.organisation.County;
import xiezhi.shared.csv.LoadAtStart;

/** As the application starts, after the counties: publishes the lists that are not there yet. */
@Component
class LoadPowers extends LoadAtStart {
  private final PublishedLists lists;
  private final Counties counties;

  LoadPowers(PublishedLists lists, Counties counties) {
    super(POWERS);
    this.lists = lists;
    this.counties = counties;
  }

  @Override
  protected void load() {
    lists.publishItems();
    for (County county : counties.known()) {
      lists.publish(county.code(), lists.files().getOrDefault(county.name(), List.of()));
    }
  }
}
