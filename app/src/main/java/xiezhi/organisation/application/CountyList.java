package xiezhi.organisation.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import xiezhi.organisation.Counties;
import xiezhi.organisation.County;
import xiezhi.organisation.CountyRows;
import xiezhi.organisation.domain.CountyFiles;
import xiezhi.organisation.domain.Register;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.csv.DataFiles;
import xiezhi.shared.csv.Faults;

/** Asks which counties there are, and founds one. */
@Service
class CountyList implements Counties {
  private final Register register;
  private final FoundCounty founder;
  private final Copies copies;
  private final DataFiles data;
  private final SingletonSupplier<List<CountyRows>> files = SingletonSupplier.of(this::packaged);

  CountyList(Register register, FoundCounty founder, Copies copies, DataFiles data) {
    this.register = register;
    this.founder = founder;
    this.copies = copies;
    this.data = data;
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
    return register.county(code);
  }

  @Override
  public Optional<String> boundary(CountyCode code) {
    return register.boundary(code);
  }

  @Override
  public List<CountyRows> files() {
    return files.obtain();
  }

  private List<CountyRows> packaged() {
    Faults faults = new Faults();
    List<CountyRows> rows = CountyFiles.read(data.texts(CountyFiles.NAMES, faults), faults);
    faults.orThrow();
    return rows;
  }

  @Override
  public List<CountyRows> read(Map<String, String> given) {
    Faults faults = new Faults();
    Map<String, String> texts = new HashMap<>(given);
    if (!given.containsKey(CountyFiles.TOWNSHIP_BODIES)) {
      texts.putAll(data.texts(List.of(CountyFiles.TOWNSHIP_BODIES), faults));
    }
    List<CountyRows> rows = CountyFiles.read(texts, faults);
    faults.orThrow();
    return rows;
  }

  @Override
  public boolean found(CountyRows rows) {
    CountyCode county = rows.county().code();
    boolean founded = CurrentActor.as(Actor.platform(county), () -> founder.found(rows));
    copies.forget(county);
    return founded;
  }
}
