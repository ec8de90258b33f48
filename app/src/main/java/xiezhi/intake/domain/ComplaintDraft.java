package xiezhi.intake.domain;

import org.jspecify.annotations.Nullable;
import xiezhi.intake.domain.Complaint.Rating;
import xiezhi.intake.domain.Complaint.Result;
import xiezhi.intake.domain.Complaint.Stage;
import xiezhi.shared.BodyId;

/** A complaint under change: what a transition leaves alone stays as it was. */
final class ComplaintDraft {
  private final Complaint before;
  Stage stage;
  BodyId answerable;
  boolean registered;
  @Nullable BodyId referrer;
  @Nullable Finding finding;
  @Nullable CaseFile caseFile;
  @Nullable Result result;
  @Nullable Reply reply;
  boolean fedBack;
  @Nullable Rating rating;

  ComplaintDraft(Complaint before) {
    this.before = before;
    this.stage = before.stage();
    this.answerable = before.answerable();
    this.registered = before.registered();
    this.referrer = before.referrer();
    this.finding = before.finding();
    this.caseFile = before.caseFile();
    this.result = before.result();
    this.reply = before.reply();
    this.fedBack = before.fedBack();
    this.rating = before.rating();
  }

  Complaint done() {
    return new Complaint(
        before.id(),
        before.code(),
        before.matter(),
        before.origin(),
        stage,
        before.firstReceiver(),
        answerable,
        registered,
        referrer,
        finding,
        caseFile,
        result,
        reply,
        fedBack,
        rating,
        before.version() + 1);
  }
}
