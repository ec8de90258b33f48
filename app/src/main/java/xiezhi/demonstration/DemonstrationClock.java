package xiezhi.demonstration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import xiezhi.testclock.MovableClock;

/**
 * A demonstration tells its stories in the past: its clock can be put back for one thread, by this
 * application alone.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!test")
@ConditionalOnProperty(name = "xiezhi.demonstration", havingValue = "true")
class DemonstrationClock {
  @Bean
  @Primary
  MovableClock movableClock() {
    return new MovableClock();
  }
}
