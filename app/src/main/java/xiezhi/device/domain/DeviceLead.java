package xiezhi.device.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * What devices saw of one scene: events near one another in time and place gather under it. A
 * person at the desk <b>confirms</b> it, and it is a lead like any other; or <b>dismisses</b> it
 * with a reason, and its matter is closed.
 */
public record DeviceLead(
    MatterId matter,
    String kind,
    BodyId holder,
    Stage stage,
    BigDecimal lng,
    BigDecimal lat,
    Instant firstAt,
    Instant lastAt,
    int version) {

  public sealed interface Stage {
    String key();

    record Unconfirmed() implements Stage {
      @Override
      public String key() {
        return "unconfirmed";
      }
    }

    record Confirmed(Instant at, String by, String note) implements Stage {
      @Override
      public String key() {
        return "confirmed";
      }
    }

    record Dismissed(Instant at, String by, String reason) implements Stage {
      @Override
      public String key() {
        return "dismissed";
      }
    }
  }

  /** It is the matter's lead, and its clocks are the matter's. */
  public String reference() {
    return "matter:" + matter;
  }

  /** Who decided when, with what words; null while nobody has. */
  public @Nullable Decision decision() {
    return switch (stage) {
      case Stage.Unconfirmed _ -> null;
      case Stage.Confirmed(var at, var by, var note) -> new Decision(at, by, note);
      case Stage.Dismissed(var at, var by, var reason) -> new Decision(at, by, reason);
    };
  }

  public record Decision(Instant at, String by, String words) {}

  /** Whether something at that moment belongs to the scene's time. */
  public boolean isNear(Instant at, Duration window) {
    return !at.isBefore(firstAt.minus(window)) && !at.isAfter(lastAt.plus(window));
  }

  public DeviceLead joined(Instant at) {
    return new DeviceLead(
        matter,
        kind,
        holder,
        stage,
        lng,
        lat,
        at.isBefore(firstAt) ? at : firstAt,
        at.isAfter(lastAt) ? at : lastAt,
        version + 1);
  }

  public Permission mayDecide() {
    return switch (stage) {
      case Stage.Unconfirmed _ -> Permission.allowed();
      case Stage.Confirmed _ -> decided("confirmed");
      case Stage.Dismissed _ -> decided("dismissed");
    };
  }

  private static Permission decided(String how) {
    return Permission.refused(
        Refusal.of(
            Refusal.Kind.CONFLICT, "device.lead-decided", "This lead is already " + how + "."));
  }

  public DeviceLead confirmed(Instant now, String by, String note) {
    mayDecide().orThrow();
    return in(new Stage.Confirmed(now, by, note));
  }

  public DeviceLead dismissed(Instant now, String by, String reason) {
    mayDecide().orThrow();
    return in(new Stage.Dismissed(now, by, reason));
  }

  private DeviceLead in(Stage next) {
    return new DeviceLead(matter, kind, holder, next, lng, lat, firstAt, lastAt, version + 1);
  }
}
