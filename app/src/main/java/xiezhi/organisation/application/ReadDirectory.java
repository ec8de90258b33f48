package xiezhi.organisation.application;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.organisation.Body;
import xiezhi.organisation.Division;
import xiezhi.organisation.domain.Register;
import xiezhi.shared.CountyCode;

/** Reads a county's whole directory at once: some hundreds of rows that hardly ever change. */
@Service
class ReadDirectory {
  private final Register register;

  ReadDirectory(Register register) {
    this.register = register;
  }

  record Whole(List<Division> divisions, List<Body> bodies) {}

  @Transactional(readOnly = true)
  public Whole read(CountyCode county) {
    return new Whole(register.divisions(county), register.bodies(county));
  }
}
