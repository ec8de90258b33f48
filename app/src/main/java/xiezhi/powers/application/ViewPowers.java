package xiezhi.powers.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.organisation.Bodies;
import xiezhi.powers.Powers.Item;
import xiezhi.powers.domain.Holding;
import xiezhi.powers.domain.ItemOn;
import xiezhi.powers.domain.PowerLines;
import xiezhi.powers.domain.PowerRegister;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.RefusedException;

/** What the screens show of the lists. */
@Service
public class ViewPowers {
  /** The law knows one time in all of China. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final PowerLines lines;
  private final PowerRegister register;
  private final Bodies bodies;
  private final Clock clock;

  ViewPowers(PowerLines lines, PowerRegister register, Bodies bodies, Clock clock) {
    this.lines = lines;
    this.register = register;
    this.bodies = bodies;
    this.clock = clock;
  }

  /** An item and all rows of the actor's county about it. */
  public record Page(Item item, List<Held> held) {}

  /**
   * A row of the county's list.
   *
   * @param bodyName null where it names no single body
   */
  public record Held(Holding holding, @Nullable String bodyName) {}

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  @Transactional(readOnly = true)
  public List<PowerLines.Line> search(
      String words,
      @Nullable String domain,
      @Nullable String kind,
      PowerLines.@Nullable After after,
      int limit) {
    return lines.search(words, domain, kind, after, limit);
  }

  @Transactional(readOnly = true)
  public List<PowerLines.Domain> domains() {
    return lines.domains();
  }

  @Transactional(readOnly = true)
  public Optional<Page> page(String code, @Nullable LocalDate on) {
    LocalDate day = on == null ? today() : on;
    return register
        .item(code)
        .map(
            row ->
                new Page(
                    ItemOn.of(row, day),
                    register.holdings(CurrentActor.get().county(), List.of(code)).stream()
                        .map(h -> new Held(h, bodyName(h)))
                        .toList()));
  }

  private @Nullable String bodyName(Holding holding) {
    return holding.scope() instanceof Holding.Scope.OneBody(var body, _, _)
        ? bodies.get(body).name()
        : null;
  }

  /** The body in whose name the actor would act; empty where it acts in nobody's. */
  public Optional<BodyId> ownBody() {
    try {
      return Optional.of(bodies.legalBodyOf(CurrentActor.get().body()).id());
    } catch (RefusedException noLegalBody) {
      return Optional.empty();
    }
  }
}
