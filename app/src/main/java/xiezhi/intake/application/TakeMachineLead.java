package xiezhi.intake.application;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.intake.MachineLeads;
import xiezhi.matter.Matter;
import xiezhi.shared.BodyId;

/** 设备发现: a lead like any other, but for who found it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class TakeMachineLead implements MachineLeads {
  private final RegisterLead register;

  TakeMachineLead(RegisterLead register) {
    this.register = register;
  }

  @Override
  public Matter begin(Seen seen, BodyId holder, Instant now) {
    return register.begin(
        new Lead(
            seen.subject(),
            "device",
            seen.at(),
            seen.division(),
            seen.address(),
            seen.lng(),
            seen.lat(),
            null,
            null,
            seen.words(),
            false,
            false,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            seen.attachments()),
        holder,
        now);
  }
}
