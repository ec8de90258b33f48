package xiezhi.whistle.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.whistle.domain.Call.Letter;
import xiezhi.whistle.domain.Call.Stage;

/** A call under change: what a transition leaves alone stays as it was. */
final class CallDraft {
  private final Call before;
  Stage stage;
  @Nullable Instant reportedInAt;
  @Nullable Instant arrivedAt;
  String people;
  String result;
  boolean reasonGiven;
  @Nullable BodyId reportedTo;
  @Nullable Letter reportLetter;

  CallDraft(Call before) {
    this.before = before;
    this.stage = before.stage();
    this.reportedInAt = before.reportedInAt();
    this.arrivedAt = before.arrivedAt();
    this.people = before.people();
    this.result = before.result();
    this.reasonGiven = before.reasonGiven();
    this.reportedTo = before.reportedTo();
    this.reportLetter = before.reportLetter();
  }

  Call done(Step step) {
    return new Call(
        before.id(),
        before.whistle(),
        before.kind(),
        before.matter(),
        before.caller(),
        before.called(),
        before.subject(),
        before.words(),
        stage,
        before.sentAt(),
        reportedInAt,
        arrivedAt,
        people,
        result,
        reasonGiven,
        reportedTo,
        before.limit(),
        before.letter(),
        reportLetter,
        step,
        before.version() + 1);
  }
}
