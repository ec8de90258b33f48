package xiezhi.mechanism.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.calendar.CountyZones;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.MechanismLibrary;
import xiezhi.mechanism.source.PackagedMechanisms;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestCounty;

/** The calendar counts in the zone that the county's mechanism names. */
@PlatformTest
class ZonesOfMechanismsTest {
  @Autowired MechanismLibrary library;
  @Autowired StoredMechanisms mechanisms;
  @Autowired CountyZones zones;
  @Autowired WorkingCalendars calendars;

  private final CountyCode county = TestCounty.fresh().code();

  @Test
  void aCountyWithoutMechanismHasTheLegalTimeAndOneWithItsOwn() {
    assertThat(zones.of(county)).isEqualTo(ZoneId.of("Asia/Shanghai"));

    MechanismBundle base = PackagedMechanisms.bundle(PackagedMechanisms.counties().getFirst());
    TreeMap<String, String> files = new TreeMap<>(base.files());
    files.replaceAll((_, text) -> text.replace("zone: Asia/Shanghai", "zone: Europe/Berlin"));
    CurrentActor.as(
        Actor.platform(county),
        () ->
            library.install(
                new MechanismBundle(files).withCounty(county, "试县"), LocalDate.of(2024, 1, 1)));
    mechanisms.forget(county);

    assertThat(zones.of(county)).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(calendars.of(county).zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }
}
