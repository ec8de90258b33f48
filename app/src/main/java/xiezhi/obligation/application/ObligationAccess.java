package xiezhi.obligation.application;

import org.springframework.stereotype.Component;
import xiezhi.obligation.domain.Known;
import xiezhi.obligation.domain.ListedObligations.Confided;
import xiezhi.obligation.domain.Obligation;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.MatterAccess;
import xiezhi.shared.Role;

/**
 * Who knows of an obligation. One of a matter: whoever may see the matter. One of no matter: the
 * desks of debtor and creditor, and who coordinates or supervises. A confidential one: these two
 * desks and nobody else, or in the debtor's place those who supervise there.
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

  /** Whether the actor owes it, or works at the desk to which it is owed. */
  boolean isNamed(Actor actor, Obligation o) {
    return owes(actor, o)
        || (o.creditor() != null
            && works(actor)
            && bodies.deskOf(actor.body()).contains(o.creditor()));
  }

  /** Whether the actor works at the desk that owes it, or supervises where supervisors owe it. */
  boolean owes(Actor actor, Obligation o) {
    return o.known() == Known.BY_SUPERVISORS
        ? actor.has(Role.SUPERVISOR) && actor.body().equals(o.debtor())
        : works(actor) && bodies.deskOf(actor.body()).contains(o.debtor());
  }

  /** Which confidential ones a list of the actor's own desk shows. */
  static Confided confided(Actor actor) {
    return new Confided(works(actor), actor.has(Role.SUPERVISOR) ? actor.body() : null);
  }

  static boolean works(Actor actor) {
    return actor.has(Role.CLERK) || actor.has(Role.OFFICER) || actor.has(Role.SIGNER);
  }

  static boolean seesAll(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR);
  }
}
