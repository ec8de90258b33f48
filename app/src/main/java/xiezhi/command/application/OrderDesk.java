package xiezhi.command.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.calendar.TimeLimit;
import xiezhi.command.domain.Order;
import xiezhi.command.domain.OrderRegister;
import xiezhi.correspondence.Correspondence;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/** Finding an order, and telling the heart, the boxes and the people what became of it. */
@Component
class OrderDesk {
  private final Desk desk;
  private final OrderRegister register;
  private final Matters matters;
  private final Obligations obligations;
  private final Correspondence correspondence;

  OrderDesk(
      Desk desk,
      OrderRegister register,
      Matters matters,
      Obligations obligations,
      Correspondence correspondence) {
    this.desk = desk;
    this.register = register;
    this.matters = matters;
    this.obligations = obligations;
    this.correspondence = correspondence;
  }

  Order get(UUID id) {
    return register
        .find(desk.county(), id)
        .filter(this::maySee)
        .orElseThrow(() -> unknown().exception());
  }

  Order get(UUID id, int version) {
    Order found = get(id);
    if (found.version() != version) {
      throw OrderRegister.changedMeanwhile().exception();
    }
    return found;
  }

  static Refusal unknown() {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "command.unknown",
        "There is no such order, or it is not yours to see.");
  }

  /** Who gave it, whom it is for, and who coordinates or supervises. */
  boolean maySee(Order o) {
    return CommandPosts.seesAll() || desk.isAt(o.commander()) || desk.isAt(o.to().body());
  }

  /** The person it names; where it names none, whoever works at the body's desk. */
  Permission mayCarryOut(Order o) {
    String account = o.to().account();
    if (account == null) {
      return desk.mayActFor(o.to().body());
    }
    return account.equals(CurrentActor.get().account().value())
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "command.not-your-order",
                "This order is for " + o.to().person() + ".",
                Map.of("person", o.to().person())));
  }

  void told(Instant now, Change<Order> change, @Nullable Matter matter, @Nullable TimeLimit limit) {
    Order o = change.after();
    Facts facts = Facts.NONE.with("activity", o.kind().key());
    Map<String, BodyId> roles = CommandPosts.roles(o.commander(), o.to().body());
    if (matter == null) {
      desk.happened(now, o.reference(), false, change, facts, roles, limit);
    } else {
      matters.open(matter.id(), List.of(o.to().body()), now);
      desk.happened(now, matter, o.reference(), change, matter.facts().with(facts), roles, limit);
    }
    correspondence.put(
        now,
        new Correspondence.Letter(
            "command-order",
            o.reference(),
            o.matter(),
            o.task().title(),
            o.commander(),
            List.of(o.to().body()),
            o.stage().key(),
            state(o),
            o.letter().number(),
            link(o),
            false));
  }

  private static Correspondence.State state(Order o) {
    return switch (o.stage()) {
      case ISSUED -> Correspondence.State.OPEN;
      case ACKNOWLEDGED, STARTED -> Correspondence.State.ANSWERED;
      case COMPLETED, REFUSED -> Correspondence.State.CLOSED;
      case WITHDRAWN -> Correspondence.State.WITHDRAWN;
    };
  }

  /** Those of them whose clock is red: what is late the heart says, for every list alike. */
  Set<UUID> late(Collection<Order> open, Instant now) {
    Map<String, ObligationView> clocks =
        obligations.earliest(open.stream().map(Order::reference).toList(), now);
    return open.stream()
        .filter(
            o -> {
              ObligationView clock = clocks.get(o.reference());
              return clock != null && clock.light() == ObligationView.Light.RED;
            })
        .map(Order::id)
        .collect(Collectors.toSet());
  }

  /** What ended without being carried out is owed no more. */
  void release(Instant now, Order o) {
    MatterId matter = o.matter();
    String why = "order." + o.stage().key();
    if (matter == null) {
      obligations.release(now, o.reference(), why);
    } else {
      obligations.release(now, matter, o.reference(), why);
    }
  }

  static String link(Order o) {
    return "/orders/" + o.id();
  }

  void notify(Instant now, Order o, BodyId to, String code) {
    desk.notify(
        now,
        to,
        Desk.WORKING,
        code,
        null,
        link(o),
        Map.of(
            "title", o.task().title(),
            "person", o.to().person(),
            "due", desk.minute(o.slot().due()),
            "words", o.lastStep().note()));
  }
}
