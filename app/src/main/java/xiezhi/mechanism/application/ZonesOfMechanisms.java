package xiezhi.mechanism.application;

import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import xiezhi.calendar.CountyZones;
import xiezhi.mechanism.domain.MechanismVersion;
import xiezhi.shared.CountyCode;

/** A county's zone is a line of its mechanism; before it has one, the country's legal time. */
@Component
class ZonesOfMechanisms implements CountyZones {
  private static final ZoneId LEGAL_TIME = ZoneId.of("Asia/Shanghai");

  private final StoredMechanisms mechanisms;

  ZonesOfMechanisms(StoredMechanisms mechanisms) {
    this.mechanisms = mechanisms;
  }

  @Override
  public ZoneId of(CountyCode county) {
    List<MechanismVersion> versions = mechanisms.versionsOf(county);
    return versions.isEmpty()
        ? LEGAL_TIME
        : mechanisms.version(county, versions.getLast().hash()).zone();
  }
}
