package xiezhi.transfer.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.transfer.domain.Transfer.Content;
import xiezhi.transfer.domain.Transfer.Kind;
import xiezhi.transfer.domain.Transfer.Letter;
import xiezhi.transfer.domain.Transfer.Stage;

/** A transfer under change: what a transition leaves alone stays as it was. */
final class TransferDraft {
  private final Transfer before;
  Kind kind;
  BodyId receiver;
  Content content;
  Stage stage;
  @Nullable Instant submittedAt;
  @Nullable Instant sentAt;
  @Nullable Letter letter;
  boolean screened;
  boolean articlesSigned;

  TransferDraft(Transfer before) {
    this.before = before;
    this.kind = before.kind();
    this.receiver = before.receiver();
    this.content = before.content();
    this.stage = before.stage();
    this.submittedAt = before.submittedAt();
    this.sentAt = before.sentAt();
    this.letter = before.letter();
    this.screened = before.screened();
    this.articlesSigned = before.articlesSigned();
  }

  /** As it was before anybody signed it. */
  void unsigned() {
    submittedAt = null;
    sentAt = null;
    letter = null;
  }

  Transfer done(Step step) {
    return new Transfer(
        before.id(),
        before.matter(),
        kind,
        before.sender(),
        receiver,
        before.preparedBy(),
        content,
        stage,
        before.preparedAt(),
        submittedAt,
        sentAt,
        letter,
        screened,
        articlesSigned,
        step,
        before.version() + 1);
  }
}
