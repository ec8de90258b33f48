package xiezhi.intake.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.intake.domain.Complaint;
import xiezhi.intake.domain.Complaint.Stage;
import xiezhi.intake.domain.Reply;
import xiezhi.intake.domain.Reply.Attempt;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.obligation.Obligations;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 答复、反馈、办结: the complainant is told, the department that referred it is told, and it is closed. */
@Service
@Transactional
public class AnswerComplainant {
  private static final Set<String> WAYS = Set.of("phone", "letter", "visit", "web", "other");

  private final Desk desk;
  private final ComplaintDesk complaintDesk;
  private final Matters matters;
  private final Obligations obligations;

  AnswerComplainant(
      Desk desk, ComplaintDesk complaintDesk, Matters matters, Obligations obligations) {
    this.desk = desk;
    this.complaintDesk = complaintDesk;
    this.matters = matters;
    this.obligations = obligations;
  }

  /**
   * The reply is for the body that the county's rule names; any other is refused with that rule.
   */
  public Permission mayReply(Complaint c, Matter matter, Instant now) {
    Permission stage = c.mayReply();
    if (!stage.isAllowed()) {
      return stage;
    }
    Permission named =
        desk.mustBe(
            complaintDesk.mechanism(now),
            ComplaintDesk.question(c),
            complaintDesk.facts(c, matter),
            matter.place().division(),
            complaintDesk.roles(c, matter),
            complaintDesk.actingFor(c));
    return named.isAllowed() ? desk.mayActFor(c.answerable()) : named;
  }

  /**
   * What is said to the complainant.
   *
   * @param noReply why nobody could be told: {@code anonymous} or {@code unreachable}; null if they
   *     were
   */
  public record Answer(
      @Nullable String text,
      @Nullable String how,
      @Nullable String noReply,
      List<Attempt> attempts) {}

  public void reply(UUID id, int version, Answer answer) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id, version);
    Matter matter = desk.matter(c.matter());
    mayReply(c, matter, now).orThrow();
    String how = answer.how() == null ? "other" : answer.how();
    if (!WAYS.contains(how)) {
      throw Refusal.malformed("how", "must be one of " + WAYS.stream().sorted().toList(), how)
          .exception();
    }
    if (answer.noReply() != null
        && !Set.of("anonymous", "unreachable").contains(answer.noReply())) {
      throw Refusal.malformed("noReply", "must be anonymous or unreachable", answer.noReply())
          .exception();
    }
    Reply reply =
        new Reply(
            now,
            c.answerable(),
            CurrentActor.get().name(),
            Texts.optional("text", answer.text(), 5_000),
            how,
            answer.noReply(),
            answer.attempts().stream().map(a -> attempt(a, now)).toList());
    Complaint after = complaintDesk.apply(now, matter, c.reply(reply), reply.text());
    closeIfComplete(after, matter, now);
  }

  private static Attempt attempt(Attempt a, Instant now) {
    if (a.at().isAfter(now)) {
      throw Refusal.malformed("attempts.at", "lies in the future", a.at().toString()).exception();
    }
    return new Attempt(
        a.at(), Texts.required("attempts.how", a.how(), 200).replaceAll("\\s+", " "));
  }

  public Permission mayFeedBack(Complaint c) {
    return desk.mayActFor(c.answerable()).and(c.mayFeedBack());
  }

  /** 反馈: the department that told the township of it learns the result. */
  public void feedBack(UUID id, int version, String text) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id, version);
    Matter matter = desk.matter(c.matter());
    mayFeedBack(c).orThrow();
    String words = Texts.required("text", text, 5_000);
    Complaint after = complaintDesk.apply(now, matter, c.feedBack(words), words);
    if (c.referrer() != null) {
      complaintDesk.notify(
          now, c.referrer(), "complaint.fed-back", matter, after, Map.of("words", words));
    }
    closeIfComplete(after, matter, now);
  }

  public Permission mayClose(Complaint c, Matter matter, Instant now) {
    Permission first = desk.mayActFor(c.answerable()).and(c.mayClose());
    return first.isAllowed() ? gates(c, matter, now) : first;
  }

  private Permission gates(Complaint c, Matter matter, Instant now) {
    return complaintDesk.mechanism(now).gates("complaint.close", complaintDesk.facts(c, matter));
  }

  public void close(UUID id, int version) {
    Instant now = desk.now();
    Complaint c = complaintDesk.get(id, version);
    Matter matter = desk.matter(c.matter());
    mayClose(c, matter, now).orThrow();
    close(c, matter, now);
  }

  /** What is complete closes by itself: nobody should have to press a button for it. */
  private void closeIfComplete(Complaint c, Matter matter, Instant now) {
    if (c.stage() instanceof Stage.Replied && gates(c, matter, now).isAllowed()) {
      close(c, matter, now);
    }
  }

  private void close(Complaint c, Matter matter, Instant now) {
    Complaint closed = complaintDesk.apply(now, matter, c.close(now), "");
    obligations.release(now, matter.id(), closed.reference(), "complaint.closed");
    Matter latest = complaintDesk.unguarded(closed);
    if (latest.isOpen()) {
      String outcome = c.result() == null ? "" : c.result().text();
      matters.apply(latest.close(outcome, now));
      obligations.release(now, matter.id(), matter.reference(), "matter.closed");
    }
  }
}
