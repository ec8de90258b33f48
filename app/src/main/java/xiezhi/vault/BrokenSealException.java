package xiezhi.vault;

/**
 * A sealed value does not open: it was changed, or its key is not at hand. Never carries the value.
 */
public final class BrokenSealException extends RuntimeException {
  BrokenSealException(String found) {
    super(found);
  }

  BrokenSealException(String found, Throwable cause) {
    super(found, cause);
  }
}
