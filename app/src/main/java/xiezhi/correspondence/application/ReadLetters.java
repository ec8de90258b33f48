package xiezhi.correspondence.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.correspondence.domain.Kept;
import xiezhi.correspondence.domain.LetterRegister;
import xiezhi.correspondence.domain.LetterRegister.Delivered;
import xiezhi.correspondence.domain.LetterRegister.Tally;
import xiezhi.correspondence.domain.Receipt;
import xiezhi.matter.Matters;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Actor;
import xiezhi.shared.Bigrams;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterAccess;
import xiezhi.shared.MatterId;

/** The boxes of the actor's desk, and who has received, looked at and acknowledged a letter. */
@Service
@Transactional(readOnly = true)
public class ReadLetters {
  private static final int OF_ONE_MATTER = 200;

  private final LetterRegister letters;
  private final LetterAccess access;
  private final Obligations obligations;
  private final Matters matters;
  private final MatterAccess matterAccess;
  private final Bodies bodies;
  private final Clock clock;

  ReadLetters(
      LetterRegister letters,
      LetterAccess access,
      Obligations obligations,
      Matters matters,
      MatterAccess matterAccess,
      Bodies bodies,
      Clock clock) {
    this.letters = letters;
    this.access = access;
    this.obligations = obligations;
    this.matters = matters;
    this.matterAccess = matterAccess;
    this.bodies = bodies;
    this.clock = clock;
  }

  /** Whose letters. */
  public enum Box {
    /** What the actor's desk has received. */
    IN,
    /** What it has sent. */
    OUT,
    /** All of the county, for those who coordinate or supervise; others get their outbox. */
    COUNTY
  }

  public record Query(Box box, LetterRegister.Query which) {}

  public record MatterRef(UUID id, @Nullable String number, @Nullable String subject) {}

  /** How many have received it, looked at it, acknowledged it. */
  public record Receipts(int receivers, int opened, int acknowledged) {}

  /**
   * A line of a box.
   *
   * @param to the receiver whose inbox it is in; elsewhere one of the receivers
   * @param at when it was delivered to that inbox; elsewhere when it was sent
   * @param openedAt when that receiver first looked at it, by whom; null elsewhere
   * @param receipts of all its receivers
   * @param clock the earliest of its open obligations; null if none is open
   */
  public record Line(
      UUID id,
      String kind,
      String subject,
      @Nullable MatterRef matter,
      String title,
      BodyRef from,
      BodyRef to,
      String stage,
      String state,
      @Nullable String number,
      String link,
      boolean confidential,
      Instant at,
      String sentBy,
      Instant changedAt,
      @Nullable Instant openedAt,
      @Nullable String openedBy,
      @Nullable Instant acknowledgedAt,
      Receipts receipts,
      @Nullable ObligationView clock) {}

  public List<Line> box(Query q) {
    Actor actor = CurrentActor.get();
    LetterRegister.Query which = q.which();
    if (q.box() == Box.COUNTY && LetterAccess.seesAll(actor)) {
      return lines(letters.all(actor.county(), which));
    }
    if (!LetterAccess.works(actor)) {
      return List.of();
    }
    List<BodyId> desk = access.desk(actor);
    if (q.box() != Box.IN) {
      return lines(letters.outbox(actor.county(), desk, which));
    }
    List<Delivered> found = letters.inbox(actor.county(), desk, which);
    Lines lines = new Lines(found.stream().map(Delivered::letter).toList());
    return found.stream().map(d -> lines.line(d.letter(), d.receipt())).toList();
  }

  /** The letters of one matter that the actor may know of, newest first. */
  public List<Line> ofMatter(MatterId matter) {
    Actor actor = CurrentActor.get();
    matterAccess.maySee(actor, matter).orThrow();
    return lines(
        letters.ofMatter(actor.county(), matter.value(), OF_ONE_MATTER).stream()
            .filter(l -> access.maySee(actor, l))
            .toList());
  }

