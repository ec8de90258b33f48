package xiezhi.correspondence.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.correspondence.domain.Kept;
import xiezhi.correspondence.domain.LetterRegister;
import xiezhi.shared.Actor;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;

/** 查收: somebody at a receiver's desk looks at it. The first look counts; others change nothing. */
@Service
@Transactional
public class OpenLetter {
  private final LetterRegister letters;
  private final LetterAccess access;
  private final Minutes minutes;
  private final Clock clock;

  OpenLetter(LetterRegister letters, LetterAccess access, Minutes minutes, Clock clock) {
    this.letters = letters;
    this.access = access;
    this.minutes = minutes;
    this.clock = clock;
  }

  public void open(UUID id) {
    Actor actor = CurrentActor.get();
    Instant now = clock.instant();
    Kept letter =
        letters
            .find(actor.county(), id)
            .filter(l -> access.maySee(actor, l))
            .orElseThrow(() -> unknown().exception());
    open(actor, letter, now);
  }

  void open(Actor actor, Kept letter, Instant now) {
    if (!LetterAccess.works(actor)) {
      return; // whoever coordinates or supervises looks for the county, not for a receiver
    }
    letters
        .open(actor.county(), letter.id(), access.desk(actor), actor, now)
        .forEach(
            receiver ->
                minutes.write(now, "letter.opened", letter, Map.of("receiver", receiver.value())));
  }

  static Refusal unknown() {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "letter.unknown",
        "There is no such letter, or your body neither sent nor received it.");
  }
}
