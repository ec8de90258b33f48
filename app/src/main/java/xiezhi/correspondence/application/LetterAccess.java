package xiezhi.correspondence.application;

import java.util.List;
import org.springframework.stereotype.Component;
import xiezhi.correspondence.domain.Kept;
import xiezhi.correspondence.domain.LetterRegister;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Role;

/**
 * Who knows of a letter: the desks of its sender and receivers, and who coordinates or supervises;
 * of a confidential one only these desks.
 */
@Component
class LetterAccess {
  private final LetterRegister letters;
  private final Bodies bodies;

  LetterAccess(LetterRegister letters, Bodies bodies) {
    this.letters = letters;
    this.bodies = bodies;
  }

  boolean maySee(Actor actor, Kept letter) {
    if (seesAll(actor) && !letter.confidential()) {
      return true;
    }
    List<BodyId> desk = desk(actor);
    return works(actor)
        && (desk.contains(new BodyId(letter.sender()))
            || !letters.receiversAmong(actor.county(), letter.id(), desk).isEmpty());
  }

  List<BodyId> desk(Actor actor) {
    return bodies.deskOf(actor.body());
  }

  static boolean works(Actor actor) {
    return actor.has(Role.CLERK) || actor.has(Role.OFFICER) || actor.has(Role.SIGNER);
  }

  static boolean seesAll(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR);
  }
}
