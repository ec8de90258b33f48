package xiezhi.dispute.application;

import org.springframework.stereotype.Component;
import xiezhi.dispute.domain.Dispute;
import xiezhi.dispute.domain.DisputeRegister;
import xiezhi.flow.MatterFacts;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Facts;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;

/** What rules of other flows may ask: whether the matter is in dispute now. */
@Component
class DisputeFacts implements MatterFacts {
  private final DisputeRegister register;

  DisputeFacts(DisputeRegister register) {
    this.register = register;
  }

  @Override
  public Facts of(Matter matter, BodyId from, BodyId to) {
    return Facts.NONE.with(
        "under-dispute",
        register.of(CurrentActor.get().county(), matter.id()).stream().anyMatch(Dispute::isOpen));
  }
}
