package xiezhi.assistance.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xiezhi.assistance.domain.Assistance;
import xiezhi.document.Attachments;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Mechanism;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.BodyId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/** Which acts on a request are allowed to whom: asked by the screen and by the acts themselves. */
@Component
class AssistanceActs {
  private final Desk desk;
  private final AssistanceDesk files;
  private final Attachments attachments;
  private final Bodies bodies;

  AssistanceActs(Desk desk, AssistanceDesk files, Attachments attachments, Bodies bodies) {
    this.desk = desk;
    this.files = files;
    this.attachments = attachments;
    this.bodies = bodies;
  }

  /** A body of this county that has a desk: a legal body, or a station. */
  Permission mayBeAsked(BodyId requested) {
    Body body = bodies.get(requested);
    boolean hasDesk =
        (body.kind().isLegal() && body.kind() != BodyKind.EXTERNAL)
            || body.kind() == BodyKind.DISPATCHED
            || body.kind() == BodyKind.AFFILIATED;
    return hasDesk
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "assistance.cannot-be-asked",
                body.name()
                    + " is a "
                    + body.kind().key()
                    + "; assistance is asked of departments, townships and stations of this"
                    + " county.",
                Map.of("body", body.name(), "kind", body.kind().key())));
  }

  Permission mayAmend(Assistance a) {
    return desk.mayActFor(a.preparedBy()).and(a.mayAmend());
  }

  /** A letter goes out under a signature; a call is made by whoever works on it. */
  Permission maySend(Assistance a, Instant now) {
    Permission who =
        a.request().form() == Assistance.Form.LETTER
            ? desk.maySignFor(a.requester())
            : desk.mayActFor(a.preparedBy());
    Permission first = who.and(a.maySend());
    return first.isAllowed() ? mayAsk(a, now) : first;
  }

  /** The county's gates on asking, whoever asks. */
  Permission mayAsk(Assistance a, Instant now) {
    return desk.mechanism(now)
        .gates("assistance.request", files.facts(a))
        .and(mayBeAsked(a.requested()));
  }

  Permission mayWithdraw(Assistance a) {
    return desk.mayActFor(a.preparedBy()).and(a.mayWithdraw());
  }

  Permission maySendPeople(Assistance a) {
    return desk.mayActFor(a.requested()).and(a.maySendPeople());
  }

  Permission mayArrive(Assistance a) {
    return desk.mayActFor(a.requested()).and(a.mayArrive());
  }

  /** Whether an answer may be given at all; what it must carry is seen when it is given. */
  Permission mayAnswer(Assistance a) {
    return desk.mayActFor(a.requested()).and(a.mayAnswer());
  }

  Permission mayAnswer(Assistance a, String opinion, List<UUID> evidence, Instant now) {
    Permission first = mayAnswer(a);
    if (!first.isAllowed() || a.isForArchives()) {
      return first;
    }
    List<String> materials = new ArrayList<>();
    if (!opinion.isBlank()) {
      materials.add("written-opinion");
    }
    attachments.find(evidence).forEach(f -> materials.add(f.kind()));
    return desk.mechanism(now)
        .gates("assistance.answer", files.facts(a).with("materials", materials));
  }

  Permission mayRefuse(Assistance a) {
    return desk.mayActFor(a.requested()).and(a.mayRefuse());
  }

  /** Only for a reason of law, wherever a rule asks for one. */
  Permission mayRefuse(Assistance a, String citation, String reason, Instant now) {
    Permission first = mayRefuse(a);
    if (!first.isAllowed()) {
      return first;
    }
    List<String> fields = new ArrayList<>();
    if (!citation.isBlank()) {
      fields.add("citation");
    }
    if (!reason.isBlank()) {
      fields.add("reason");
    }
    Mechanism mechanism = desk.mechanism(now);
    return mechanism.gates(
        a.isForArchives() ? "archive.refuse" : "assistance.refuse",
        files.facts(a).with("fields", fields));
  }

  Permission mayReport(Assistance a) {
    return desk.mayActFor(a.preparedBy()).and(a.mayReport());
  }

  /** Every act by its operation's name, as the resource lists them. */
  Map<String, Permission> all(Assistance a, Instant now) {
    Map<String, Permission> acts = new LinkedHashMap<>();
    acts.put("amendAssistance", mayAmend(a));
    acts.put("sendAssistance", maySend(a, now));
    acts.put("withdrawAssistance", mayWithdraw(a));
    acts.put("sendPeople", maySendPeople(a));
    acts.put("arriveOnSite", mayArrive(a));
    acts.put("answerAssistance", mayAnswer(a));
    acts.put("refuseAssistance", mayRefuse(a));
    acts.put("reportAssistance", mayReport(a));
    return acts;
  }
}
