package xiezhi.device.application;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.device.WaitingLeads;
import xiezhi.device.domain.DeviceRegister;
import xiezhi.flow.Desk;
import xiezhi.shared.BodyId;

@Service
class ListWaitingLeads implements WaitingLeads {
  /** As many as a view shows. */
  private static final int MOST = 50;

  private final Desk desk;
  private final DeviceRegister register;

  ListWaitingLeads(Desk desk, DeviceRegister register) {
    this.desk = desk;
    this.register = register;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Line> of(Collection<BodyId> holders) {
    return holders.isEmpty()
        ? List.of()
        : register.leads(desk.county(), holders, "unconfirmed", null, null, MOST).stream()
            .map(l -> new Line(l.matter(), l.kind(), l.holder(), l.firstAt()))
            .toList();
  }
}
