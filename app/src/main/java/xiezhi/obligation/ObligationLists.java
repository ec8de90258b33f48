package xiezhi.obligation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** To-do lists: what is owed, most urgent first. */
public interface ObligationLists {
  enum Whose {
    /** What the actor's desk owes. */
    OURS,
    /** What is owed to the actor's desk. */
    OWED_TO_US,
    /** The whole county's; for coordination and supervision only, others get their own. */
    COUNTY
  }

  /**
   * @param duty only that one; null for all
   * @param open those still running, or those that have ended
   * @param overdue only those past their time
   * @param afterDue due order of the last row seen, with its id; null at the start
   */
  record Query(
      Whose whose,
      @Nullable String duty,
      boolean open,
      boolean overdue,
      @Nullable Instant afterDue,
      @Nullable UUID afterId,
      int limit) {}

  List<ObligationView> list(Query query);

  /** How many are open by duty; counting stops at a thousand. */
  record Count(String duty, long open, long red, long amber) {}

  List<Count> counts(Whose whose);
}
