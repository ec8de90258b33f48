package xiezhi.command.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.command.domain.Post;
import xiezhi.command.domain.PostRegister;
import xiezhi.command.domain.Seat;
import xiezhi.flow.Desk;
import xiezhi.identity.People;
import xiezhi.ledger.Ledger;
import xiezhi.shared.BodyId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 召集人、片长、成员: who sits in the seats of a command post; an empty one is shown as empty. */
@Service
@Transactional
public class FillSeats {
  private final Desk desk;
  private final CommandPosts posts;
  private final PostRegister register;
  private final People people;
  private final Ledger ledger;

  FillSeats(Desk desk, CommandPosts posts, PostRegister register, People people, Ledger ledger) {
    this.desk = desk;
    this.posts = posts;
    this.register = register;
    this.people = people;
    this.ledger = ledger;
  }

  /**
   * A seat as the screens show it.
   *
   * @param from the body whose person sits there; null where the directory has none here
   * @param candidates who could sit there; empty for those who may not fill it
   */
  public record Place(
      String seat, @Nullable BodyId from, @Nullable Seat held, List<Candidate> candidates) {}

  public record Candidate(String account, String name) {}

  /** A post with its seats, the head's first. */
  public record View(Post post, List<Place> places, Map<String, Permission> acts) {
    /** Seats that wait for somebody: the head's only where nobody else commands. */
    public long vacant() {
      return places.stream()
          .filter(p -> p.held() == null)
          .filter(p -> !p.seat().equals(Post.HEAD) || post.by() == Post.By.HEAD)
          .count();
    }
  }

  @Transactional(readOnly = true)
  public List<View> all() {
    Instant now = desk.now();
    return posts.all(now).stream().map(p -> view(p, false)).toList();
  }

  @Transactional(readOnly = true)
  public View one(String post) {
    return view(posts.get(desk.now(), post), true);
  }

  private View view(Post post, boolean withCandidates) {
    Map<String, Seat> seats = posts.seats(post);
    Permission maySeat = posts.maySeat(post);
    List<Place> places = new ArrayList<>();
    places.add(
        place(post, Post.HEAD, post.headFrom(), seats, withCandidates && maySeat.isAllowed()));
    for (Post.Place p : post.places()) {
      places.add(place(post, p.seat(), p.body(), seats, withCandidates && maySeat.isAllowed()));
    }
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("fillSeat", maySeat);
    acts.put("issueOrder", posts.mayCommand(post));
    return new View(post, places, acts);
  }

  private Place place(
      Post post, String seat, @Nullable BodyId from, Map<String, Seat> seats, boolean candidates) {
    Seat held = seats.get(seat);
    return new Place(
        seat,
        from,
        held == null || held.isVacant() ? null : held,
        candidates && from != null ? candidates(post, seat, from) : List.of());
  }

  private List<Candidate> candidates(Post post, String seat, BodyId from) {
    String role = seat.equals(Post.HEAD) ? post.headRole() : null;
    return people.in(from).stream()
        .filter(s -> role == null || s.role().name().equals(role))
        .map(s -> new Candidate(s.account().value(), s.name()))
        .distinct()
        .toList();
  }

  /** Somebody of the seat's own body; anybody else is refused, with the rule as the ground. */
  public void fill(String id, String seat, String account) {
    Instant now = desk.now();
    Post post = posts.get(now, id);
    posts.maySeat(post).orThrow();
    BodyId from = post.bodyOf(seat);
    if (from == null) {
      throw noSuchSeat(post, seat).exception();
    }
    Candidate chosen =
        candidates(post, seat, from).stream()
            .filter(c -> c.account().equals(account))
            .findFirst()
            .orElseThrow(
                () ->
                    CommandPosts.refusal(
                            Refusal.Kind.RULE,
                            "command.not-of-that-post",
                            "In this seat sits somebody of %s%s."
                                .formatted(
                                    desk.name(from),
                                    post.headRole() != null && seat.equals(Post.HEAD)
                                        ? " who signs for it"
                                        : ""),
                            post,
                            account)
                        .exception());
    put(now, post, seat, chosen.account(), chosen.name(), "seat.filled", "");
  }

  public void vacate(String id, String seat, String reason) {
    Instant now = desk.now();
    Post post = posts.get(now, id);
    posts.maySeat(post).orThrow();
    Seat held = posts.seats(post).get(seat);
    if (held == null || held.isVacant()) {
      throw noSuchSeat(post, seat).exception();
    }
    put(now, post, seat, null, "", "seat.vacated", Texts.required("reason", reason, 500));
  }

  private void put(
      Instant now,
      Post post,
      String seat,
      @Nullable String account,
      String name,
      String act,
      String reason) {
    Seat before = posts.seats(post).get(seat);
    register.seat(
        desk.county(),
        new Seat(
            post.id(),
            seat,
            account,
            name,
            now,
            desk.step(now, "").by(),
            before == null ? 0 : before.version() + 1));
    ledger.record(
        now,
        act,
        "post:" + post.id(),
        null,
        Map.of(
            "post",
            post.name(),
            "seat",
            seat,
            "name",
            account == null && before != null ? before.name() : name,
            "reason",
            reason));
  }

  private static Refusal noSuchSeat(Post post, String seat) {
    return CommandPosts.refusal(
        Refusal.Kind.UNKNOWN,
        "command.no-such-seat",
        post.name() + " has no such seat, or nobody sits in it, or no body here could fill it.",
        post,
        seat);
  }
}
