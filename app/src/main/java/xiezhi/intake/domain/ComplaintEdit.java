package xiezhi.intake.domain;

import org.jspecify.annotations.Nullable;
import xiezhi.intake.domain.Complaint.CaseFile;
import xiezhi.intake.domain.Complaint.Finding;
import xiezhi.intake.domain.Complaint.Rating;
import xiezhi.intake.domain.Complaint.Reply;
import xiezhi.intake.domain.Complaint.Result;
import xiezhi.intake.domain.Complaint.Stage;
import xiezhi.shared.BodyId;

/** A complaint under change: what a transition leaves alone stays as it was. */
final class ComplaintEdit {
  private final Complaint before;
  private Stage stage;
  private BodyId answerable;
  private boolean registered;
  private @Nullable BodyId referrer;
  private @Nullable Finding finding;
  private @Nullable CaseFile caseFile;
  private @Nullable Result result;
  private @Nullable Reply reply;
  private boolean fedBack;
  private @Nullable Rating rating;

  ComplaintEdit(Complaint before) {
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

  ComplaintEdit stage(Stage value) {
    stage = value;
    return this;
  }

  ComplaintEdit answerable(BodyId value) {
    answerable = value;
    return this;
  }

  ComplaintEdit registered(boolean value) {
    registered = value;
    return this;
  }

  ComplaintEdit referrer(BodyId value) {
    referrer = value;
    return this;
  }

  ComplaintEdit finding(Finding value) {
    finding = value;
    return this;
  }

  ComplaintEdit caseFile(CaseFile value) {
    caseFile = value;
    return this;
  }

  ComplaintEdit result(Result value) {
    result = value;
    return this;
  }

  ComplaintEdit reply(Reply value) {
    reply = value;
    return this;
  }

  ComplaintEdit fedBack(boolean value) {
    fedBack = value;
    return this;
  }

  ComplaintEdit rating(Rating value) {
    rating = value;
    return this;
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
