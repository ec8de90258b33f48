package xiezhi.platform;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Once a minute. A test sweeps when it wants to. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Profile("!test")
class SweepSchedule {
  private static final Logger log = LoggerFactory.getLogger(SweepSchedule.class);

  private final Sweeper sweeper;
  private final Clock clock;

  SweepSchedule(Sweeper sweeper, Clock clock) {
    this.sweeper = sweeper;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${xiezhi.sweep:1m}", initialDelayString = "${xiezhi.sweep:1m}")
  void sweep() {
    try {
      sweeper.sweepAll(clock.instant());
    } catch (RuntimeException e) {
      log.error("the sweep was broken off; it is tried again in a minute", e);
    }
  }
}