  /** The one letter of a subject; nothing if the actor may not know of it. */
  public List<Line> ofSubject(String subject) {
    Actor actor = CurrentActor.get();
    return lines(
        letters.ofSubject(actor.county(), subject).filter(l -> access.maySee(actor, l)).stream()
            .toList());
  }

  /** One receiver and what became of it there. */
  public record ReceiptLine(
      BodyRef receiver,
      Instant deliveredAt,
      @Nullable Instant openedAt,
      @Nullable String openedBy,
      @Nullable Instant acknowledgedAt,
      @Nullable String acknowledgedBy) {}

  /** A letter and a page of its receipts; one too many tells that there are more. */
  public record ReceiptPage(Line letter, List<ReceiptLine> receipts) {}

  public ReceiptPage receipts(UUID id, boolean unopened, @Nullable String after, int limit) {
    Actor actor = CurrentActor.get();
    Kept letter =
        letters
            .find(actor.county(), id)
            .filter(l -> access.maySee(actor, l))
            .orElseThrow(() -> OpenLetter.unknown().exception());
    return new ReceiptPage(
        lines(List.of(letter)).getFirst(),
        letters.receipts(actor.county(), id, unopened, after, limit).stream()
            .map(
                r ->
                    new ReceiptLine(
                        bodies.ref(new BodyId(r.receiver())),
                        r.deliveredAt(),
                        r.openedAt(),
                        r.openedBy(),
                        r.acknowledgedAt(),
                        r.acknowledgedBy()))
            .toList());
  }

  /** Bigrams of what is sought; null for no search. */
  public static @Nullable String words(@Nullable String q) {
    String found = q == null ? "" : Bigrams.query(q);
    return found.isEmpty() ? null : found;
  }

  private List<Line> lines(Collection<Kept> kept) {
    Lines lines = new Lines(kept);
    return kept.stream().map(l -> lines.line(l, null)).toList();
  }

  /** What a page of letters needs beside them, each asked for once. */
  private final class Lines {
    private final Map<String, ObligationView> clocks;
    private final Map<UUID, Tally> tallies;
    private final Map<MatterId, Matters.Headline> heads;
    private final Map<String, BodyRef> names = new HashMap<>();

    Lines(Collection<Kept> kept) {
      Actor actor = CurrentActor.get();
      this.clocks =
          obligations.earliest(kept.stream().map(Kept::subject).toList(), clock.instant());
      this.tallies = letters.tallies(actor.county(), kept.stream().map(Kept::id).toList());
      this.heads =
          matters.headlines(
              kept.stream()
                  .map(Kept::matter)
                  .filter(Objects::nonNull)
                  .map(MatterId::new)
                  .distinct()
                  .toList());
    }

    Line line(Kept l, @Nullable Receipt own) {
      Tally tally = tallies.getOrDefault(l.id(), Tally.NONE);
      return new Line(
          l.id(),
          l.kind(),
          l.subject(),
          matter(l.matter()),
          l.title(),
          name(l.sender()),
          name(own == null ? tally.one() : own.receiver()),
          l.stage(),
          l.state(),
          l.number(),
          l.link(),
          l.confidential(),
          own == null ? l.sentAt() : own.deliveredAt(),
          l.sentBy(),
          l.changedAt(),
          own == null ? null : own.openedAt(),
          own == null ? null : own.openedBy(),
          own == null ? null : own.acknowledgedAt(),
          new Receipts(tally.receivers(), tally.opened(), tally.acknowledged()),
          clocks.get(l.subject()));
    }

    private BodyRef name(String body) {
      return names.computeIfAbsent(body, b -> bodies.ref(new BodyId(b)));
    }

    private @Nullable MatterRef matter(@Nullable UUID id) {
      if (id == null) {
        return null;
      }
      Matters.Headline head = heads.get(new MatterId(id));
      return head == null
          ? new MatterRef(id, null, null)
          : new MatterRef(id, head.number(), head.subject());
    }
  }
}
