package xiezhi.testing;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the application tells its listeners while it works, heard as one of them. */
@Component
public class Overheard {
  private static final ThreadLocal<@Nullable Consumer<Object>> EAR = new ThreadLocal<>();

  /** Whatever of that kind the work tells, on this thread, the listener is told too. */
  public <E> void by(Class<E> kind, Consumer<E> listener, Runnable work) {
    EAR.set(
        told -> {
          if (kind.isInstance(told)) {
            listener.accept(kind.cast(told));
          }
        });
    try {
      work.run();
    } finally {
      EAR.remove();
    }
  }

  @EventListener
  void on(Object told) {
    Consumer<Object> ear = EAR.get();
    if (ear != null) {
      ear.accept(told);
    }
  }
}
