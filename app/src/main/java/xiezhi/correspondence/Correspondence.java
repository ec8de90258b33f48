package xiezhi.correspondence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;

/** What flows ask of the boxes. Always part of the transaction of the act that calls it. */
public interface Correspondence {
  /**
   * Puts something that goes between bodies into the boxes, or says how it stands now. The subject
   * tells which: the first time it is sent and delivered; later its stage, state, number, title and
   * link are what is said here, and receivers who had it not yet get it. Whoever had it keeps it.
   * It tells nobody: the flow does.
   */
  void put(Instant at, Letter letter);

  /**
   * A receiver confirmed that it has it (签收、知悉); with that it has also looked. Says nothing the
   * second time, and nothing of what is in no box.
   */
  void acknowledge(Instant at, String subject, BodyId receiver);

  /**
   * Somebody at the actor's desk looks at it: the first look is kept for each of its receivers at
   * that desk. Says nothing of what is in no box.
   */
  void look(Instant at, String subject);

  /**
   * What became of these, by subject, in the order of the receivers; subjects in no box are left
   * out.
   *
   * @param of only these receivers; null for all
   */
  Map<String, List<Receipt>> receipts(Collection<String> subjects, @Nullable Collection<BodyId> of);

  /**
   * What of that kind was delivered in that stretch: how much to each body, and how much it opened.
   */
  List<Looked> looked(String kind, Instant from, Instant to);

  /** What became of a letter at one receiver. */
  record Receipt(
      BodyId receiver,
      Instant deliveredAt,
      @Nullable Instant openedAt,
      @Nullable String openedBy,
      @Nullable Instant acknowledgedAt,
      @Nullable String acknowledgedBy) {}

  record Looked(BodyId receiver, int received, int opened) {}

  /** The receivers of that subject of whom nobody has looked at it yet. */
  List<BodyId> unopened(String subject);

  /**
   * Something that goes from one body to one or many.
   *
   * @param kind what it is, as {@code transfer}; the client has its name in every language
   * @param subject the one thing it stands for, as {@code transfer:0190…}
   * @param matter the matter it belongs to; null if none
   * @param title one line for the list; never empty
   * @param stage the flow's own word for how it stands, as {@code supplement-asked}
   * @param number 文号; null while it has none
   * @param link the page to look at, as {@code /transfers/0190…}
   * @param confidential only the desks of its sender and receivers know of it
   */
  record Letter(
      String kind,
      String subject,
      @Nullable MatterId matter,
      String title,
      BodyId sender,
      Collection<BodyId> receivers,
      String stage,
      State state,
      @Nullable String number,
      String link,
      boolean confidential) {
    public Letter {
      receivers = List.copyOf(receivers);
      if (title.isBlank() || receivers.isEmpty() || !link.startsWith("/")) {
        throw new IllegalArgumentException(
            subject + " needs a title, a receiver and a page of ours: " + title + ", " + link);
      }
    }
  }

  /** How it stands, whatever its kind. */
  enum State {
    /** 待办: the receiver has yet to answer. */
    OPEN,
    /** 已答复: answered, not at its end yet. */
    ANSWERED,
    /** 已办结. */
    CLOSED,
    /** 已撤回. */
    WITHDRAWN
  }
}
