package xiezhi.guidance.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Refusal;

/** Entries as they are kept. */
public interface GuidanceRegister {
  void insert(CountyCode county, Guidance entry);

  /** Writes what changed, if nobody else did before. */
  void update(CountyCode county, Guidance entry);

  Optional<Guidance> find(CountyCode county, UUID id);

  /** What is published, and what these bodies drafted or took back; newest first. */
  List<Guidance> list(CountyCode county, List<BodyId> desk, @Nullable UUID before, int limit);

  /** Newest first. */
  List<Guidance> published(CountyCode county, int limit);

  static Refusal changedMeanwhile() {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "guidance.changed-meanwhile",
        "Somebody else changed this meanwhile; look again.");
  }
}
