package xiezhi.command.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.command.domain.Absence;
import xiezhi.command.domain.Listed;
import xiezhi.command.domain.Order;
import xiezhi.command.domain.OrderRegister;
import xiezhi.command.domain.PostRegister;
import xiezhi.flow.Desk;

/** Who and what is taken when: by an order that has not ended, or by an absence. */
@Component
public class Bookings {
  private final Desk desk;
  private final OrderRegister orders;
  private final PostRegister rosters;

  Bookings(Desk desk, OrderRegister orders, PostRegister rosters) {
    this.desk = desk;
    this.orders = orders;
    this.rosters = rosters;
  }

  /**
   * Taken for a while.
   *
   * @param account the person's; null for equipment
   * @param why the order's title, or the reason of the absence
   */
  public record Taken(
      @Nullable String account,
      @Nullable UUID equipment,
      Instant from,
      Instant to,
      String why,
      boolean byOrder) {}

  List<Taken> taken(
      Collection<String> accounts, Collection<UUID> equipment, Instant from, Instant to) {
    List<Taken> found = new ArrayList<>();
    if (accounts.isEmpty() && equipment.isEmpty()) {
      return found;
    }
    for (Order o : orders.booked(desk.county(), accounts, equipment, from, to)) {
      String why = o.letter().number() + " " + o.task().title();
      String account = o.to().account();
      if (account != null && accounts.contains(account)) {
        found.add(new Taken(account, null, o.slot().from(), o.slot().due(), why, true));
      }
      o.equipment().stream()
          .filter(equipment::contains)
          .forEach(e -> found.add(new Taken(null, e, o.slot().from(), o.slot().due(), why, true)));
    }
    for (Absence a : rosters.absences(desk.county(), accounts, equipment, from, to)) {
      found.add(new Taken(a.account(), a.equipment(), a.from(), a.to(), a.reason(), false));
    }
    found.sort(Comparator.comparing(Taken::from));
    return found;
  }

  /** In words, one for each. */
  List<String> clashes(
      Collection<String> accounts, Collection<UUID> equipment, Instant from, Instant to) {
    Map<UUID, Listed> roster =
        rosters.roster(desk.county(), null).stream()
            .collect(Collectors.toMap(Listed::id, Function.identity()));
    return taken(accounts, equipment, from, to).stream()
        .map(
            t -> {
              Listed thing = t.equipment() == null ? null : roster.get(t.equipment());
              return (thing == null ? "" : thing.name() + " ")
                  + desk.minute(t.from())
                  + "—"
                  + desk.minute(t.to())
                  + " "
                  + t.why();
            })
        .toList();
  }
}
