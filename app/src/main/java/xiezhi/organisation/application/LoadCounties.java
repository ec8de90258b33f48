package xiezhi.organisation.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import xiezhi.organisation.Counties;
import xiezhi.shared.csv.LoadAtStart;

/** As the application starts, founds every county of the data files that is not there yet. */
@Component
class LoadCounties extends LoadAtStart {
  private static final Logger log = LoggerFactory.getLogger(LoadCounties.class);

  private final Counties counties;

  LoadCounties(Counties counties) {
    super(COUNTIES);
    this.counties = counties;
  }

  @Override
  protected void load() {
    long founded = counties.files().stream().filter(counties::found).count();
    if (founded > 0) {
      log.info("founded {} counties from the data files", founded);
    }
  }
}
