package xiezhi.command.application;

import org.springframework.stereotype.Component;
import xiezhi.command.domain.ReportRegister;
import xiezhi.flow.MatterFacts;
import xiezhi.matter.Matter;
import xiezhi.mechanism.Facts;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;

/** What rules of other flows may ask: whether the matter stands marked for the area chief. */
@Component
class AreaMarkFacts implements MatterFacts {
  private final ReportRegister register;

  AreaMarkFacts(ReportRegister register) {
    this.register = register;
  }

  @Override
  public Facts of(Matter matter, BodyId from, BodyId to) {
    return Facts.NONE.with(
        "area-marked", register.mark(CurrentActor.get().county(), matter.id()).isPresent());
  }
}
