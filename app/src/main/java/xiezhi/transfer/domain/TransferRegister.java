package xiezhi.transfer.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;

/** The transfers as they are kept. */
public interface TransferRegister {
  /** A letter kept with a transfer. */
  record Paper(
      UUID letter, String template, String number, String title, String issuer, Instant at) {}

  /** One line of the in or out box. */
  record Line(
      UUID id,
      UUID matter,
      String kind,
      String sender,
      String receiver,
      String stage,
      @Nullable String letterNumber,
      Instant preparedAt,
      @Nullable Instant sentAt,
      int version) {
    /** As {@link Transfer#clocked()}. */
    public String clocked() {
      return Transfer.clocked(id, new MatterId(matter), sentAt != null);
    }
  }

  record Query(
      List<BodyId> desk,
      boolean incoming,
      @Nullable String stage,
      @Nullable Instant beforePrepared,
      @Nullable UUID beforeId,
      int limit) {}

  void insert(CountyCode county, Transfer t);

  /** Writes what changed, if nobody else did before; whoever lost is told who won. */
  void update(CountyCode county, Transfer t);

  void keep(CountyCode county, UUID transfer, Paper paper);

  /** Oldest first. */
  List<Paper> papers(CountyCode county, UUID transfer);

  Optional<Transfer> find(CountyCode county, UUID id);

  List<Transfer> of(CountyCode county, MatterId matter);

  /**
   * Newest first; what is not sent yet is in nobody's in box. An empty desk means the whole county.
   */
  List<Line> list(CountyCode county, Query q);

  static Refusal alreadyUnderWay() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "transfer.already-under-way",
        "This matter is being transferred already; it can go to one body at a time.");
  }

  /** Somebody else was first; says who and what. */
  static Refusal overtaken(Transfer winner) {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "transfer.overtaken",
        winner.lastStep().by()
            + " was first: it is "
            + winner.stageName()
            + " since "
            + winner.lastStep().at()
            + ".",
        Map.of(
            "by", winner.lastStep().by(),
            "stage", winner.stageName(),
            "at", winner.lastStep().at().toString()));
  }
}
