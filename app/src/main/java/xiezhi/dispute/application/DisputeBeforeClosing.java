package xiezhi.dispute.application;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import xiezhi.dispute.domain.Dispute;
import xiezhi.dispute.domain.DisputeRegister;
import xiezhi.matter.Matter;
import xiezhi.matter.MatterClosing;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/** A matter whose jurisdiction is in dispute is not closed before that is settled. */
@Component
class DisputeBeforeClosing implements MatterClosing {
  private final DisputeRegister register;

  DisputeBeforeClosing(DisputeRegister register) {
    this.register = register;
  }

  @Override
  public Permission mayClose(Matter matter, Instant now) {
    return register.of(CurrentActor.get().county(), matter.id()).stream().anyMatch(Dispute::isOpen)
        ? Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "dispute.not-settled",
                "Its jurisdiction is in dispute; settle that first.",
                Map.of("number", matter.number())))
        : Permission.allowed();
  }

  @Override
  public void closed(Matter matter, Instant now) {
    // nothing is in dispute when it is closed
  }
}
