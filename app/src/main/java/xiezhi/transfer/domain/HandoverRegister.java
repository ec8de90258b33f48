package xiezhi.transfer.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.calendar.TimeLimit;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;

/** The handovers as they are kept. */
public interface HandoverRegister {
  void insert(CountyCode county, Handover h, @Nullable TimeLimit limit);

  void update(CountyCode county, Handover h);

  /** The time the sender typed to handle it in; null if none. */
  @Nullable TimeLimit limit(CountyCode county, UUID id);

  Optional<Handover> find(CountyCode county, UUID id);

  List<Handover> of(CountyCode county, MatterId matter);

  static Refusal changedMeanwhile() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "handover.changed-meanwhile",
        "Somebody else changed this handover meanwhile; look again.");
  }
}
