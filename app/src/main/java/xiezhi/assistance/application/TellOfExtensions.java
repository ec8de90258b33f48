package xiezhi.assistance.application;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.assistance.domain.Assistance;
import xiezhi.flow.Desk;
import xiezhi.obligation.ObligationExtended;

/**
 * 事先告知: when the asked body extends its clock, whoever asked gets a numbered letter with the reason
 * and the new day, in the same transaction. Whether and until when it may is the clock's own rule.
 */
@Component
class TellOfExtensions {
  private static final String OURS = "assistance:";

  private final Desk desk;
  private final AssistanceDesk files;

  TellOfExtensions(Desk desk, AssistanceDesk files) {
    this.desk = desk;
    this.files = files;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ObligationExtended extended) {
    if (!extended.subject().startsWith(OURS)) {
      return;
    }
    Assistance a = files.get(UUID.fromString(extended.subject().substring(OURS.length())));
    Map<String, Object> data = files.answering(a);
    data.put("reason", extended.reason());
    data.put("until", desk.day(extended.to().minusNanos(1)));
    String number =
        files.issue(extended.at(), a, "assistance-extension", a.requested(), data).number();
    files.tellAsking(
        extended.at(),
        a,
        "assistance.extended",
        Map.of(
            "reason", extended.reason(),
            "until", desk.day(extended.to().minusNanos(1)),
            "letter", number));
  }
}
