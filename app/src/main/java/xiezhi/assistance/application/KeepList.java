package xiezhi.assistance.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.assistance.domain.AssistanceRegister;
import xiezhi.assistance.domain.ListEntry;
import xiezhi.calendar.TimeLimit;
import xiezhi.flow.Desk;
import xiezhi.ledger.Ledger;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.RuleValue;
import xiezhi.organisation.Bodies;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ids;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.Texts;

/**
 * 执法协助事项清单: what each department helps with. The department keeps its own; where the county names a
 * body that draws up all of them, that body too.
 */
@Service
@Transactional
public class KeepList {
  private final Desk desk;
  private final AssistanceRegister register;
  private final Bodies bodies;
  private final Ledger ledger;

  KeepList(Desk desk, AssistanceRegister register, Bodies bodies, Ledger ledger) {
    this.desk = desk;
    this.register = register;
    this.bodies = bodies;
    this.ledger = ledger;
  }

  public UUID add(BodyId department, String content, String form, @Nullable TimeLimit limit) {
    Instant now = desk.now();
    BodyId whose = bodies.get(department).id();
    mayKeep(whose, now).orThrow();
    List<String> fields = new ArrayList<>();
    String what = Texts.optional("content", content, 500);
    String how = Texts.optional("form", form, 500);
    if (!what.isEmpty()) {
      fields.add("assistance-content");
    }
    if (!how.isEmpty()) {
      fields.add("assistance-form");
    }
    if (limit != null) {
      fields.add("feedback-limit");
    }
    desk.mechanism(now).gates("assistance.list", Facts.NONE.with("fields", fields)).orThrow();
    ListEntry entry =
        new ListEntry(
            Ids.next(),
            whose,
            Texts.required("content", what, 500),
            how,
            limit,
            now,
            CurrentActor.get().name(),
            null);
    register.list(desk.county(), entry);
    ledger.record(
        now,
        "assistance.listed",
        "assistance-entry:" + entry.id(),
        null,
        Map.of("department", whose.value(), "content", what, "form", how));
    return entry.id();
  }

  /** Taken off the list; requests that named it keep their time. */
  public void end(UUID id) {
    Instant now = desk.now();
    ListEntry entry =
        register
            .entry(desk.county(), id)
            .filter(e -> e.endedAt() == null)
            .orElseThrow(
                () ->
                    Refusal.of(
                            Refusal.Kind.UNKNOWN,
                            "assistance.no-such-entry",
                            "There is no such entry on the list.")
                        .exception());
    mayKeep(entry.department(), now).orThrow();
    register.end(desk.county(), id, now);
    ledger.record(now, "assistance.unlisted", "assistance-entry:" + id, null, Map.of());
  }

  @Transactional(readOnly = true)
  public List<ListEntry> entries(@Nullable BodyId department) {
    return register.entries(desk.county(), department);
  }

  private Permission mayKeep(BodyId department, Instant now) {
    if (CurrentActor.get().has(Role.COORDINATOR)) {
      return Permission.allowed();
    }
    Mechanism mechanism = desk.mechanism(now);
    boolean drawsUpAll =
        mechanism
            .route("assistance.lister", Facts.NONE)
            .map(r -> desk.targets(((RuleValue.Route) r.value()).to(), null, Map.of()))
            .orElse(List.of())
            .stream()
            .anyMatch(b -> desk.mayActFor(b.id()).isAllowed());
    return drawsUpAll ? Permission.allowed() : desk.mayActFor(department);
  }
}
