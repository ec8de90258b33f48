package xiezhi.organisation.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.organisation.BodyKind;
import xiezhi.organisation.domain.BodyLines;
import xiezhi.shared.CurrentActor;

/** Lists the bodies of the actor's county. */
@Service
public class ListBodies {
  private final BodyLines lines;

  ListBodies(BodyLines lines) {
    this.lines = lines;
  }

  @Transactional(readOnly = true)
  public List<BodyLines.Line> list(@Nullable BodyKind kind, String words) {
    return lines.list(CurrentActor.get().county(), kind, words);
  }
}
