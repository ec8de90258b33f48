package xiezhi.command.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.command.PublishedRoster;
import xiezhi.command.application.Bookings.Taken;
import xiezhi.command.domain.Absence;
import xiezhi.command.domain.Listed;
import xiezhi.command.domain.Order;
import xiezhi.command.domain.OrderRegister;
import xiezhi.command.domain.Post;
import xiezhi.command.domain.PostRegister;
import xiezhi.flow.Desk;
import xiezhi.identity.People;
import xiezhi.ledger.Ledger;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.organisation.Body;
import xiezhi.shared.BodyId;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 联合执法人员名单、装备、日历: who and what may be dispatched, and when they are free. */
@Service
@Transactional
public class KeepRoster implements PublishedRoster {
  private final Desk desk;
  private final CommandPosts posts;
  private final PostRegister register;
  private final OrderRegister orders;
  private final OrderDesk clocks;
  private final Bookings bookings;
  private final People people;
  private final Ledger ledger;

  KeepRoster(
      Desk desk,
      CommandPosts posts,
      PostRegister register,
      OrderRegister orders,
      OrderDesk clocks,
      Bookings bookings,
      People people,
      Ledger ledger) {
    this.desk = desk;
    this.posts = posts;
    this.register = register;
    this.orders = orders;
    this.clocks = clocks;
    this.bookings = bookings;
    this.people = people;
    this.ledger = ledger;
  }

  /**
   * Somebody or something to be put on the roster.
   *
   * @param account the officer's; null for equipment
   */
  public record Listing(
      String post,
      BodyId body,
      @Nullable String account,
      @Nullable String name,
      String certificate) {}

  /** By who commands at the post; with it the name is published. */
  public UUID list(Listing l) {
    Instant now = desk.now();
    Post post = posts.get(now, l.post());
    mayList(post).orThrow();
    String name =
        l.account() == null
            ? Texts.required("name", l.name(), 100)
            : people.in(l.body()).stream()
                .filter(s -> s.account().value().equals(l.account()))
                .map(People.Seat::name)
                .findFirst()
                .orElseThrow(
                    () ->
                        Refusal.of(
                                Refusal.Kind.RULE,
                                "command.not-at-that-body",
                                "Nobody of that account works at " + desk.name(l.body()) + ".",
                                Map.of("body", desk.name(l.body())))
                            .exception());
    boolean already =
        l.account() != null
            && register.roster(desk.county(), post.id()).stream()
                .anyMatch(x -> l.account().equals(x.account()));
    if (already) {
      throw Refusal.of(
              Refusal.Kind.CONFLICT,
              "command.listed-already",
              name + " is on this roster already.",
              Map.of("name", name))
          .exception();
    }
    Listed listed =
        new Listed(
            Ids.next(),
            post.id(),
            l.account() == null ? Listed.Kind.EQUIPMENT : Listed.Kind.OFFICER,
            l.account(),
            name,
            l.body(),
            Texts.required("certificate", l.certificate(), 60),
            now,
            desk.step(now, "").by(),
            null,
            "",
            0);
    register.list(desk.county(), listed);
    record(now, "roster.listed", listed, "");
    return listed.id();
  }

  private Permission mayList(Post post) {
    Permission commands = posts.mayCommand(post);
    return commands.isAllowed()
        ? commands
        : posts.maySeat(post).isAllowed() ? posts.maySeat(post) : commands;
  }

  public void unlist(UUID id, int version, String reason) {
    Instant now = desk.now();
    Listed l = register.listed(desk.county(), id).orElseThrow(() -> noSuchEntry().exception());
    if (l.version() != version || l.removedAt() != null) {
      throw OrderRegister.changedMeanwhile().exception();
    }
    mayList(posts.get(now, l.post())).orThrow();
    String why = Texts.required("reason", reason, 500);
    Listed off =
        new Listed(
            l.id(),
            l.post(),
            l.kind(),
            l.account(),
            l.name(),
            l.body(),
            l.certificate(),
            l.listedAt(),
            l.listedBy(),
            now,
            why,
            version + 1);
    register.unlist(desk.county(), off);
    record(now, "roster.unlisted", off, why);
  }

  private void record(Instant now, String act, Listed l, String reason) {
    ledger.record(
        now,
        act,
        "roster:" + l.id(),
        null,
        Map.of(
            "post", l.post(),
            "name", l.name(),
            "body", l.body().value(),
            "certificate", l.certificate(),
            "reason", reason));
  }

  private static Refusal noSuchEntry() {
    return Refusal.of(
        Refusal.Kind.UNKNOWN, "command.no-such-entry", "There is no such entry on a roster.");
  }

