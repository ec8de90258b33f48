package xiezhi.command.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.command.domain.Order;
import xiezhi.command.domain.OrderRegister;
import xiezhi.command.domain.Post;
import xiezhi.device.WaitingLeads;
import xiezhi.flow.Desk;
import xiezhi.incident.OpenIncidents;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.organisation.Body;
import xiezhi.shared.BodyId;
import xiezhi.shared.Refusal;

/**
 * 指挥视图: one post's bodies at a glance: what is ordered, where each is, what is late, what became of
 * what was ordered and what was reported last; the incidents open and the device leads that wait
 * for a person.
 */
@Service
public class ViewCommand {
  /** As far back as the view counts what became of orders. */
  private static final Duration COUNTED = Duration.ofDays(90);

  /** Among as many of the newest orders it looks for those that ended. */
  private static final int NEWEST = 50;

  /** As many of those are shown. */
  private static final int SHOWN = 6;

  private final Desk desk;
  private final CommandPosts posts;
  private final OrderDesk orders;
  private final OrderRegister register;
  private final OpenIncidents incidents;
  private final WaitingLeads leads;

  ViewCommand(
      Desk desk,
      CommandPosts posts,
      OrderDesk orders,
      OrderRegister register,
      OpenIncidents incidents,
      WaitingLeads leads) {
    this.desk = desk;
    this.posts = posts;
    this.orders = orders;
    this.register = register;
    this.incidents = incidents;
    this.leads = leads;
  }

  /**
   * One body.
   *
   * @param here the order on which its people are now; null if on none
   * @param tally what became of its orders of the last ninety days
   */
  public record Line(
      Body body,
      List<Order> open,
      long overdue,
      @Nullable Order here,
      List<OrderRegister.Tally> tally) {}

  /**
   * @param rule what the county wants in one place (ES-053), and {@code centre} what its command
   *     centre shows (GY-062)
   * @param late of the open orders, those whose clock is red
   * @param ended the orders of this post that ended last, with their reports
   */
  public record View(
      Post post,
      @Nullable Rule rule,
      List<String> sections,
      @Nullable Rule centre,
      List<String> shown,
      List<Line> bodies,
      Set<UUID> late,
      List<Order> ended,
      List<OpenIncidents.Line> incidents,
      List<WaitingLeads.Line> leads) {}

  @Transactional(readOnly = true)
  public View of(String id) {
    Instant now = desk.now();
    Post post = posts.get(now, id);
    List<Body> commanded = posts.commanded(post);
    boolean takesPart =
        desk.isAt(post.headFrom()) || commanded.stream().anyMatch(b -> desk.isAt(b.id()));
    if (!CommandPosts.seesAll() && !takesPart) {
      throw Refusal.of(
              Refusal.Kind.UNKNOWN,
              "command.no-such-post",
              "There is no such command post, or you have no part in it.")
          .exception();
    }
    Mechanism mechanism = desk.mechanism(now);
    Rule centre = mechanism.first("centre_view").orElse(null);
    Map<String, String> shown =
        centre != null && centre.value() instanceof RuleValue.Table(var parts) ? parts : Map.of();
    List<BodyId> ids = commanded.stream().map(Body::id).toList();
    List<Order> open = register.open(desk.county(), ids);
    Set<UUID> late = orders.late(open, now);
    List<OrderRegister.Tally> tally = register.tally(desk.county(), ids, now.minus(COUNTED));
    List<Line> lines = new ArrayList<>();
    for (Body body : commanded) {
      List<Order> theirs = open.stream().filter(o -> o.to().body().equals(body.id())).toList();
      lines.add(
          new Line(
              body,
              theirs,
              theirs.stream().filter(o -> late.contains(o.id())).count(),
              theirs.stream()
                  .filter(o -> o.times().startedAt() != null)
                  .max(Comparator.comparing((Order o) -> o.lastStep().at()))
                  .orElse(null),
              tally.stream().filter(t -> t.body().equals(body.id())).toList()));
    }
    return new View(
        post,
        mechanism.first("command_view").orElse(null),
        mechanism.names("command_view"),
        centre,
        List.copyOf(shown.values()),
        lines,
        late,
        ended(post),
        shown.containsKey("incidents") ? incidents.of(ids) : List.of(),
        shown.containsKey("off-site") ? leads.of(ids) : List.of());
  }

  private List<Order> ended(Post post) {
    return register
        .list(desk.county(), List.of(post.headFrom()), null, false, null, NEWEST)
        .stream()
        .filter(o -> o.post().equals(post.id()) && !o.stage().isOpen())
        .sorted(Comparator.comparing((Order o) -> o.lastStep().at()).reversed())
        .limit(SHOWN)
        .toList();
  }
}
