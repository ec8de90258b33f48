package xiezhi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Sweep;
import xiezhi.testing.PlatformTest;

@PlatformTest
class SweeperTest {
  private static final CountyCode COUNTY = new CountyCode("970001");
  private static final Instant NOW = Instant.parse("2026-02-13T01:00:00Z");

  @Autowired DataSource dataSource;

  private Sweeper of(Sweep... sweeps) {
    return new Sweeper(List.of(sweeps), () -> List.of(COUNTY), dataSource);
  }

  @Test
  void sweepsAsThePlatformInThatCounty() {
    List<Actor> actors = new ArrayList<>();

    of((_, _) -> actors.add(CurrentActor.get())).sweepAll(NOW);

    assertThat(actors).containsExactly(Actor.platform(COUNTY));
  }

  @Test
  void oneThatFailsDoesNotKeepTheOthersFromTheirWork() {
    AtomicInteger done = new AtomicInteger();
    Sweep failing =
        (_, _) -> {
          throw new IllegalStateException("broken");
        };

    assertThatThrownBy(() -> of(failing, (_, _) -> done.incrementAndGet()).sweepAll(NOW))
        .hasMessage("broken");
    assertThat(done).hasValue(1);
  }

  @Test
  void ofTwoReplicasOneDoesIt() throws Exception {
    AtomicInteger done = new AtomicInteger();
    CountDownLatch atIt = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Sweeper slow =
        of(
            (_, _) -> {
              done.incrementAndGet();
              atIt.countDown();
              try {
                mayEnd.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    Thread first = Thread.ofVirtual().start(() -> slow.sweepAll(NOW));
    atIt.await();

    of((_, _) -> done.incrementAndGet()).sweepAll(NOW);

    assertThat(done).hasValue(1);
    mayEnd.countDown();
    first.join();
    of((_, _) -> done.incrementAndGet()).sweepAll(NOW);
    assertThat(done).hasValue(2);
  }
}
