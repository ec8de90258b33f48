package xiezhi.command.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.TimeLimit;
import xiezhi.command.domain.Listed;
import xiezhi.command.domain.Order;
import xiezhi.command.domain.OrderRegister;
import xiezhi.command.domain.Post;
import xiezhi.command.domain.PostRegister;
import xiezhi.command.domain.Seat;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.identity.People;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 下达指令、分派任务、组织联合执法行动: from a post to bodies and people under its command. */
@Service
@Transactional
public class IssueOrders {
  /** As many bodies and people as one dispatch may name. */
  private static final int MOST = 50;

  private final Desk desk;
  private final CommandPosts posts;
  private final OrderDesk orders;
  private final OrderRegister register;
  private final PostRegister rosters;
  private final Bookings bookings;
  private final Bodies bodies;
  private final People people;
  private final Letters letters;

  IssueOrders(
      Desk desk,
      CommandPosts posts,
      OrderDesk orders,
      OrderRegister register,
      PostRegister rosters,
      Bookings bookings,
      Bodies bodies,
      People people,
      Letters letters) {
    this.desk = desk;
    this.posts = posts;
    this.orders = orders;
    this.register = register;
    this.rosters = rosters;
    this.bookings = bookings;
    this.bodies = bodies;
    this.people = people;
    this.letters = letters;
  }

  /** A body, or somebody in it. */
  public record To(BodyId body, @Nullable String account) {}

  /**
   * What is typed.
   *
   * @param from when it begins; null: now
   * @param equipment of the roster, that goes with it
   * @param despiteClash give it although somebody or something is booked for that time
   */
  public record Issuing(
      String post,
      Order.Kind kind,
      List<To> to,
      String title,
      String content,
      String place,
      @Nullable String division,
      @Nullable Instant from,
      @Nullable Instant due,
      List<UUID> equipment,
      @Nullable MatterId matter,
      boolean despiteClash) {}

