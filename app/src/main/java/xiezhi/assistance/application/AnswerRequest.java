package xiezhi.assistance.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.assistance.domain.Assistance;
import xiezhi.document.Attachments;
import xiezhi.flow.Desk;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 派员、到场、答复、不予协助: what the asked body does. */
@Service
@Transactional
public class AnswerRequest {
  private final Desk desk;
  private final AssistanceDesk files;
  private final AssistanceActs acts;
  private final Attachments attachments;

  AnswerRequest(Desk desk, AssistanceDesk files, AssistanceActs acts, Attachments attachments) {
    this.desk = desk;
    this.files = files;
    this.acts = acts;
    this.attachments = attachments;
  }

  /** 派执法人员现场处置: who is on the way. */
  public void sendPeople(UUID id, int version, String people) {
    Instant now = desk.now();
    Assistance a = files.get(id, version);
    acts.maySendPeople(a).orThrow();
    String who = Texts.required("people", people, 500);
    Assistance after = files.apply(now, a.sendPeople(who, desk.step(now, who)));
    files.tellAsking(now, after, "assistance.dispatched", Map.of("people", who));
  }

  public void arrive(UUID id, int version) {
    Instant now = desk.now();
    Assistance a = files.get(id, version);
    acts.mayArrive(a).orThrow();
    Assistance after = files.apply(now, a.arrive(desk.step(now, "")));
    files.tellAsking(now, after, "assistance.arrived", Map.of());
  }

  /** 提出书面意见和相关证据材料: both hang on the matter from then on. */
  public void answer(UUID id, int version, String opinion, List<UUID> evidence) {
    Instant now = desk.now();
    Assistance a = files.get(id, version);
    String words = Texts.optional("opinion", opinion, 5_000);
    acts.mayAnswer(a, words, evidence, now).orThrow();
    if (words.isEmpty() && evidence.isEmpty()) {
      throw Refusal.of(
              Refusal.Kind.MALFORMED,
              "assistance.empty-answer",
              "An answer carries an opinion, or files, or both; none was given.")
          .exception();
    }
    if (!evidence.isEmpty()) {
      if (a.matter() == null) {
        throw Refusal.of(
                Refusal.Kind.RULE,
                "assistance.files-need-a-matter",
                "Files hang on a matter, and this request is for none; answer in words.")
            .exception();
      }
      attachments.attach(a.matter(), evidence);
    }
    Map<String, Object> data = files.answering(a);
    data.put("opinion", words);
    data.put(
        "files", attachments.find(evidence).stream().map(Attachments.Attachment::name).toList());
    String number = files.issue(now, a, "assistance-answer", a.requested(), data).number();
    Assistance after = files.apply(now, a.answer(words, evidence, desk.step(now, words)));
    files.tellAsking(now, after, "assistance.answered", Map.of("words", words, "letter", number));
  }

  /**
   * @param citation the law that stands against it
   */
  public void refuse(UUID id, int version, String citation, String reason) {
    Instant now = desk.now();
    Assistance a = files.get(id, version);
    String law = Texts.optional("citation", citation, 500);
    String why = Texts.optional("reason", reason, 2_000);
    acts.mayRefuse(a, law, why, now).orThrow();
    Map<String, Object> data = files.answering(a);
    data.put("citation", law);
    data.put("reason", why);
    String number = files.issue(now, a, "assistance-refusal", a.requested(), data).number();
    Assistance after = files.apply(now, a.refuse(law, why, desk.step(now, why)));
    files.tellAsking(
        now, after, "assistance.refused", Map.of("citation", law, "words", why, "letter", number));
  }
}
