package xiezhi.organisation.application;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import xiezhi.organisation.Division;
import xiezhi.organisation.Divisions;
import xiezhi.shared.CountyCode;

/** Asks which townships and sub-districts there are. */
@Service
class DivisionDirectory implements Divisions {
  private final Copies copies;

  DivisionDirectory(Copies copies) {
    this.copies = copies;
  }

  @Override
  public List<Division> of(CountyCode county) {
    return copies.of(county).divisions();
  }

  @Override
  public Optional<Division> find(CountyCode county, String code) {
    return of(county).stream().filter(d -> d.code().equals(code)).findFirst();
  }
}
