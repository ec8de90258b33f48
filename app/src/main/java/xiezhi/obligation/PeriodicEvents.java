package xiezhi.obligation;

import java.util.Set;

/**
 * Events that a flow of this platform tells and that discharge periodic duties, as {@code
 * meeting.held}. A flow says so with one bean. A periodic duty that ends with any other event is
 * not opened: nobody could fulfil it here.
 */
public record PeriodicEvents(Set<String> events) {
  public PeriodicEvents {
    events = Set.copyOf(events);
  }
}
