package xiezhi.identity.application;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import xiezhi.identity.Accounts.Post;
import xiezhi.identity.Directory;
import xiezhi.shared.AccountId;
import xiezhi.shared.BodyId;
import xiezhi.shared.Role;

/** Who sits where: brings an account's seats to what is wanted. */
@Component
class Posts {
  private record Place(BodyId body, Role role) {}

  private final AccountStore accounts;
  private final Directory directory;

  Posts(AccountStore accounts, Directory directory) {
    this.accounts = accounts;
    this.directory = directory;
  }

  void set(AccountId account, List<Post> wanted, Instant now) {
    var known = directory.desks(wanted.stream().map(Post::body).toList());
    for (Post post : wanted) {
      if (!known.containsKey(post.body())) {
        throw IdentityRefusals.noSuchBody(post.body());
      }
    }
    Set<Place> has = places(accounts.posts(account));
    Set<Place> shall = places(wanted);
    Set<Place> lost = new HashSet<>(has);
    lost.removeAll(shall);
    lost.forEach(p -> accounts.closeSeat(account, p.body(), p.role(), now));
    for (Post post : wanted) {
      for (Role role : post.roles()) {
        if (!has.contains(new Place(post.body(), role))) {
          accounts.openSeat(account, post.body(), role, now);
        }
      }
    }
  }

  private static Set<Place> places(List<Post> posts) {
    return posts.stream()
        .flatMap(post -> post.roles().stream().map(role -> new Place(post.body(), role)))
        .collect(toSet());
  }

  static List<String> asFacts(List<Post> posts) {
    return posts.stream()
        .flatMap(post -> post.roles().stream().sorted().map(role -> post.body() + " " + role))
        .toList();
  }
}
