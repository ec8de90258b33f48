package xiezhi.intake;

import java.util.Map;
import xiezhi.matter.Matter;
import xiezhi.shared.Permission;

/** What may be done with a lead, for the matter's page. */
public interface LeadActs {
  Map<String, Permission> acts(Matter matter);
}
