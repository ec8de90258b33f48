package xiezhi.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.matter.Matter;
import xiezhi.shared.BodyId;

/** Leads that no person typed: a device saw something. A person confirms them, or not. */
public interface MachineLeads {
  /**
   * @param division nine digits
   * @param attachments uploaded by the actor; tied to the matter with it
   */
  record Seen(
      String subject,
      Instant at,
      String division,
      String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat,
      String words,
      List<UUID> attachments) {}

  /** A matter of source {@code device} begins at that body's desk. */
  Matter begin(Seen seen, BodyId holder, Instant now);
}
