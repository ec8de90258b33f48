package xiezhi.shared;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The actor of the work under way on this thread. Every transaction takes its county from here;
 * without one no protected row is visible.
 */
public final class CurrentActor {
  private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

  private CurrentActor() {}

  public static Optional<Actor> find() {
    return Optional.ofNullable(CURRENT.get());
  }

  public static Actor get() {
    return find().orElseThrow(() -> new IllegalStateException("no actor on this thread"));
  }

  /** Does the work as that actor, and puts back who was there before. */
  public static <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
    Actor before = CURRENT.get();
    CURRENT.set(actor);
    try {
      return work.get();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /** {@link #as(Actor, Supplier)} for work without a result. */
  public static void as(Actor actor, Runnable work) {
    as(
        actor,
        () -> {
          work.run();
          return true;
        });
  }
}
