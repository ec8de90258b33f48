package xiezhi.sharing.domain;

import java.util.List;
import xiezhi.shared.CountyCode;

/** What was provided for which item. */
public interface ProvisionRegister {
  void insert(CountyCode county, Provision provision);

  /** The newest of each item and kind. */
  List<Provision> newest(CountyCode county);
}
