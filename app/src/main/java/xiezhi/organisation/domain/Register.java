package xiezhi.organisation.domain;

import java.util.List;
import java.util.Optional;
import xiezhi.organisation.Body;
import xiezhi.organisation.County;
import xiezhi.organisation.CountyRows;
import xiezhi.organisation.Division;
import xiezhi.shared.CountyCode;

/** Where the directory is kept. */
public interface Register {
  List<County> counties();

  Optional<County> county(CountyCode code);

  Optional<String> boundary(CountyCode county);

  List<Division> divisions(CountyCode county);

  List<Body> bodies(CountyCode county);

  /** Writes the county with all that is in it, or nothing and answers false if it is there. */
  boolean add(CountyRows rows, Establishment establishment);
}
