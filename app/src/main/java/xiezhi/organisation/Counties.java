package xiezhi.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiezhi.shared.CountyCode;

/** The counties of this deployment. Which there are is public; what is in them is not. */
public interface Counties extends xiezhi.shared.Counties {
  List<County> known();

  Optional<County> find(CountyCode code);

  /** Its outline as GeoJSON geometry, schematic; empty if none is held. */
  Optional<String> boundary(CountyCode code);

  /** What the packaged data files say about counties. */
  List<CountyRows> files();

  /**
   * What these data files say, by their names; without the rules for township bodies the packaged
   * ones serve. All faults are refused at once.
   */
  List<CountyRows> read(Map<String, String> files);

  /**
   * Founds a county: its divisions, its departments, and for each township the government or
   * office, the enforcement unit and the stations, named as its mechanism names them. Does nothing
   * and answers false if it is there already.
   */
  boolean found(CountyRows rows);
}
