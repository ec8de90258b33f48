package xiezhi.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plain record of the case opened on a complaint (立案).
 *
 * @param steps the steps done so far, in order, as the county names them
 * @param closedAt null while it is open
 */
public record CaseFile(
    UUID id, String number, Instant filedAt, List<String> steps, @Nullable Instant closedAt) {
  public CaseFile {
    steps = List.copyOf(steps);
  }

  static CaseFile open(UUID id, String number, Instant now) {
    return new CaseFile(id, number, now, List.of(), null);
  }

  CaseFile after(String step) {
    List<String> done = new ArrayList<>(steps);
    done.add(step);
    return new CaseFile(id, number, filedAt, done, null);
  }

  CaseFile closed(Instant now) {
    return new CaseFile(id, number, filedAt, steps, now);
  }
}
