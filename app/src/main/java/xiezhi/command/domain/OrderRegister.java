package xiezhi.command.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Refusal;

/** Orders and problems as they are kept. */
public interface OrderRegister {
  void insert(CountyCode county, Order order);

  /** Writes what changed, if nobody else did before. */
  void update(CountyCode county, Order order);

  Optional<Order> find(CountyCode county, UUID id);

  List<Order> ofDispatch(CountyCode county, UUID dispatch);

  /**
   * Newest first.
   *
   * @param desk that gave or got them; empty for the whole county
   * @param account only those for this person; null for all
   */
  List<Order> list(
      CountyCode county,
      List<BodyId> desk,
      @Nullable String account,
      boolean open,
      @Nullable UUID before,
      int limit);

  /** Those of these bodies that have not ended, the first due first. */
  List<Order> open(CountyCode county, Collection<BodyId> bodies);

  /**
   * Those that have not ended, overlap that time, and are for one of these people or with one of
   * these pieces of equipment.
   */
  List<Order> booked(
      CountyCode county,
      Collection<String> accounts,
      Collection<UUID> equipment,
      Instant from,
      Instant to);

  /** What became of the orders given to each of these bodies since then, by stage. */
  List<Tally> tally(CountyCode county, Collection<BodyId> bodies, Instant since);

  /**
   * @param late of those completed, how many after they were due
   */
  record Tally(BodyId body, Order.Stage stage, long orders, long late) {}

  void insert(CountyCode county, Problem problem);

  void update(CountyCode county, Problem problem);

  Optional<Problem> problem(CountyCode county, UUID id);

  /** Newest first; {@code desk} empty for the whole county. */
  List<Problem> problems(
      CountyCode county, List<BodyId> desk, boolean open, @Nullable UUID before, int limit);

  static Refusal changedMeanwhile() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "command.changed-meanwhile",
        "Somebody else changed this meanwhile; look again.");
  }
}
