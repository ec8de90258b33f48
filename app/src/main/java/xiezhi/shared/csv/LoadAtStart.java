package xiezhi.shared.csv;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

/**
 * Data taken in as the application starts: after every bean is there, before the first request, in
 * the order of the phases. A fault in the data ends the start, with all faults in the log.
 */
public abstract class LoadAtStart implements SmartLifecycle {
  /** The counties and their bodies. */
  public static final int COUNTIES = 100;

  /** What is held by those bodies. */
  public static final int POWERS = 200;

  /** Who works in them. */
  public static final int PEOPLE = 300;

  private static final Logger log = LoggerFactory.getLogger(LoadAtStart.class);

  private final int phase;
  private volatile boolean loaded;

  protected LoadAtStart(int phase) {
    this.phase = phase;
  }

  /** Takes in what is not there yet; a second time it finds nothing to do. */
  protected abstract void load();

  @Override
  public final void start() {
    try {
      load();
    } catch (RefusedException e) {
      for (Refusal refusal : e.refusals()) {
        log.error("{}: {}", refusal.code(), refusal.message());
      }
      throw e;
    }
    loaded = true;
  }

  @Override
  public final void stop() {
    loaded = false;
  }

  @Override
  public final boolean isRunning() {
    return loaded;
  }

  @Override
  public final int getPhase() {
    return phase;
  }
}
