package xiezhi.intake.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiezhi.intake.domain.CaseFile;
import xiezhi.intake.domain.Complaint;
import xiezhi.intake.domain.Complaint.Origin;
import xiezhi.intake.domain.Complaint.Rating;
import xiezhi.intake.domain.Complaint.Result;
import xiezhi.intake.domain.Complaint.Stage;
import xiezhi.intake.domain.ComplaintCode;
import xiezhi.intake.domain.Finding;
import xiezhi.intake.domain.Reply;
import xiezhi.intake.domain.Reply.Attempt;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;
import xiezhischema.intake.tables.records.ComplaintRecord;

/** A complaint as a row, and back. */
final class ComplaintRows {
  private ComplaintRows() {}

  static void origin(ComplaintRecord row, Origin o) {
    row.setChannel(o.channel());
    row.setReceivedAt(o.receivedAt());
    row.setWrittenMaterial(o.writtenMaterial());
    row.setExternalNumber(o.externalNumber());
    row.setCategory(o.category());
    row.setAnonymous(o.anonymous());
    row.setReachable(o.reachable());
  }

  static void fill(ComplaintRecord row, Complaint c) {
    row.setId(c.id());
    row.setAnswerable(c.answerable().value());
    row.setRegistered(c.registered());
    row.setReferrer(c.referrer() == null ? null : c.referrer().value());
    row.setFinding(c.finding() == null ? null : c.finding().key());
    row.setFedBack(c.fedBack());
    row.setVersion(c.version());
    stage(row, c.stage());
    if (c.caseFile() != null) {
      row.setCaseId(c.caseFile().id());
      row.setCaseNumber(c.caseFile().number());
      row.setCaseFiledAt(c.caseFile().filedAt());
      row.setCaseSteps(c.caseFile().steps().toArray(String[]::new));
      row.setCaseClosedAt(c.caseFile().closedAt());
    }
    if (c.result() != null) {
      row.setResultAt(c.result().at());
      row.setResultBy(c.result().by().value());
      row.setResult(c.result().text());
    }
    if (c.reply() != null) {
      reply(row, c.reply());
    }
    if (c.rating() != null) {
      row.setRatedAt(c.rating().at());
      row.setSatisfied(c.rating().satisfied());
      row.setRating(c.rating().words());
    }
  }

  private static void stage(ComplaintRecord row, Stage stage) {
    row.setStage(stage.key());
    row.setGoingTo(null);
    switch (stage) {
      case Stage.Referred(var to) -> row.setGoingTo(to.value());
      case Stage.Transferred(var to) -> row.setGoingTo(to.value());
      case Stage.Merged(var into) -> row.setMergedInto(into);
      case Stage.Closed(var at) -> row.setClosedAt(at);
      default -> {}
    }
  }

  private static void reply(ComplaintRecord row, Reply r) {
    row.setReplyAt(r.at());
    row.setReplyBody(r.body().value());
    row.setReplyBy(r.by());
    row.setReply(r.text());
    row.setReplyHow(r.how());
    row.setNoReply(r.noReply());
    row.setAttempts(
        String.join("\n", r.attempts().stream().map(a -> a.at() + " " + a.how()).toList()));
  }

  static Complaint read(ComplaintRecord r) {
    return new Complaint(
        r.getId(),
        new ComplaintCode(r.getCode()),
        new MatterId(r.getMatter()),
        new Origin(
            r.getChannel(),
            r.getReceivedAt(),
            r.getWrittenMaterial(),
            r.getExternalNumber(),
            r.getCategory(),
            r.getAnonymous(),
            r.getReachable()),
        stage(r),
        new BodyId(r.getFirstReceiver()),
        new BodyId(r.getAnswerable()),
        r.getRegistered(),
        body(r.getReferrer()),
        finding(r.getFinding()),
        r.getCaseId() == null
            ? null
            : new CaseFile(
                r.getCaseId(),
                r.getCaseNumber(),
                r.getCaseFiledAt(),
                List.of(r.getCaseSteps()),
                r.getCaseClosedAt()),
        r.getResultAt() == null
            ? null
            : new Result(r.getResultAt(), new BodyId(r.getResultBy()), r.getResult()),
        r.getReplyAt() == null ? null : reply(r),
        r.getFedBack(),
        r.getRatedAt() == null ? null : new Rating(r.getRatedAt(), r.getSatisfied(), r.getRating()),
        r.getVersion());
  }

  private static Stage stage(ComplaintRecord r) {
    return switch (r.getStage()) {
      case "received" -> new Stage.Received();
      case "accepted" -> new Stage.Accepted();
      case "verified" -> new Stage.Verified();
      case "referred" -> new Stage.Referred(new BodyId(r.getGoingTo()));
      case "handling" -> new Stage.Handling();
      case "transferred" -> new Stage.Transferred(new BodyId(r.getGoingTo()));
      case "merged" -> new Stage.Merged(r.getMergedInto());
      case "concluded" -> new Stage.Concluded();
      case "replied" -> new Stage.Replied();
      case "closed" -> new Stage.Closed(r.getClosedAt());
      case String other -> throw new IllegalStateException("unknown stage " + other);
    };
  }

  private static Reply reply(ComplaintRecord r) {
    List<Attempt> attempts = new ArrayList<>();
    for (String line : r.getAttempts().lines().toList()) {
      int blank = line.indexOf(' ');
      attempts.add(new Attempt(Instant.parse(line.substring(0, blank)), line.substring(blank + 1)));
    }
    return new Reply(
        r.getReplyAt(),
        new BodyId(r.getReplyBody()),
        r.getReplyBy(),
        r.getReply(),
        r.getReplyHow(),
        r.getNoReply(),
        attempts);
  }

  private static @Nullable Finding finding(@Nullable String key) {
    if (key == null) {
      return null;
    }
    for (Finding f : Finding.values()) {
      if (f.key().equals(key)) {
        return f;
      }
    }
    throw new IllegalStateException("unknown finding " + key);
  }

  private static @Nullable BodyId body(@Nullable String id) {
    return id == null ? null : new BodyId(id);
  }
}
