package xiezhi.organisation.application;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import xiezhi.organisation.Counties;
import xiezhi.organisation.CountyRows;
import xiezhi.organisation.domain.CountyFiles;
import xiezhi.shared.csv.DataFiles;
import xiezhi.shared.csv.Faults;
import xiezhi.shared.csv.LoadAtStart;

/** As the application starts, founds every county of the data files that is not there yet. */
@Component
class LoadCounties extends LoadAtStart {
  private static final Logger log = LoggerFactory.getLogger(LoadCounties.class);

  private final DataFiles files;
  private final Counties counties;

  LoadCounties(DataFiles files, Counties counties) {
    super(COUNTIES);
    this.files = files;
    this.counties = counties;
  }

  @Override
  protected void load() {
    Faults faults = new Faults();
    List<CountyRows> rows = CountyFiles.read(files.texts(CountyFiles.NAMES, faults), faults);
    faults.orThrow();
    long founded = rows.stream().filter(counties::found).count();
    if (founded > 0) {
      log.info("founded {} counties from the data files", founded);
    }
  }
}
