package xiezhi.portal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import xiezhi.portal.application.PortalSettings.Limit;
import xiezhi.portal.application.RateLimits.Act;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

class RateLimitsTest {
  private final AtomicLong nanos = new AtomicLong(Duration.ofDays(1).toNanos());
  private final RateLimits limits = limits(100);

  private RateLimits limits(int sources) {
    Map<Act, Limit> each = new EnumMap<>(Act.class);
    for (Act act : Act.values()) {
      each.put(act, new Limit(3, Duration.ofSeconds(30)));
    }
    return new RateLimits(
        new PortalSettings(sources, each, ""),
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return nanos.get();
          }

          @Override
          public boolean isWallClockBased() {
            return false;
          }
        });
  }

  private static void threeTimes(Runnable work) {
    for (int i = 0; i < 3; i++) {
      work.run();
    }
  }

  @Test
  void oneTooManyIsToldWhenToComeAgain() {
    threeTimes(() -> limits.take(Act.REPORT, "a"));

    var refused = catchThrowableOfType(RefusedException.class, () -> limits.take(Act.REPORT, "a"));

    Refusal refusal = refused.refusals().getFirst();
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
    assertThat(refusal.code()).isEqualTo("portal.too-many-report");
    assertThat(refusal.details()).containsEntry("retryAfter", 10L);
    assertThat(refusal.message()).contains("3 in 30 seconds", "in 10 seconds");
    nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    assertThatCode(() -> limits.take(Act.REPORT, "a")).doesNotThrowAnyException();
  }

  @Test
  void sourcesAndActsAreCountedApart() {
    threeTimes(() -> limits.take(Act.REPORT, "a"));

    assertThatCode(() -> threeTimes(() -> limits.take(Act.REPORT, "b"))).doesNotThrowAnyException();
    assertThatCode(() -> threeTimes(() -> limits.take(Act.LOOK, "a"))).doesNotThrowAnyException();
  }

  @Test
  void askingWhetherThereIsOneLeftTakesNone() {
    for (int i = 0; i < 20; i++) {
      limits.mustHaveLeft(Act.WRONG_CODE, "a");
    }
    threeTimes(() -> limits.take(Act.WRONG_CODE, "a"));

    assertThat(
            catchThrowableOfType(
                RefusedException.class, () -> limits.mustHaveLeft(Act.WRONG_CODE, "a")))
        .isNotNull();
  }

  @Test
  void aFloodOfSourcesFillsNoMemory() {
    RateLimits few = limits(10);
    for (int i = 0; i < 100_000; i++) {
      few.take(Act.LOOK, "source " + i);
    }
    assertThat(few.remembered()).isLessThan(1_000);
  }
}
