package xiezhi.platform;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * The application cannot start, for a reason outside it that one sentence can name. The process
 * ends with that sentence, what to do about it, and a non-zero code.
 */
public final class StartFault extends FailureAnalyzedException {
  public StartFault(String found, String needed) {
    super(found, needed);
  }

  public StartFault(String found, String needed, Throwable cause) {
    super(found, needed, cause);
  }
}