  /** 不在岗、停用: a person says it of themselves, who commands of anybody on the roster. */
  public void absent(
      @Nullable String account, @Nullable UUID equipment, Instant from, Instant to, String reason) {
    Instant now = desk.now();
    var step = desk.step(now, Texts.required("reason", reason, 200));
    boolean own = account != null && account.equals(step.account());
    Listed entry =
        register.roster(desk.county(), null).stream()
            .filter(
                l ->
                    equipment != null
                        ? l.id().equals(equipment)
                        : account != null && account.equals(l.account()))
            .findFirst()
            .orElse(null);
    if (!own) {
      if (entry == null) {
        throw noSuchEntry().exception();
      }
      mayList(posts.get(now, entry.post())).orThrow();
    }
    if (!to.isAfter(from)) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "command.due-before-start",
              "An absence ends after it begins: " + from + " to " + to + ".",
              Map.of("from", from.toString(), "due", to.toString()))
          .exception();
    }
    register.absent(
        desk.county(),
        new Absence(Ids.next(), account, equipment, from, to, step.note(), step.by()));
  }

  // ------------------------------------------------------------------ whom to send

  /**
   * Somebody or something that could be sent.
   *
   * @param entry its entry on the roster; null for who is on none
   * @param open how many orders are open
   * @param overdue how many of those are late, as the heart says
   * @param taken when it is not free in that time, and why
   */
  public record Candidate(
      BodyId body,
      String bodyName,
      @Nullable String account,
      @Nullable UUID equipment,
      String name,
      @Nullable Listed entry,
      long open,
      long overdue,
      List<Taken> taken) {}

  /** All that a post commands, with its open work and what it is booked for in that time. */
  @Transactional(readOnly = true)
  public List<Candidate> candidates(String post, Instant from, Instant to) {
    Instant now = desk.now();
    Post p = posts.get(now, post);
    List<Body> bodies = posts.commanded(p);
    List<Listed> roster = register.roster(desk.county(), p.id());
    Map<BodyId, String> names = new HashMap<>();
    bodies.forEach(b -> names.put(b.id(), b.name()));
    Map<String, Who> all = new HashMap<>();
    for (Body b : bodies) {
      people
          .in(b.id())
          .forEach(s -> all.putIfAbsent(s.account().value(), new Who(b.id(), s.name())));
    }
    roster.stream()
        .filter(l -> l.account() != null)
        .forEach(
            l -> all.putIfAbsent(Objects.requireNonNull(l.account()), new Who(l.body(), l.name())));
    List<Order> open =
        orders.open(
            desk.county(),
            java.util.stream.Stream.concat(
                    bodies.stream().map(Body::id), roster.stream().map(Listed::body))
                .collect(Collectors.toSet()));
    Set<UUID> late = clocks.late(open, now);
    List<UUID> things =
        roster.stream().filter(l -> l.kind() == Listed.Kind.EQUIPMENT).map(Listed::id).toList();
    List<Taken> taken = bookings.taken(all.keySet(), things, from, to);
    List<Candidate> found = new ArrayList<>();
    for (Body b : bodies) {
      found.add(candidate(new Who(b.id(), ""), b.name(), null, null, null, open, late, List.of()));
    }
    all.forEach(
        (account, who) ->
            found.add(
                candidate(
                    who,
                    names.getOrDefault(who.body(), desk.name(who.body())),
                    account,
                    null,
                    roster.stream()
                        .filter(l -> account.equals(l.account()))
                        .findFirst()
                        .orElse(null),
                    open,
                    late,
                    taken.stream().filter(t -> account.equals(t.account())).toList())));
    for (Listed l : roster) {
      if (l.kind() == Listed.Kind.EQUIPMENT) {
        found.add(
            candidate(
                new Who(l.body(), l.name()),
                desk.name(l.body()),
                null,
                l.id(),
                l,
                open,
                late,
                taken.stream().filter(t -> l.id().equals(t.equipment())).toList()));
      }
    }
    found.sort(
        Comparator.comparing(Candidate::bodyName)
            .thenComparingLong(Candidate::open)
            .thenComparing(Candidate::name));
    return found;
  }

  private record Who(BodyId body, String name) {}

  private static Candidate candidate(
      Who who,
      String bodyName,
      @Nullable String account,
      @Nullable UUID equipment,
      @Nullable Listed entry,
      List<Order> open,
      Set<UUID> late,
      List<Taken> taken) {
    List<Order> theirs =
        open.stream()
            .filter(
                o ->
                    account != null
                        ? account.equals(o.to().account())
                        : equipment != null
                            ? o.equipment().contains(equipment)
                            : who.body().equals(o.to().body()))
            .toList();
    return new Candidate(
        who.body(),
        bodyName,
        account,
        equipment,
        who.name(),
        entry,
        theirs.size(),
        theirs.stream().filter(o -> late.contains(o.id())).count(),
        taken);
  }

  // ------------------------------------------------------------------ what the public sees

  /** The roster of every post whose rules want it public, by post. */
  @Override
  @Transactional(readOnly = true)
  public List<PublishedRoster.Line> published() {
    Instant now = desk.now();
    Rule rule =
        desk.mechanism(now).governing("roster_public", Facts.NONE).stream()
            .filter(r -> r.duty().equals("roster_public.area"))
            .filter(r -> r.value() instanceof RuleValue.Flag(var on) && on)
            .findFirst()
            .orElse(null);
    if (rule == null) {
      return List.of();
    }
    Map<String, Post> named =
        posts.all(now).stream().collect(Collectors.toMap(Post::id, p -> p, (a, _) -> a));
    Set<Listed.Kind> people = Set.of(Listed.Kind.OFFICER);
    return register.roster(desk.county(), null).stream()
        .filter(l -> people.contains(l.kind()) && named.containsKey(l.post()))
        .map(
            l ->
                new PublishedRoster.Line(
                    Objects.requireNonNull(named.get(l.post())).name(),
                    l.name(),
                    desk.name(l.body()),
                    l.certificate(),
                    l.listedAt(),
                    rule.ground()))
        .toList();
  }

  /** Everything on the rosters now. */
  @Transactional(readOnly = true)
  public List<Listed> roster(@Nullable String post) {
    return register.roster(desk.county(), post);
  }
}
