package xiezhi.command.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.command.domain.Post;
import xiezhi.command.domain.PostRegister;
import xiezhi.command.domain.Seat;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.organisation.Division;
import xiezhi.organisation.Divisions;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ground;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;

/** The command posts that the county's rules name, and who sits there. */
@Component
public class CommandPosts {
  private final Desk desk;
  private final Bodies bodies;
  private final Divisions divisions;
  private final PostRegister register;

  CommandPosts(Desk desk, Bodies bodies, Divisions divisions, PostRegister register) {
    this.desk = desk;
    this.bodies = bodies;
    this.divisions = divisions;
    this.register = register;
  }

  static boolean seesAll() {
    Actor actor = CurrentActor.get();
    return actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR);
  }

  /** All of the county, in the order of its rules and townships. */
  List<Post> all(Instant now) {
    List<Body> directory = bodies.of(desk.county());
    List<Post> found = new ArrayList<>();
    Mechanism mechanism = desk.mechanism(now);
    for (Rule rule : mechanism.governing("command_post", Facts.NONE)) {
      if (!(rule.value() instanceof RuleValue.Table(var table))) {
        continue;
      }
      if ("township".equals(table.get("per"))) {
        directory.stream()
            .filter(b -> b.kind() == BodyKind.TOWNSHIP && b.division() != null)
            .map(b -> ofTownship(rule, table, b, directory, wanted(mechanism, table)))
            .forEach(found::add);
      } else {
        ofCounty(rule, table, wanted(mechanism, table)).ifPresent(found::add);
      }
    }
    return found;
  }

  Post get(Instant now, String id) {
    return all(now).stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "command.no-such-post",
                        "The rules of this county name no such command post.",
                        Map.of("post", id))
                    .exception());
  }

  /** The area that the township of that division belongs to; empty where there are no areas. */
  Optional<Post> areaOf(Instant now, String division) {
    return all(now).stream()
        .filter(p -> !p.id().contains("@") && p.divisions().contains(division))
        .findFirst();
  }

  /** What the rules say of how many heads there must be, of each township or area. */
  private static Post.@Nullable Wanted wanted(Mechanism mechanism, Map<String, String> table) {
    return mechanism.governing("chiefs_per_area", Facts.NONE).stream()
        .filter(
            r ->
                r.value() instanceof RuleValue.Quota q && Objects.equals(q.per(), table.get("per")))
        .map(r -> new Post.Wanted(((RuleValue.Quota) r.value()).words(), r.ground()))
        .findFirst()
        .orElse(null);
  }

  private Post ofTownship(
      Rule rule,
      Map<String, String> table,
      Body township,
      List<Body> all,
      Post.@Nullable Wanted wanted) {
    String division = Objects.requireNonNull(township.division());
    List<Post.Place> places = new ArrayList<>();
    Post.members(table.getOrDefault("members", ""))
        .forEach(
            (seat, selector) ->
                places.add(new Post.Place(seat, selected(selector, division, all))));
    return post(
        rule,
        table,
        rule.id() + "@" + division,
        township.shortName() + table.getOrDefault("name", rule.id()),
        township.id(),
        Set.of(division),
        places,
        wanted);
  }

  private static @Nullable BodyId selected(String selector, String division, List<Body> all) {
    int at = selector.indexOf(':');
    String kind = at < 0 ? selector : selector.substring(0, at);
    String named = at < 0 ? "" : selector.substring(at + 1);
    return all.stream()
        .filter(b -> division.equals(b.division()) && b.kind().key().equals(kind))
        .filter(b -> b.name().contains(named))
        .map(Body::id)
        .findFirst()
        .orElse(null);
  }

  private Optional<Post> ofCounty(
      Rule rule, Map<String, String> table, Post.@Nullable Wanted wanted) {
    Set<String> names = new HashSet<>(Post.words(table.getOrDefault("divisions", "")));
    Set<String> codes =
        names.isEmpty()
            ? Set.of()
            : divisions.of(desk.county()).stream()
                .filter(d -> names.contains(d.name()))
                .map(Division::code)
                .collect(Collectors.toSet());
    return bodies
        .named(desk.county(), table.getOrDefault("head-from", ""))
        .map(
            from ->
                post(
                    rule,
                    table,
                    rule.id(),
                    table.getOrDefault("name", rule.id()),
                    from.id(),
                    codes,
                    List.of(),
                    wanted));
  }

  private static Post post(
      Rule rule,
      Map<String, String> table,
      String id,
      String name,
      BodyId headFrom,
      Set<String> codes,
      List<Post.Place> places,
      Post.@Nullable Wanted wanted) {
    String role = table.get("head-role");
    return new Post(
        id,
        name,
        table.getOrDefault("head", ""),
        headFrom,
        role == null ? null : role.toUpperCase(Locale.ROOT),
        Post.by(table.getOrDefault("by", "head")),
        codes,
        Set.copyOf(Post.words(table.getOrDefault("to", ""))),
        places,
        rule.ground(),
        wanted);
  }

  // ------------------------------------------------------------------ who sits there

  /** The seats of a post that were ever filled, by name. */
  Map<String, Seat> seats(Post post) {
    return register.seats(desk.county()).stream()
        .filter(s -> s.post().equals(post.id()))
        .collect(Collectors.toMap(Seat::seat, Function.identity()));
  }

  @Nullable Seat head(Post post) {
    Seat seat = seats(post).get(Post.HEAD);
    return seat == null || seat.isVacant() ? null : seat;
  }

  /** Whether the actor gives orders from there. */
  Permission mayCommand(Post post) {
    return switch (post.by()) {
      case BODY -> desk.mayActFor(post.headFrom());
      case SIGNER -> desk.maySignFor(post.headFrom());
      case HEAD -> {
        Seat head = head(post);
        String account = CurrentActor.get().account().value();
        yield head != null && account.equals(head.account())
            ? Permission.allowed()
            : Permission.refused(
                refusal(
                    Refusal.Kind.FORBIDDEN,
                    head == null ? "command.head-vacant" : "command.not-the-head",
                    head == null
                        ? "Nobody sits in the seat of %s of %s; only they command there."
                            .formatted(post.head(), post.name())
                        : "Orders of %s are given by its %s, %s."
                            .formatted(post.name(), post.head(), head.name()),
                    post,
                    head == null ? "" : head.name()));
      }
    };
  }

  /** Whoever coordinates the county, and who signs for the body of the head. */
  Permission maySeat(Post post) {
    return CurrentActor.get().has(Role.COORDINATOR)
        ? Permission.allowed()
        : desk.maySignFor(post.headFrom());
  }

  static Refusal refusal(Refusal.Kind kind, String code, String message, Post post, String found) {
    return new Refusal(
        kind,
        code,
        message,
        Map.of("post", post.name(), "head", post.head(), "found", found),
        List.<Ground>of(post.ground()));
  }

  // ------------------------------------------------------------------ whom it commands

  /** The bodies under its command. */
  List<Body> commanded(Post post) {
    return bodies.of(desk.county()).stream()
        .filter(b -> post.commands(b.kind().key(), b.division()))
        .toList();
  }

  /** Roles of what a post does, for rules to name. */
  static Map<String, BodyId> roles(BodyId commander, BodyId other) {
    Map<String, BodyId> roles = new LinkedHashMap<>();
    roles.put("commander", commander);
    roles.put("ordered", other);
    roles.put("owner", other);
    roles.put("sender", commander);
    roles.put("receiver", other);
    return roles;
  }
}
