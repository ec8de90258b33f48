package xiezhi.correspondence.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.correspondence.Correspondence;
import xiezhi.correspondence.domain.Kept;
import xiezhi.correspondence.domain.LetterRegister;
import xiezhi.correspondence.domain.Receipt;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;

/** 收发室: puts into the boxes what the flows give it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PostRoom implements Correspondence {
  private static final int ALL = 10_000;

  private final LetterRegister letters;
  private final Minutes minutes;

  PostRoom(LetterRegister letters, Minutes minutes) {
    this.letters = letters;
    this.minutes = minutes;
  }

  @Override
  public void put(Instant at, Letter letter) {
    Actor actor = CurrentActor.get();
    Kept kept = letters.ofSubject(actor.county(), letter.subject()).orElse(null);
    if (kept == null) {
      letters.insert(actor.county(), Ids.next(), letter, actor.name(), at);
    } else {
      letters.update(actor.county(), kept.id(), letter, at);
    }
  }

  @Override
  public void acknowledge(Instant at, String subject, BodyId receiver) {
    Actor actor = CurrentActor.get();
    letters
        .ofSubject(actor.county(), subject)
        .filter(k -> letters.acknowledge(actor.county(), k.id(), receiver, actor, at))
        .ifPresent(
            k -> minutes.write(at, "letter.acknowledged", k, Map.of("receiver", receiver.value())));
  }

  @Override
  @Transactional(readOnly = true)
  public List<BodyId> unopened(String subject) {
    Actor actor = CurrentActor.get();
    return letters
        .ofSubject(actor.county(), subject)
        .map(k -> letters.receipts(actor.county(), k.id(), true, null, ALL))
        .orElse(List.of())
        .stream()
        .map(Receipt::receiver)
        .map(BodyId::new)
        .toList();
  }
}
