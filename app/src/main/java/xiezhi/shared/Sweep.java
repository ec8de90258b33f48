package xiezhi.shared;

import java.time.Instant;

/**
 * Work that falls due by the clock: reminders, overdue marks, tidying. Called for every county
 * about once a minute, by one replica at a time, as the platform acting in that county; must be
 * idempotent.
 */
public interface Sweep {
  void sweep(CountyCode county, Instant now);
}
