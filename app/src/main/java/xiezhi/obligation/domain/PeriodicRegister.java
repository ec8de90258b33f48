package xiezhi.obligation.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.mechanism.RuleValue.Period;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/** Which periodic duties were opened, and the periods that counties set for themselves. */
public interface PeriodicRegister {
  /**
   * @param nth of several that are owed in one period, from 1
   */
  record Key(String rule, BodyId body, String period, int nth) {}

  record Schedule(String rule, Period every, String reason, Instant setAt, String by) {}

  /** How often it was opened, met, and not met, and when it was met last. */
  record Tally(String rule, BodyId body, int opened, int missed, @Nullable Instant lastMet) {}

  /** Those of these that were opened before. */
  Set<Key> opened(CountyCode county, Collection<String> periods);

  void open(CountyCode county, Key key, UUID obligation);

  /** Still open ones of that rule and these bodies in that period, the first first. */
  List<UUID> open(CountyCode county, String rule, Collection<BodyId> bodies, String period);

  Map<String, Schedule> schedules(CountyCode county);

  void schedule(CountyCode county, Schedule schedule, String account);

  List<Tally> records(CountyCode county, Instant now);
}
