package xiezhi.testclock;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.platform.Sweeper;
import xiezhi.shared.CurrentActor;

/** Does now what the schedule would do: in the county of whoever is signed in, else in all. */
@RestController
@RequestMapping("/api/test/sweep")
@Profile("test")
@Hidden
class SweepController {
  private final Sweeper sweeper;
  private final Clock clock;

  SweepController(Sweeper sweeper, Clock clock) {
    this.sweeper = sweeper;
    this.clock = clock;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void sweep() {
    Instant now = clock.instant();
    CurrentActor.find()
        .ifPresentOrElse(actor -> sweeper.sweep(actor.county(), now), () -> sweeper.sweepAll(now));
  }
}
