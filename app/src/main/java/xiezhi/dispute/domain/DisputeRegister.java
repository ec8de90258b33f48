package xiezhi.dispute.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;

/** The disputes as they are kept. */
public interface DisputeRegister {
  /** Refuses a second open one about the same matter. */
  void insert(CountyCode county, Dispute d);

  /** Writes what changed, if nobody else did before. */
  void update(CountyCode county, Dispute d);

  Optional<Dispute> find(CountyCode county, UUID id);

  /** Newest first. */
  List<Dispute> of(CountyCode county, MatterId matter);

  static Refusal changedMeanwhile() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "dispute.changed-meanwhile",
        "Somebody else changed this dispute meanwhile; look again.");
  }

  static Refusal alreadyOpen() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "dispute.already-open",
        "There is an open dispute about this matter; one at a time.");
  }
}
