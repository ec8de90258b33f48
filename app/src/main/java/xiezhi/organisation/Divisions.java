package xiezhi.organisation;

import java.util.List;
import java.util.Optional;
import xiezhi.shared.CountyCode;

/** The county's townships and sub-districts. */
public interface Divisions {
  List<Division> of(CountyCode county);

  Optional<Division> find(CountyCode county, String code);
}
