package xiezhi.shared;

import java.util.ArrayList;
import java.util.List;

/** May it be done? Allowed, or everything that stands against it. Asking has no side effects. */
public sealed interface Permission {

  record Allowed() implements Permission {}

  record Refused(List<Refusal> refusals) implements Permission {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }

  static Permission allowed() {
    return new Allowed();
  }

  static Permission refused(Refusal refusal) {
    return new Refused(List.of(refusal));
  }

  static Permission of(List<Refusal> refusals) {
    return refusals.isEmpty() ? allowed() : new Refused(refusals);
  }

  default List<Refusal> refusals() {
    return switch (this) {
      case Allowed() -> List.of();
      case Refused(var refusals) -> refusals;
    };
  }

  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  /** Both must allow it; the refusals of both are reported. */
  default Permission and(Permission other) {
    List<Refusal> all = new ArrayList<>(refusals());
    all.addAll(other.refusals());
    return of(all);
  }

  default void orThrow() {
    if (this instanceof Refused(var refusals)) {
      throw new RefusedException(refusals);
    }
  }
}
