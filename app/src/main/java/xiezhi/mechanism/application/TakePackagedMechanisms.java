package xiezhi.mechanism.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.source.PackagedMechanisms;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;

/** At every start: the mechanisms that come with the platform, those that are new. */
@Component
class TakePackagedMechanisms implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(TakePackagedMechanisms.class);

  private final ImportMechanism mechanisms;

  TakePackagedMechanisms(ImportMechanism mechanisms) {
    this.mechanisms = mechanisms;
  }

  @Override
  public void afterSingletonsInstantiated() {
    for (CountyCode county : PackagedMechanisms.counties()) {
      MechanismBundle bundle = PackagedMechanisms.bundle(county);
      CurrentActor.as(Actor.platform(county), () -> mechanisms.takePackaged(bundle));
      log.debug("mechanism of {}: {}", county, bundle.version());
    }
  }
}
