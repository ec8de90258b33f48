package counterexample.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

class ReadsTheClock {
  LocalDate itself() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  long ofTheMachine() {
    return System.currentTimeMillis();
  }

  Clock another() {
    return Clock.systemUTC();
  }
}
