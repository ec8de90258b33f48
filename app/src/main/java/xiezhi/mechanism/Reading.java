package xiezhi.mechanism;

import java.util.List;

/** What came of reading a bundle: a mechanism, or everything that is wrong with it. */
public sealed interface Reading {
  record Sound(Mechanism mechanism) implements Reading {}

  record Faulty(List<MechanismFault> faults) implements Reading {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  default List<MechanismFault> faults() {
    return switch (this) {
      case Sound s -> List.of();
      case Faulty(var faults) -> faults;
    };
  }

  /** The mechanism of a bundle that is known to be sound. */
  default Mechanism orThrow() {
    return switch (this) {
      case Sound(var mechanism) -> mechanism;
      case Faulty(var faults) ->
          throw new IllegalArgumentException(
              "%d faults, the first: %s".formatted(faults.size(), faults.getFirst()));
    };
  }
}
