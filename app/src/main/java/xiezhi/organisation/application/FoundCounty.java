package xiezhi.organisation.application;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.mechanism.Mechanisms;
import xiezhi.organisation.CountyRows;
import xiezhi.organisation.domain.Establishment;
import xiezhi.organisation.domain.Register;
import xiezhi.shared.RefusedException;

/**
 * Founds a county from its rows: everything or nothing. What the enforcement unit is called, its
 * mechanism says.
 */
@Service
class FoundCounty {
  /** What national papers call the unit; for a county whose mechanism is not in force yet. */
  private static final String USUAL_UNIT = "综合行政执法队";

  private final Register register;
  private final Mechanisms mechanisms;
  private final Clock clock;

  FoundCounty(Register register, Mechanisms mechanisms, Clock clock) {
    this.register = register;
    this.mechanisms = mechanisms;
    this.clock = clock;
  }

  @Transactional
  public boolean found(CountyRows rows) {
    return register.add(rows, Establishment.of(rows, unit(rows)));
  }

  private String unit(CountyRows rows) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    try {
      return mechanisms.inForce(rows.county().code(), today).term("enforcement-unit", "zh");
    } catch (RefusedException noneInForce) {
      return USUAL_UNIT;
    }
  }
}
