package xiezhi.command.domain;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.Change;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * 跨乡镇(街道)、重大复杂: why a matter is to be reported to the area chief. It <b>stands</b> from when the
 * holder sets it; whoever may set it takes it <b>back</b>, with a reason, as long as the chief was
 * not told. What was taken back stays on record, and the matter may be marked anew.
 *
 * @param trigger one of those that the county's rule names
 * @param set by whom, when and why
 * @param takenBack the same of taking it back; null while it stands
 */
public record Mark(UUID id, MatterId matter, String trigger, Step set, @Nullable Step takenBack) {

  public static Change<Mark> set(UUID id, MatterId matter, String trigger, Step step) {
    return new Change<>(
        new Mark(id, matter, trigger, step, null),
        "case.area-marked",
        Map.of("trigger", trigger, "words", step.note()));
  }

  /**
   * @param told whether the chief was told of the matter
   */
  public Permission mayTakeBack(boolean told) {
    if (takenBack != null) {
      return takenBack.refuses(
          "command.mark-taken-back", "The mark cannot be taken back", "taken back already");
    }
    return told
        ? Permission.refused(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "command.chief-told",
                "The area chief was told of this matter; the mark stands."))
        : Permission.allowed();
  }

  public Change<Mark> takeBack(boolean told, Step step) {
    mayTakeBack(told).orThrow();
    return new Change<>(
        new Mark(id, matter, trigger, set, step),
        "case.area-unmarked",
        Map.of("trigger", trigger, "reason", step.note()));
  }
}
