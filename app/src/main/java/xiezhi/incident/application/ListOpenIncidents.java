package xiezhi.incident.application;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.incident.OpenIncidents;
import xiezhi.incident.domain.IncidentRegister;
import xiezhi.shared.BodyId;

@Service
class ListOpenIncidents implements OpenIncidents {
  /** As many as a view shows. */
  private static final int MOST = 50;

  private final Desk desk;
  private final IncidentRegister register;

  ListOpenIncidents(Desk desk, IncidentRegister register) {
    this.desk = desk;
    this.register = register;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Line> of(Collection<BodyId> bodies) {
    return bodies.isEmpty()
        ? List.of()
        : register
            .incidents(
                desk.county(), new IncidentRegister.Query(List.copyOf(bodies), true, null, MOST))
            .stream()
            .map(i -> new Line(i.id(), i.title(), i.place().address(), i.happenedAt()))
            .toList();
  }
}
