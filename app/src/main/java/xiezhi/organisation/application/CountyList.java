package xiezhi.organisation.application;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import xiezhi.organisation.Counties;
import xiezhi.organisation.County;
import xiezhi.organisation.CountyRows;
import xiezhi.organisation.domain.Register;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;

/** Asks which counties there are, and founds one. */
@Service
class CountyList implements Counties {
  private final Register register;
  private final FoundCounty founder;
  private final Copies copies;

  CountyList(Register register, FoundCounty founder, Copies copies) {
    this.register = register;
    this.founder = founder;
    this.copies = copies;
  }

  @Override
  public List<County> known() {
    return register.counties();
  }

  @Override
  public List<CountyCode> all() {
    return known().stream().map(County::code).toList();
  }

  @Override
  public Optional<County> find(CountyCode code) {
    return known().stream().filter(c -> c.code().equals(code)).findFirst();
  }

  @Override
  public Optional<String> boundary(CountyCode code) {
    return register.boundary(code);
  }

  @Override
  public boolean found(CountyRows rows) {
    CountyCode county = rows.county().code();
    boolean founded = CurrentActor.as(Actor.platform(county), () -> founder.found(rows));
    copies.forget(county);
    return founded;
  }
}
