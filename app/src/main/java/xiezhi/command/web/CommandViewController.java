package xiezhi.command.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.command.application.ViewCommand;
import xiezhi.command.domain.Order;
import xiezhi.command.domain.OrderRegister.Tally;
import xiezhi.mechanism.Rule;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Ground;

@RestController
@Tag(name = "command")
class CommandViewController {
  private final ViewCommand views;
  private final Bodies bodies;

  CommandViewController(ViewCommand views, Bodies bodies) {
    this.views = views;
    this.bodies = bodies;
  }

  /**
   * @param orders given in the last ninety days, and how many of them are carried out, late,
   *     refused
   */
  record CommandTally(long orders, long completed, long late, long refused) {}

  /**
   * @param person empty where the body decides who goes
   * @param report what was done, or why not; empty while it is open
   */
  record CommandOrder(
      UUID id,
      BodyRef body,
      String person,
      String title,
      String stage,
      Instant due,
      boolean overdue,
      String report,
      Instant lastStepAt) {}

  /**
   * @param orders those that are open, the first due first
   * @param at where its people are, by the order they have begun; null if they are on none
   */
  record CommandLine(
      BodyRef body,
      List<CommandOrder> orders,
      long issued,
      long acknowledged,
      long started,
      long overdue,
      @Nullable String at,
      @Nullable UUID atOrder,
      @Nullable Instant since,
      CommandTally tally) {}

  record CommandIncident(UUID id, String title, String address, Instant happenedAt) {}

  record CommandLead(UUID matter, String kind, Instant firstAt) {}

  /**
   * @param sections what the county wants in one place
   * @param centre what its command centre shows
   * @param ended the orders of this post that ended last
   */
  record CommandView(
      String post,
      String name,
      List<String> sections,
      @Nullable Ground ground,
      List<String> centre,
      @Nullable Ground centreGround,
      List<CommandLine> bodies,
      List<CommandOrder> ended,
      List<CommandIncident> incidents,
      List<CommandLead> leads) {}

  @GetMapping("/api/command-posts/{id}/view")
  @Operation(
      operationId = "getCommandView",
      summary = "The post's bodies: orders, where each is, what is late; incidents, device leads")
  CommandView getCommandView(@PathVariable String id) {
    ViewCommand.View v = views.of(id);
    Rule rule = v.rule();
    Rule centre = v.centre();
    return new CommandView(
        v.post().id(),
        v.post().name(),
        v.sections(),
        rule == null ? null : rule.ground(),
        v.shown(),
        centre == null ? null : centre.ground(),
        v.bodies().stream().map(l -> line(l, v.late())).toList(),
        v.ended().stream().map(o -> order(o, bodies.ref(o.to().body()), false)).toList(),
        v.incidents().stream()
            .map(i -> new CommandIncident(i.id(), i.title(), i.address(), i.happenedAt()))
            .toList(),
        v.leads().stream()
            .map(l -> new CommandLead(l.matter().value(), l.kind(), l.firstAt()))
            .toList());
  }

  private static CommandOrder order(Order o, BodyRef body, boolean late) {
    return new CommandOrder(
        o.id(),
        body,
        o.to().person(),
        o.task().title(),
        o.stage().key(),
        o.slot().due(),
        late,
        o.report(),
        o.lastStep().at());
  }

  private static CommandLine line(ViewCommand.Line l, Set<UUID> late) {
    Body body = l.body();
    BodyRef ref = new BodyRef(body.id().value(), body.name());
    Order here = l.here();
    return new CommandLine(
        ref,
        l.open().stream().map(o -> order(o, ref, late.contains(o.id()))).toList(),
        count(l, Order.Stage.ISSUED),
        count(l, Order.Stage.ACKNOWLEDGED),
        count(l, Order.Stage.STARTED),
        l.overdue(),
        here == null ? null : here.task().place(),
        here == null ? null : here.id(),
        here == null ? null : here.times().startedAt(),
        new CommandTally(
            sum(l.tally(), Order.Stage.values()),
            sum(l.tally(), Order.Stage.COMPLETED),
            l.tally().stream()
                .filter(t -> t.stage() == Order.Stage.COMPLETED)
                .mapToLong(Tally::late)
                .sum(),
            sum(l.tally(), Order.Stage.REFUSED)));
  }

  private static long count(ViewCommand.Line l, Order.Stage stage) {
    return l.open().stream().filter(o -> o.stage() == stage).count();
  }

  private static long sum(List<Tally> tally, Order.Stage... stages) {
    return tally.stream()
        .filter(t -> Arrays.asList(stages).contains(t.stage()))
        .mapToLong(Tally::orders)
        .sum();
  }
}
