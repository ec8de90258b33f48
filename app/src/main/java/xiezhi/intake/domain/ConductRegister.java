package xiezhi.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/** The rows of complaints about conduct. */
public interface ConductRegister {
  void insert(CountyCode county, ConductComplaint complaint);

  /** Refuses with {@code complaint.changed-meanwhile} if somebody else changed it before. */
  void update(CountyCode county, ConductComplaint complaint);

  Optional<ConductComplaint> find(CountyCode county, UUID id);

  Optional<ConductComplaint> byCode(CountyCode county, ComplaintCode code);

  /** Those a body answers for, newest first. */
  List<ConductComplaint> of(
      CountyCode county,
      BodyId handlerBody,
      @Nullable Instant before,
      @Nullable UUID beforeId,
      int limit);
}
