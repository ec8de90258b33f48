package xiezhi.correspondence.application;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.correspondence.Correspondence;
import xiezhi.correspondence.domain.Kept;
import xiezhi.correspondence.domain.LetterRegister;
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
  private final OpenLetter open;
  private final Minutes minutes;

  PostRoom(LetterRegister letters, OpenLetter open, Minutes minutes) {
    this.letters = letters;
    this.open = open;
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
  public void look(Instant at, String subject) {
    Actor actor = CurrentActor.get();
    letters.ofSubject(actor.county(), subject).ifPresent(k -> open.open(actor, k, at));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, List<Correspondence.Receipt>> receipts(
      Collection<String> subjects, @Nullable Collection<BodyId> of) {
    Map<String, List<Correspondence.Receipt>> found = new LinkedHashMap<>();
    letters
        .receiptsOf(CurrentActor.get().county(), subjects, of)
        .forEach(
            (subject, receipts) ->
                found.put(
                    subject,
                    receipts.stream()
                        .map(
                            r ->
                                new Correspondence.Receipt(
                                    new BodyId(r.receiver()),
                                    r.deliveredAt(),
                                    r.openedAt(),
                                    r.openedBy(),
                                    r.acknowledgedAt(),
                                    r.acknowledgedBy()))
                        .toList()));
    return found;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Looked> looked(String kind, Instant from, Instant to) {
    return letters.looked(CurrentActor.get().county(), kind, from, to);
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
        .map(xiezhi.correspondence.domain.Receipt::receiver)
        .map(BodyId::new)
        .toList();
  }
}
