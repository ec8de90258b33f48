package xiezhi.shared;

import java.util.List;

/** The one exception by which the rules say no, with everything they have against it at once. */
public final class RefusedException extends RuntimeException {
  private final transient List<Refusal> refusals;

  public RefusedException(List<Refusal> refusals) {
    super(refusals.isEmpty() ? "refused" : refusals.getFirst().message());
    if (refusals.isEmpty()) {
      throw new IllegalArgumentException("a refusal needs a reason");
    }
    this.refusals = List.copyOf(refusals);
  }

  public RefusedException(Refusal refusal) {
    this(List.of(refusal));
  }

  public List<Refusal> refusals() {
    return refusals;
  }
}
