package xiezhi.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.RefusedException;
import xiezhi.testing.PlatformTest;

@PlatformTest
class IdempotencyTest {
  record Order(String what, int times) {}

  record Answer(UUID id) {}

  private static final Actor CLERK =
      new Actor(
          new AccountId("clerk"), "C", new CountyCode("990001"), new BodyId("990001-x"), Set.of());

  private final AtomicInteger done = new AtomicInteger();
  private final String key = UUID.randomUUID().toString();

  @Autowired Idempotency idempotency;

  private Answer order(Order order) {
    return CurrentActor.as(
        CLERK,
        () ->
            idempotency.once(
                "order",
                key,
                order,
                Answer.class,
                () -> {
                  done.incrementAndGet();
                  return new Answer(UUID.randomUUID());
                }));
  }

  @Test
  void theSameRequestTwiceIsDoneOnceAndAnsweredTwice() {
    Answer first = order(new Order("tea", 2));
    Answer second = order(new Order("tea", 2));

    assertThat(second).isEqualTo(first);
    assertThat(done).hasValue(1);
  }

  @Test
  void twentyAtOnceAreDoneOnce() throws Exception {
    try (var threads = Executors.newFixedThreadPool(20)) {
      List<Callable<Answer>> all =
          IntStream.range(0, 20)
              .<Callable<Answer>>mapToObj(_ -> () -> order(new Order("tea", 2)))
              .toList();
      Set<Answer> answers = new java.util.HashSet<>();
      for (Future<Answer> answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }

      assertThat(answers).hasSize(1);
      assertThat(done).hasValue(1);
    }
  }

  @Test
  void theSameKeyForAnotherRequestIsRefused() {
    order(new Order("tea", 2));

    assertThatThrownBy(() -> order(new Order("tea", 3)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e ->
                assertThat(e.refusals().getFirst().code())
                    .isEqualTo("shared.idempotency-key-reused"));
  }

  @Test
  void whatFailedMayBeTriedAgain() {
    assertThatThrownBy(
            () ->
                CurrentActor.as(
                    CLERK,
                    () ->
                        idempotency.<Answer>once(
                            "order",
                            key,
                            new Order("tea", 2),
                            Answer.class,
                            () -> {
                              throw new IllegalArgumentException("no tea");
                            })))
        .hasMessage("no tea");

    assertThat(order(new Order("tea", 2))).isNotNull();
    assertThat(done).hasValue(1);
  }
}
