package xiezhi.flow;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.shared.web.Page;

/**
 * 时限列: beside each line of a list, what is owed next on it and why. Asked once for a whole page,
 * and only of what the actor may know of; the list itself decides which lines the actor may see.
 */
@Component
public class Clocks {
  private final Desk desk;
  private final Obligations obligations;

  Clocks(Desk desk, Obligations obligations) {
    this.desk = desk;
    this.obligations = obligations;
  }

  /** Makes a line out of what was found. */
  @FunctionalInterface
  public interface Line<T, L> {
    /**
     * @param clock what is owed next; null if nothing is
     */
    L of(T found, @Nullable ObligationView clock);
  }

  /**
   * @param reference under which its obligations run, as {@code transfer:0190…}
   */
  public <T, L> Page<L> beside(
      Page<T> page, Function<? super T, String> reference, Line<? super T, ? extends L> line) {
    return new Page<>(beside(page.items(), reference, line), page.next());
  }

  /** The same for a list that is not paged. */
  public <T, L> List<L> beside(
      List<T> found, Function<? super T, String> reference, Line<? super T, ? extends L> line) {
    var clocks = obligations.earliest(found.stream().<String>map(reference).toList(), desk.now());
    return found.stream().<L>map(f -> line.of(f, clocks.get(reference.apply(f)))).toList();
  }

  /** What is owed next on one of them; null if nothing is. */
  public @Nullable ObligationView of(String reference) {
    return obligations.earliest(List.of(reference), desk.now()).get(reference);
  }
}
