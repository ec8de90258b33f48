package xiezhi.demonstration;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import xiezhi.assistance.application.AnswerRequest;
import xiezhi.assistance.application.ReadAssistance;
import xiezhi.assistance.application.RequestAssistance;
import xiezhi.assistance.domain.Assistance;
import xiezhi.document.Attachments;
import xiezhi.shared.CurrentActor;

/** 执法协助: assist, assist-at-once, people-sent, people-there, assist-answer. */
@Component("demonstratedAssistance")
@ConditionalOnProperty(name = "xiezhi.demonstration-stories", havingValue = "true")
class AssistanceActs implements FlowActs {
  private final RequestAssistance request;
  private final AnswerRequest answer;
  private final ReadAssistance read;
  private final Attachments attachments;

  AssistanceActs(
      RequestAssistance request,
      AnswerRequest answer,
      ReadAssistance read,
      Attachments attachments) {
    this.request = request;
    this.answer = answer;
    this.read = read;
    this.attachments = attachments;
  }

  @Override
  public Set<String> known() {
    return Set.of("assist", "assist-at-once", "people-sent", "people-there", "assist-answer");
  }

  @Override
  public void play(Playing p, String act) {
    switch (act) {
      case "assist" -> ask(p, false);
      case "assist-at-once" -> ask(p, true);
      case "people-sent" ->
          CurrentActor.as(
              p.receiver(), () -> onLast(p, (id, v) -> answer.sendPeople(id, v, "执法人员两名")));
      case "people-there" ->
          CurrentActor.as(p.receiver(), () -> onLast(p, (id, v) -> answer.arrive(id, v)));
      case "assist-answer" -> CurrentActor.as(p.receiver(), () -> onLast(p, this::give));
      default -> throw new IllegalArgumentException(act);
    }
  }

  private void ask(Playing p, boolean atOnce) {
    UUID asked =
        CurrentActor.as(
            p.finder(),
            () ->
                request
                    .prepare(
                        p.matter().id(),
                        p.receiver().body(),
                        new Assistance.Request(
                            Assistance.Kind.TECHNICAL,
                            Assistance.Form.LETTER,
                            "请求技术鉴定：" + p.matter().subject(),
                            p.story().facts(),
                            p.story().ask().isEmpty() ? "请出具书面认定意见和相关证据材料。" : p.story().ask(),
                            atOnce ? Assistance.Trigger.EVIDENCE_MAY_BE_LOST : null,
                            Set.of(Assistance.Ground.SPECIALISED),
                            null,
                            List.of()))
                    .id());
    CurrentActor.as(p.signer(), () -> request.send(asked, 0));
  }

  private void give(UUID id, int version) {
    UUID report =
        attachments
            .upload(
                "鉴定报告.txt",
                "evidence-material",
                new ByteArrayInputStream(("鉴定报告 " + id + "\n").getBytes(StandardCharsets.UTF_8)),
                null)
            .id();
    answer.answer(id, version, "经现场取样检测，认定意见附后。", List.of(report));
  }

  private interface Versioned {
    void apply(UUID id, int version);
  }

  private void onLast(Playing p, Versioned act) {
    read.ofMatter(p.matter().id()).stream()
        .findFirst()
        .ifPresent(page -> act.apply(page.request().id(), page.request().version()));
  }
}
