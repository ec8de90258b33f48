package xiezhi.sharing.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Facts;
import xiezhi.organisation.Bodies;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Permission;
import xiezhi.shared.Texts;
import xiezhi.sharing.domain.Category;
import xiezhi.sharing.domain.DataRequest;
import xiezhi.sharing.domain.Information;
import xiezhi.sharing.domain.InformationRegister.Why;
import xiezhi.sharing.domain.SharingBook;

/** 按需要及时反馈: a body asks for information, and is given it or told why not. */
@Service
@Transactional
public class AskForInformation {
  private final Desk desk;
  private final SharingDesk own;
  private final SharingBook book;
  private final SharedLetters boxes;
  private final ShareInformation share;
  private final Bodies bodies;

  AskForInformation(
      Desk desk,
      SharingDesk own,
      SharingBook book,
      SharedLetters boxes,
      ShareInformation share,
      Bodies bodies) {
    this.desk = desk;
    this.own = own;
    this.book = book;
    this.boxes = boxes;
    this.share = share;
    this.bodies = bodies;
  }

  /** Asked of a body that shares this category. */
  public UUID ask(String category, BodyId of, String content) {
    Instant now = desk.now();
    Category asked = own.category(now, category);
    BodyId requester = own.ours();
    bodies.get(of);
    Desk.require(desk.mayActFor(requester), asked.mayBeSharedBy(own.kind(of)));
    Change<DataRequest> change =
        DataRequest.ask(
            category, requester, of, Texts.required("content", content, 5_000), desk.step(now, ""));
    book.insert(desk.county(), change.after());
    happened(now, change);
    own.tell(
        now,
        Set.of(of),
        "information.requested",
        "/information-requests/" + change.after().id(),
        Map.of("category", asked.name(), "from", desk.name(requester)));
    return change.after().id();
  }

  /** Whoever was asked answers, with information or with a reason why not; once. */
  public Permission mayAnswer(DataRequest r) {
    return desk.mayActFor(r.requested()).and(r.mayAnswer());
  }

  /**
   * With an item that is at hand already, or one that is formed now; the requester gets it either
   * way.
   */
  public UUID answer(UUID id, int version, ShareInformation.Draft draft) {
    Instant now = desk.now();
    DataRequest r = request(id, version);
    mayAnswer(r).orThrow();
    UUID formed = share.form(draft);
    Information i = own.information(formed);
    share.share(now, i, ShareInformation.named(List.of(r.requester()), Why.REQUEST));
    Change<DataRequest> change = r.answer(formed, desk.step(now, ""));
    book.update(desk.county(), change.after());
    happened(now, change);
    return formed;
  }

  public void decline(UUID id, int version, String reason) {
    Instant now = desk.now();
    DataRequest r = request(id, version);
    mayAnswer(r).orThrow();
    Change<DataRequest> change = r.decline(desk.step(now, Texts.required("reason", reason, 2_000)));
    book.update(desk.county(), change.after());
    happened(now, change);
    own.tell(
        now,
        Set.of(r.requester()),
        "information.request-declined",
        "/information-requests/" + id,
        Map.of("from", desk.name(r.requested()), "reason", reason));
  }

  private void happened(Instant now, Change<DataRequest> change) {
    DataRequest r = change.after();
    boxes.put(now, r);
    own.happened(
        now,
        r.reference(),
        change,
        Facts.NONE
            .with("sender-kind", own.kind(r.requested()))
            .with("share-category", r.category()),
        Map.of(
            "requester", r.requester(),
            "requested", r.requested(),
            "holder", r.requested(),
            "department", r.requester()));
  }

  private DataRequest request(UUID id, int version) {
    DataRequest r = request(id);
    SharingDesk.sameVersion(r.version(), version);
    return r;
  }

  @Transactional(readOnly = true)
  public DataRequest request(UUID id) {
    DataRequest r =
        book.request(desk.county(), id)
            .orElseThrow(() -> SharingDesk.unknown("sharing.unknown-request", "request"));
    if (!desk.isAt(r.requester()) && !desk.isAt(r.requested()) && !SharingDesk.seesAll()) {
      throw SharingDesk.unknown("sharing.unknown-request", "request");
    }
    return r;
  }
}
