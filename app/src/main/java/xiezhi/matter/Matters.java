package xiezhi.matter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;

/** The matters of the actor's county. */
public interface Matters {
  /**
   * Refuses with {@code matter.unknown} if there is none, or none that the current actor may see.
   */
  Matter get(MatterId id);

  /** A new matter, with its number; its holder may see it from now on. */
  Matter register(NewMatter matter, Instant now);

  /**
   * Writes what a transition changed, if nobody else did before; refuses a lost race with {@code
   * matter.changed-meanwhile}.
   */
  void apply(Change<Matter> change);

  /**
   * Whether it may be closed: every flow is asked that has something to say (a suspected crime is
   * not closed by a penalty). {@link #apply} asks the same again, so that no closing goes past it.
   */
  Permission mayClose(Matter matter, Instant now);

  /** These bodies take part from now on, and so may see it. */
  void open(MatterId id, Collection<BodyId> to, Instant now);

  /**
   * Whether the actor works at the desk of that body (clerk, officer or signer), and so may act for
   * it.
   */
  Permission mayActFor(BodyId body);

  /** Number and subject of matters that the actor may see, for lists of other things. */
  Map<MatterId, Headline> headlines(Collection<MatterId> ids);

  record Headline(String number, String subject) {}

  /** What is known when a matter begins. */
  record NewMatter(
      String subject,
      BodyId holder,
      String source,
      Instant discoveredAt,
      Matter.Place place,
      Matter.Act act,
      List<Matter.Item> items,
      List<Matter.Party> parties,
      List<Matter.Article> articles,
      Matter.@org.jspecify.annotations.Nullable Urgency urgency) {}
}
