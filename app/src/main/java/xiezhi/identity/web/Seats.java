package xiezhi.identity.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiezhi.identity.Accounts.Post;
import xiezhi.identity.Directory.Desk;
import xiezhi.identity.application.ViewAccounts;
import xiezhi.shared.BodyId;

/** Posts with the names of their bodies. */
final class Seats {
  private final List<Post> posts;
  private final Map<BodyId, Desk> desks;

  Seats(ViewAccounts view, List<Post> posts, BodyId... more) {
    this.posts = posts;
    Set<BodyId> bodies = new HashSet<>(List.of(more));
    posts.forEach(post -> bodies.add(post.body()));
    this.desks = view.desks(bodies);
  }

  DeskResponse desk(BodyId body) {
    Desk desk = desks.get(body);
    return new DeskResponse(body.value(), desk == null ? body.value() : desk.name());
  }

  List<SeatResponse> all() {
    return of(posts);
  }

  List<SeatResponse> of(List<Post> some) {
    return some.stream()
        .map(p -> new SeatResponse(desk(p.body()), List.copyOf(p.roles())))
        .toList();
  }
}
