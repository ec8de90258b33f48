package xiezhi.referral.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xiezhi.document.Attachments;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Mechanism;
import xiezhi.referral.domain.Referral;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;

/** What the letters of a referral say, taken from the matter and the referral. */
@Component
class ReferralLetters {
  private final Desk desk;
  private final Attachments attachments;

  ReferralLetters(Desk desk, Attachments attachments) {
    this.desk = desk;
    this.attachments = attachments;
  }

  /** 涉嫌犯罪案件移送书. */
  Map<String, Object> transfer(
      Matter matter, Referral r, BodyId police, boolean copied, Instant now) {
    Mechanism mechanism = desk.mechanism(now);
    Map<String, Object> data = about(matter, r, desk.name(police));
    data.put("facts", matter.act().facts());
    data.put("suspicion", r.content().suspicion());
    data.put("crime", r.content().crime());
    data.put("parties", parties(matter));
    data.put(
        "team", String.join("、", r.content().team().stream().map(Referral.Officer::name).toList()));
    data.put("materials", materials(mechanism, r));
    data.put("articles", goods(r));
    data.put("copied", copied ? mechanism.term("procuratorate", "zh") : "");
    return data;
  }

  /** 提请复议、建议立案监督. */
  Map<String, Object> appeal(Matter matter, Referral r, String reason, String term, Instant now) {
    BodyId police = r.police();
    String to =
        term.equals("police") && police != null
            ? desk.name(police)
            : desk.mechanism(now).term(term, "zh");
    Map<String, Object> data = about(matter, r, to);
    data.put("letter", r.letter() == null ? "" : r.letter().number());
    data.put("refusal", last(r, "case.crime-not-filed"));
    data.put("reconsidered", last(r, "case.crime-reconsidered"));
    data.put("reason", reason);
    return data;
  }

  Map<String, Object> goods(Matter matter, Referral r, String note, Instant now) {
    BodyId police = r.police();
    Map<String, Object> data =
        about(
            matter,
            r,
            police == null ? desk.mechanism(now).term("police", "zh") : desk.name(police));
    data.put("letter", r.letter() == null ? "" : r.letter().number());
    data.put("filed", last(r, "case.crime-filed"));
    data.put("articles", goods(r));
    data.put("madeAt", desk.minute(now));
    data.put("madeBy", CurrentActor.get().name());
    data.put("note", note);
    return data;
  }

  private Map<String, Object> about(Matter matter, Referral r, String to) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", desk.name(r.legal()));
    data.put("to", to);
    data.put("matterNumber", matter.number());
    data.put("subject", matter.subject());
    data.put("place", matter.place().address());
    data.put("contact", CurrentActor.get().name());
    return data;
  }

  private static String last(Referral r, String event) {
    return r.content().answers().stream()
        .filter(a -> a.event().equals(event))
        .reduce((first, second) -> second)
        .map(a -> a.document().isEmpty() ? a.words() : a.document() + "：" + a.words())
        .orElse("");
  }

  private static List<Map<String, String>> parties(Matter matter) {
    return matter.parties().stream()
        .map(
            p ->
                Map.of(
                    "name", p.name(),
                    "idNumber", p.idNumber() == null ? "" : p.idNumber(),
                    "phone", p.phone() == null ? "" : p.phone()))
        .toList();
  }

  private List<Map<String, String>> materials(Mechanism mechanism, Referral r) {
    Map<UUID, String> files = new LinkedHashMap<>();
    attachments
        .find(r.content().materials().stream().map(Referral.Material::attachment).toList())
        .forEach(a -> files.put(a.id(), a.name()));
    return r.content().materials().stream()
        .map(
            m ->
                Map.of(
                    "name", mechanism.term(m.kind(), "zh"),
                    "file", files.getOrDefault(m.attachment(), "")))
        .toList();
  }

  private static List<Map<String, String>> goods(Referral r) {
    return r.content().goods().stream()
        .map(
            g ->
                Map.of(
                    "name", g.name(),
                    "quantity", g.quantity(),
                    "state", g.source(),
                    "heldAt", g.custody()))
        .toList();
  }
}
