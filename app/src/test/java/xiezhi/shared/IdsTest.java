package xiezhi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void whatIsMadeLaterStandsLaterAlsoWithinAMillisecond() {
    for (int i = 0; i < 200; i++) {
      UUID first = Ids.next();
      LockSupport.parkNanos(20_000);

      assertThat(Ids.next().toString()).isGreaterThan(first.toString());
    }
  }

  @Test
  void theyAreOfVersionSevenAndNeverTheSame() {
    Set<UUID> made = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      UUID id = Ids.next();
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      made.add(id);
    }

    assertThat(made).hasSize(10_000);
  }
}
