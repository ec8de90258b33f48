package xiezhi.obligation.application;

import org.springframework.stereotype.Component;
import xiezhi.obligation.domain.Obligation;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterAccess;
import xiezhi.shared.Role;

/**
 * Who knows of an obligation. One of a matter: whoever may see the matter. One of no matter: the
 * desks of debtor and creditor, and who coordinates or supervises. A confidential one: these two
 * desks and nobody else.
 */
@Component
class ObligationAccess {
  private final Bodies bodies;
  private final MatterAccess matters;

  ObligationAccess(Bodies bodies, MatterAccess matters) {
    this.bodies = bodies;
    this.matters = matters;
  }

  boolean maySee(Actor actor, Obligation o) {
    if (o.confidential()) {
      return isNamed(actor, o);
    }
    return o.matter() == null
        ? seesAll(actor) || isNamed(actor, o)
        : matters.maySee(actor, o.matter()).isAllowed();
  }

  /**
   * Whether the actor works at the desk that owes it or to which it is owed, or supervises in the
   * very body: complaints about conduct are owed by supervisors.
   */
  boolean isNamed(Actor actor, Obligation o) {
    boolean desk =
        works(actor)
            && bodies.deskOf(actor.body()).stream()
                .anyMatch((BodyId b) -> b.equals(o.debtor()) || b.equals(o.creditor()));
    return desk || (actor.has(Role.SUPERVISOR) && actor.body().equals(o.debtor()));
  }

  static boolean works(Actor actor) {
    return actor.has(Role.CLERK) || actor.has(Role.OFFICER) || actor.has(Role.SIGNER);
  }

  static boolean seesAll(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR);
  }
}
