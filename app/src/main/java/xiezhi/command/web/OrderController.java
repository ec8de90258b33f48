package xiezhi.command.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.command.application.IssueOrders;
import xiezhi.command.application.WorkOnOrders;
import xiezhi.command.domain.Order;
import xiezhi.command.domain.Post;
import xiezhi.document.LetterDownload;
import xiezhi.flow.Clocks;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;
import xiezhi.shared.web.VersionRequest;

@RestController
@Tag(name = "command")
class OrderController {
  private final IssueOrders issuing;
  private final WorkOnOrders orders;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  OrderController(
      IssueOrders issuing,
      WorkOnOrders orders,
      Bodies bodies,
      Clocks clocks,
      Idempotency idempotency) {
    this.issuing = issuing;
    this.orders = orders;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  /**
   * @param account somebody in that body; left out, the body decides who goes
   */
  record OrderTo(@Nullable String body, @Nullable String account) {}

  /**
   * @param kind duty, task or joint
   * @param from left out: now
   * @param despiteClash give it although somebody or something is booked for that time
   */
  record OrderRequest(
      @Nullable String post,
      @Nullable String kind,
      @Nullable List<OrderTo> to,
      @Nullable String title,
      @Nullable String content,
      @Nullable String place,
      @Nullable String division,
      @Nullable Instant from,
      @Nullable Instant due,
      @Nullable List<UUID> equipment,
      @Nullable UUID matter,
      @Nullable Boolean despiteClash) {}

  record OrderNoteRequest(int version, @Nullable String note) {}

  record OrderReportRequest(int version, @Nullable String report, @Nullable List<UUID> photos) {}

  /**
   * @param person empty where the body decides who goes
   * @param clash what was booked for that time already, in words
   * @param report what was done, or why not
   */
  record OrderView(
      UUID id,
      UUID dispatch,
      String kind,
      String post,
      @Nullable String postName,
      BodyRef commander,
      String head,
      String headName,
      BodyRef body,
      String person,
      String title,
      String content,
      String place,
      @Nullable String division,
      Instant from,
      Instant due,
      List<OrderEquipment> equipment,
      String clash,
      @Nullable UUID matter,
      String stage,
      Instant issuedAt,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      String report,
      List<UUID> photos,
      String letterNumber,
      Instant lastStepAt,
      String lastStepBy,
      String lastStepNote,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  /** What goes with it, by its name and number on the roster. */
  record OrderEquipment(UUID id, String name, String number) {}

  record DispatchView(UUID id, List<OrderView> orders) {}

  /**
   * @param clock the obligation that is due first; null if none is open
   */
  record OrderLine(
      UUID id,
      UUID dispatch,
      String kind,
      BodyRef commander,
      String headName,
      BodyRef body,
      String person,
      String title,
      String place,
      Instant from,
      Instant due,
      String stage,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable UUID matter,
      @Nullable ObligationView clock,
      int version) {}

  @PostMapping("/api/orders")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "issueOrder",
      summary = "Order bodies or people under a post's command, each by an order of its own")
  DispatchView issueOrder(
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody OrderRequest r) {
    UUID made =
        idempotency.once(
            "issueOrder",
            key,
            r,
            () ->
                issuing.issue(
                    new IssueOrders.Issuing(
                        Typed.text(r.post()),
                        Typed.word("kind", Order.Kind.class, r.kind()),
                        Typed.list(
                            r.to(),
                            t -> new IssueOrders.To(Typed.body("to.body", t.body()), t.account())),
                        Typed.text(r.title()),
                        Typed.text(r.content()),
                        Typed.text(r.place()),
                        r.division(),
                        r.from(),
                        r.due(),
                        Typed.list(r.equipment()),
                        Typed.matterOrNone(r.matter()),
                        Boolean.TRUE.equals(r.despiteClash()))));
    return getDispatch(made);
  }

  @GetMapping("/api/dispatches/{id}")
  @Operation(operationId = "getDispatch", summary = "All orders given at once, as far as yours")
  DispatchView getDispatch(@PathVariable UUID id) {
    return new DispatchView(id, orders.dispatch(id).stream().map(this::view).toList());
  }

  @GetMapping("/api/orders")
  @Operation(operationId = "listOrders", summary = "Orders: mine, my desk's or the county's")
  Page<OrderLine> listOrders(
      @RequestParam(defaultValue = "desk") String whose,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    WorkOnOrders.Whose of = Typed.word("whose", WorkOnOrders.Whose.class, whose);
    return clocks.beside(
        Page.byId(after, limit, (last, most) -> orders.list(of, open, last, most), o -> o.id()),
        Order::reference,
        this::line);
  }

  @GetMapping("/api/orders/{id}")
  @Operation(operationId = "getOrder", summary = "One order")
  OrderView getOrder(@PathVariable UUID id) {
    return view(orders.page(id));
  }

  @PostMapping("/api/orders/{id}/acknowledgement")
  @Operation(operationId = "acknowledgeOrder", summary = "Whoever was ordered has it")
  OrderView acknowledgeOrder(@PathVariable UUID id, @RequestBody VersionRequest r) {
    orders.acknowledge(id, r.version());
    return getOrder(id);
  }

  @PostMapping("/api/orders/{id}/start")
  @Operation(operationId = "startOrder", summary = "Whoever was ordered is there and begins")
  OrderView startOrder(@PathVariable UUID id, @RequestBody OrderNoteRequest r) {
    orders.start(id, r.version(), Typed.text(r.note()));
    return getOrder(id);
  }

  @PostMapping("/api/orders/{id}/completion")
  @Operation(operationId = "completeOrder", summary = "It is carried out, with words or photos")
  OrderView completeOrder(@PathVariable UUID id, @RequestBody OrderReportRequest r) {
    orders.complete(id, r.version(), Typed.text(r.report()), Typed.list(r.photos()));
    return getOrder(id);
  }

  @PostMapping("/api/orders/{id}/refusal")
  @Operation(operationId = "refuseOrder", summary = "It is not carried out, and on what ground")
  OrderView refuseOrder(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    orders.refuse(id, r.version(), Typed.text(r.reason()));
    return getOrder(id);
  }

  @PostMapping("/api/orders/{id}/withdrawal")
  @Operation(operationId = "withdrawOrder", summary = "Who commands takes it back")
  OrderView withdrawOrder(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    orders.withdraw(id, r.version(), Typed.text(r.reason()));
    return getOrder(id);
  }

  @GetMapping("/api/orders/{id}/letter")
  @Operation(operationId = "getOrderLetter", summary = "The order as Word or PDF")
  ResponseEntity<byte[]> getOrderLetter(
      @PathVariable UUID id, @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(orders.letter(id, LetterDownload.format(format)));
  }

  private OrderLine line(Order o, @Nullable ObligationView clock) {
    return new OrderLine(
        o.id(),
        o.dispatch(),
        o.kind().key(),
        bodies.ref(o.commander()),
        o.head().name(),
        bodies.ref(o.to().body()),
        o.to().person(),
        o.task().title(),
        o.task().place(),
        o.slot().from(),
        o.slot().due(),
        o.stage().key(),
        o.times().startedAt(),
        o.times().endedAt(),
        o.matter() == null ? null : o.matter().value(),
        clock,
        o.version());
  }

  private OrderView view(WorkOnOrders.Page page) {
    Order o = page.order();
    Post post = page.post();
    return new OrderView(
        o.id(),
        o.dispatch(),
        o.kind().key(),
        o.post(),
        post == null ? null : post.name(),
        bodies.ref(o.commander()),
        o.head().title(),
        o.head().name(),
        bodies.ref(o.to().body()),
        o.to().person(),
        o.task().title(),
        o.task().content(),
        o.task().place(),
        o.task().division(),
        o.slot().from(),
        o.slot().due(),
        page.equipment().stream()
            .map(e -> new OrderEquipment(e.id(), e.name(), e.certificate()))
            .toList(),
        o.clash(),
        o.matter() == null ? null : o.matter().value(),
        o.stage().key(),
        o.times().issuedAt(),
        o.times().acknowledgedAt(),
        o.times().startedAt(),
        o.times().endedAt(),
        o.report(),
        o.photos(),
        o.letter().number(),
        o.lastStep().at(),
        o.lastStep().by(),
        o.lastStep().note(),
        page.obligations(),
        o.version(),
        ActionView.of(page.acts()));
  }
}
