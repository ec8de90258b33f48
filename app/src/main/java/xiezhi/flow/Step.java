package xiezhi.flow;

import java.time.Instant;
import java.util.Map;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * Somebody did something: who answered first, and what with.
 *
 * @param account of the person
 * @param by the person's name, as the record and the letters call them
 * @param note what was said with it; empty if nothing
 */
public record Step(Instant at, String account, String by, String note) {

  /**
   * Refuses what does not fit the stage to which this step brought it: whoever asks is told who was
   * first, and when.
   *
   * @param sentence what cannot be, as {@code The draft cannot be issued}
   */
  public Permission refuses(String code, String sentence, String stage) {
    return Permission.refused(
        Refusal.of(
            Refusal.Kind.CONFLICT,
            code,
            "%s: it is %s, by %s at %s.".formatted(sentence, stage, by, at),
            Map.of("stage", stage, "by", by, "at", at.toString())));
  }
}