  /** The same to each; each answers for itself. */
  public UUID issue(Issuing i) {
    Instant now = desk.now();
    Post post = posts.get(now, i.post());
    if (i.to().isEmpty() || i.to().size() > MOST) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "command.nobody-ordered",
              "Say whom it orders: 1 to "
                  + MOST
                  + " bodies or people; found "
                  + i.to().size()
                  + ".",
              Map.of("found", i.to().size(), "most", MOST))
          .exception();
    }
    List<Listed> roster = rosters.roster(desk.county(), null);
    Desk.require(
        posts.mayCommand(post),
        mayBeOf(i.kind(), now),
        desk.mechanism(now).gates("order.issue", facts(post, i, roster)),
        areUnderCommand(post, i, roster));
    List<Order.Assignee> assignees = i.to().stream().map(this::assignee).toList();
    Order.Slot slot = slot(i, now);
    String clash = clash(i, slot, roster);
    Matter matter = i.matter() == null ? null : desk.matter(i.matter());
    Order.Task task =
        new Order.Task(
            Texts.required("title", i.title(), 200),
            Texts.required("content", i.content(), 5_000),
            Texts.optional("place", i.place(), 500),
            i.division());
    String things =
        roster.stream()
            .filter(l -> i.equipment().contains(l.id()))
            .map(l -> l.name() + " " + l.certificate())
            .collect(Collectors.joining("、"));
    UUID dispatch = Ids.next();
    for (Order.Assignee to : assignees) {
      issue(now, post, dispatch, i, to, task, slot, clash, things, matter);
    }
    return dispatch;
  }

  private void issue(
      Instant now,
      Post post,
      UUID dispatch,
      Issuing i,
      Order.Assignee to,
      Order.Task task,
      Order.Slot slot,
      String clash,
      String things,
      @Nullable Matter matter) {
    Order.Head head = head(post);
    Letters.Letter letter =
        letters.issue(
            "command-order",
            bodies.legalBodyOf(post.headFrom()).id(),
            desk.today(now),
            words(post, head, to, task, slot, things));
    Change<Order> change =
        Order.issue(
            new Order(
                Ids.next(),
                dispatch,
                i.kind(),
                post.id(),
                post.headFrom(),
                head,
                to,
                task,
                slot,
                i.equipment(),
                clash,
                i.matter(),
                Order.Stage.ISSUED,
                new Order.Times(now, null, null, null),
                "",
                List.of(),
                new Order.Letter(letter.id(), letter.number()),
                desk.step(now, clash),
                0));
    register.insert(desk.county(), change.after());
    // the heart counts from now: whatever is left of a minute is the assignee's
    long minutes = (Duration.between(now, slot.due()).toSeconds() + 59) / 60;
    orders.told(now, change, matter, TimeLimit.of(Math.toIntExact(minutes), TimeLimit.Unit.MINUTE));
    orders.notify(now, change.after(), to.body(), change.event());
  }

  private Order.Head head(Post post) {
    Seat seat = posts.head(post);
    var actor = CurrentActor.get();
    return seat == null || post.by() != Post.By.HEAD
        ? new Order.Head(post.head(), actor.account().value(), actor.name())
        : new Order.Head(post.head(), Objects.requireNonNull(seat.account()), seat.name());
  }

  private Map<String, Object> words(
      Post post,
      Order.Head head,
      Order.Assignee to,
      Order.Task task,
      Order.Slot slot,
      String things) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("to", desk.name(to.body()) + (to.person().isEmpty() ? "" : " " + to.person()));
    data.put("title", task.title());
    data.put("content", task.content());
    data.put("place", task.place());
    data.put("from", desk.minute(slot.from()));
    data.put("due", desk.minute(slot.due()));
    data.put("equipment", things);
    data.put("post", post.name());
    data.put("head", head.title() + " " + head.name());
    return data;
  }

  // ------------------------------------------------------------------ what stands against it

  private Permission mayBeOf(Order.Kind kind, Instant now) {
    return kind != Order.Kind.JOINT || !joint(desk.mechanism(now)).isEmpty()
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "command.no-joint-actions",
                "The rules of this county name nobody who starts joint actions by order; call a"
                    + " meeting, or order each body by itself."));
  }

  static List<xiezhi.mechanism.Rule> joint(Mechanism mechanism) {
    return mechanism.governing("joint_dispatch", Facts.NONE);
  }

  private static Facts facts(Post post, Issuing i, List<Listed> roster) {
    Set<String> fields = new TreeSet<>();
    if (!i.place().isBlank()) {
      fields.add("order-place");
    }
    if (!i.content().isBlank()) {
      fields.add("order-content");
    }
    if (i.due() != null) {
      fields.add("order-due");
    }
    Set<String> listed = officers(roster);
    return Facts.NONE
        .with("activity", i.kind().key())
        .with("post-head", post.head())
        .with(
            "on-roster",
            i.to().stream().allMatch(t -> t.account() != null && listed.contains(t.account())))
        .with("fields", List.copyOf(fields));
  }

  private static Set<String> officers(List<Listed> roster) {
    return roster.stream()
        .filter(l -> l.kind() == Listed.Kind.OFFICER)
        .map(l -> Objects.requireNonNull(l.account()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Its bodies, and whoever is on its roster though they are another's: 下沉执法人员. */
  private Permission areUnderCommand(Post post, Issuing i, List<Listed> roster) {
    Set<String> sunk = officers(roster.stream().filter(l -> l.post().equals(post.id())).toList());
    List<String> others = new ArrayList<>();
    for (To to : i.to()) {
      Body body = bodies.get(to.body());
      boolean ours = post.commands(body.kind().key(), body.division());
      if (!ours && (to.account() == null || !sunk.contains(to.account()))) {
        others.add(body.name());
      }
    }
    return others.isEmpty()
        ? Permission.allowed()
        : Permission.refused(
            CommandPosts.refusal(
                Refusal.Kind.RULE,
                "command.not-under-command",
                post.name() + " does not command " + String.join(", ", others) + ".",
                post,
                String.join("、", others)));
  }

  private Order.Assignee assignee(To to) {
    if (to.account() == null) {
      return new Order.Assignee(to.body(), null, "");
    }
    return people.in(to.body()).stream()
        .filter(s -> s.account().value().equals(to.account()))
        .findFirst()
        .map(s -> new Order.Assignee(to.body(), to.account(), s.name()))
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.RULE,
                        "command.not-at-that-body",
                        "Nobody of that account works at " + desk.name(to.body()) + ".",
                        Map.of("body", desk.name(to.body())))
                    .exception());
  }

  private static Order.Slot slot(Issuing i, Instant now) {
    if (i.due() == null) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "field.missing",
              "The field due is missing.",
              Map.of("field", "due"))
          .exception();
    }
    if (!i.due().isAfter(now)) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "command.due-in-the-past",
              "An order is due after it is given: " + i.due() + ".",
              Map.of("due", i.due().toString()))
          .exception();
    }
    return new Order.Slot(i.from() == null ? now : i.from(), i.due());
  }

  /** Warned of once; whoever gives it all the same says so, and it is kept with the order. */
  private String clash(Issuing i, Order.Slot slot, List<Listed> roster) {
    Set<UUID> things =
        roster.stream()
            .filter(l -> l.kind() == Listed.Kind.EQUIPMENT)
            .map(Listed::id)
            .collect(Collectors.toSet());
    List<UUID> unknown = i.equipment().stream().filter(e -> !things.contains(e)).toList();
    if (!unknown.isEmpty()) {
      throw Refusal.of(
              Refusal.Kind.UNKNOWN,
              "command.no-such-equipment",
              "There is no such equipment on a roster here.",
              Map.of("found", unknown.stream().map(UUID::toString).toList()))
          .exception();
    }
    List<String> accounts = i.to().stream().map(To::account).filter(Objects::nonNull).toList();
    List<String> clashes = bookings.clashes(accounts, i.equipment(), slot.from(), slot.due());
    if (!clashes.isEmpty() && !i.despiteClash()) {
      throw Refusal.of(
              Refusal.Kind.CONFLICT,
              "command.double-booked",
              "Booked for that time already: " + String.join("; ", clashes) + ".",
              Map.of("clashes", clashes))
          .exception();
    }
    return String.join("；", clashes);
  }
}
