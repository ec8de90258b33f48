package xiezhi.assistance.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import xiezhi.assistance.domain.Assistance.OnSite;
import xiezhi.assistance.domain.Assistance.Paper;
import xiezhi.assistance.domain.Assistance.Request;
import xiezhi.assistance.domain.Assistance.Stage;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;

/** A request under change: what a transition leaves alone stays as it was. */
final class AssistanceDraft {
  private final Assistance before;
  BodyId requested;
  Request request;
  Stage stage;
  @Nullable OnSite onSite;
  @Nullable Instant sentAt;
  @Nullable Paper letter;
  boolean reported;

  AssistanceDraft(Assistance before) {
    this.before = before;
    this.requested = before.requested();
    this.request = before.request();
    this.stage = before.stage();
    this.onSite = before.onSite();
    this.sentAt = before.sentAt();
    this.letter = before.letter();
    this.reported = before.reported();
  }

  Assistance done(Step step) {
    return new Assistance(
        before.id(),
        before.matter(),
        before.requester(),
        requested,
        before.preparedBy(),
        request,
        stage,
        onSite,
        before.preparedAt(),
        sentAt,
        letter,
        reported,
        step,
        before.version() + 1);
  }
}
