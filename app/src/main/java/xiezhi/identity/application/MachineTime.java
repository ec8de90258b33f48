package xiezhi.identity.application;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * The time by which locks and sessions run out: the machine's. The application's clock, which a
 * test may put weeks ahead, counts legal time and must not sign people out.
 */
@Component
public class MachineTime {
  private final InstantSource source = InstantSource.system();

  public Instant now() {
    return source.instant();
  }
}
