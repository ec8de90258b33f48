package xiezhi.sharing.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * One body asks another for information it needs: decisions, their execution, figures (按需要及时反馈). It
 * is <b>asked</b>, and <b>answered</b> with an item of information, or <b>declined</b> with a
 * reason.
 */
public record DataRequest(
    UUID id,
    String category,
    BodyId requester,
    BodyId requested,
    String content,
    Instant askedAt,
    Stage stage,
    @Nullable UUID information,
    Step lastStep,
    int version) {

  public enum Stage {
    ASKED,
    ANSWERED,
    DECLINED;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public static Change<DataRequest> ask(
      String category, BodyId requester, BodyId requested, String content, Step step) {
    if (requester.equals(requested)) {
      throw Refusal.of(
              Refusal.Kind.RULE,
              "sharing.request-to-oneself",
              "A body does not ask itself for information.")
          .exception();
    }
    return new Change<>(
        new DataRequest(
            Ids.next(),
            category,
            requester,
            requested,
            content,
            step.at(),
            Stage.ASKED,
            null,
            step,
            0),
        "information.requested",
        Map.of("category", category, "requested", requested.value()));
  }

  public String reference() {
    return "request:" + id;
  }

  public Permission mayAnswer() {
    return stage == Stage.ASKED
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.CONFLICT,
                "sharing.request-answered",
                "This request was "
                    + stage.key()
                    + " by "
                    + lastStep.by()
                    + " at "
                    + lastStep.at()
                    + ".",
                Map.of("stage", stage.key(), "by", lastStep.by(), "at", lastStep.at().toString())));
  }

  public Change<DataRequest> answer(UUID with, Step step) {
    mayAnswer().orThrow();
    return new Change<>(
        new DataRequest(
            id,
            category,
            requester,
            requested,
            content,
            askedAt,
            Stage.ANSWERED,
            with,
            step,
            version + 1),
        "information.request-answered",
        Map.of("information", with.toString()));
  }

  public Change<DataRequest> decline(Step step) {
    mayAnswer().orThrow();
    return new Change<>(
        new DataRequest(
            id,
            category,
            requester,
            requested,
            content,
            askedAt,
            Stage.DECLINED,
            null,
            step,
            version + 1),
        "information.request-declined",
        Map.of("reason", step.note()));
  }
}
