package xiezhi.transfer.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.calendar.TimeLimit;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Mechanisms;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.notification.Notifications;
import xiezhi.obligation.Obligations;
import xiezhi.obligation.Occurrence;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.transfer.domain.Transfer;
import xiezhi.transfer.domain.TransferRegister;

/**
 * What all use cases here need: loading, the facts rules ask about, who is who, and telling the
 * heart what happened.
 */
@Component
class Desk {
  /** The roles of those who work a matter. */
  static final Set<Role> WORKING = Set.of(Role.CLERK, Role.OFFICER, Role.SIGNER);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private final TransferRegister transfers;
  private final Matters matters;
  private final Bodies bodies;
  private final Mechanisms mechanisms;
  private final WorkingCalendars calendars;
  private final Obligations obligations;
  private final Notifications notifications;
  private final Clock clock;

  Desk(
      TransferRegister transfers,
      Matters matters,
      Bodies bodies,
      Mechanisms mechanisms,
      WorkingCalendars calendars,
      Obligations obligations,
      Notifications notifications,
      Clock clock) {
    this.transfers = transfers;
    this.matters = matters;
    this.bodies = bodies;
    this.mechanisms = mechanisms;
    this.calendars = calendars;
    this.obligations = obligations;
    this.notifications = notifications;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  CountyCode county() {
    return CurrentActor.get().county();
  }

  LocalDate today(Instant now) {
    return now.atZone(calendars.of(county()).zone()).toLocalDate();
  }

  /** A day as letters write it. */
  String day(Instant at) {
    return DAY.format(at.atZone(calendars.of(county()).zone()));
  }

  /** A moment as letters write it. */
  String minute(Instant at) {
    return MINUTE.format(at.atZone(calendars.of(county()).zone()));
  }

  Mechanism mechanism(Instant now) {
    return mechanisms.inForce(county(), today(now));
  }

  Matter matter(MatterId id) {
    return matters.get(id);
  }

  /** A transfer of a matter the actor may see; one not sent yet only its sender's side knows of. */
  Transfer transfer(UUID id) {
    Transfer transfer = transfers.find(county(), id).orElseThrow(() -> unknown().exception());
    matters.get(transfer.matter());
    if (!transfer.isSent()
        && isAt(transfer.receiver())
        && !isAt(transfer.sender())
        && !isAt(transfer.preparedBy())) {
      throw unknown().exception();
    }
    return transfer;
  }

  /** The same, if nobody changed it since the actor looked. */
  Transfer transfer(UUID id, int version) {
    Transfer transfer = transfer(id);
    if (transfer.version() != version) {
      throw TransferRegister.overtaken(transfer).exception();
    }
    return transfer;
  }

  private static Refusal unknown() {
    return Refusal.of(
        Refusal.Kind.UNKNOWN,
        "transfer.unknown",
        "There is no such transfer, or it is not yours to see.");
  }

  /** Whether the actor sits at that body's desk. */
  boolean isAt(BodyId body) {
    return bodies.deskOf(CurrentActor.get().body()).contains(body);
  }

  Permission mayActFor(BodyId body) {
    return matters.mayActFor(body);
  }

  /** Only a signer who sits in the very body signs in its name. */
  Permission maySignFor(BodyId body) {
    Actor actor = CurrentActor.get();
    return actor.has(Role.SIGNER) && actor.body().equals(body)
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.FORBIDDEN,
                "transfer.not-a-signer",
                "Only a signer of " + name(body) + " may sign and send this.",
                Map.of("body", name(body))));
  }

  String name(BodyId body) {
    return bodies.find(body).map(Body::name).orElse(body.value());
  }

  Transfer.Step step(Instant now, String note) {
    Actor actor = CurrentActor.get();
    return new Transfer.Step(now, actor.account().value(), actor.name(), note);
  }

  // ------------------------------------------------------------------ what rules ask about

  Facts facts(Matter matter, Transfer transfer) {
    return facts(matter, transfer, transfer.sender(), transfer.receiver());
  }

  Facts facts(Matter matter, Transfer transfer, BodyId sender, BodyId receiver) {
    Facts own = transfer.facts();
    Set<String> fields = new TreeSet<>(matter.facts().set("fields"));
    if (!transfer.content().reason().isBlank()) {
      fields.add("reason");
    }
    if (own.isTrue("statutory-own-name")) {
      fields.add("citation");
    }
    Set<String> materials = new TreeSet<>(own.set("materials"));
    Set<String> explained = new TreeSet<>(own.set("materials-or-reason"));
    if (!listsAll(matter, transfer)) {
      // a list that leaves out something held in the case is no list (一并移送)
      materials.remove("article-list");
      explained.remove("article-list");
    }
    return between(matter, sender, receiver)
        .with(own)
        .with("materials", List.copyOf(materials))
        .with("materials-or-reason", List.copyOf(explained))
        .with("fields", List.copyOf(fields));
  }

  private static boolean listsAll(Matter matter, Transfer transfer) {
    Set<String> listed = new TreeSet<>();
    transfer.content().articles().forEach(a -> listed.add(a.name()));
    return matter.articles().stream().allMatch(a -> listed.contains(a.name()));
  }

  /** The facts of a matter on its way between two bodies. */
  Facts between(Matter matter, BodyId from, BodyId to) {
    Body sender = bodies.get(from);
    Body receiver = bodies.get(to);
    return matter
        .facts()
        .with("sender-kind", sender.kind().key())
        .with("receiver-kind", receiver.kind().key())
        .with("direction", sender.kind().key() + "-to-" + receiver.kind().key())
        .with("events", List.copyOf(obligations.eventsOf(matter.id())));
  }

  static Map<String, BodyId> roles(Matter matter, Transfer transfer) {
    Map<String, BodyId> roles = new LinkedHashMap<>();
    roles.put("holder", matter.holder());
    roles.put("finder", matter.holder());
    roles.put("team", matter.holder());
    roles.put("notifier", matter.holder());
    roles.put("sender", transfer.sender());
    roles.put("receiver", transfer.receiver());
    roles.put("screener", transfer.receiver());
    return roles;
  }

  /** Refuses a receiver that is not the one an exclusive route names. */
  Permission mayReceive(Mechanism mechanism, Matter matter, Transfer transfer, Facts facts) {
    Rule rule = mechanism.route("transfer.receiver", facts).orElse(null);
    if (rule == null
        || !(rule.value() instanceof RuleValue.Route(var q, var to, var only))
        || !only) {
      return Permission.allowed();
    }
    List<Body> named = targets(to, matter, roles(matter, transfer));
    return named.stream().anyMatch(b -> b.id().equals(transfer.receiver()))
        ? Permission.allowed()
        : Permission.refused(
            new Refusal(
                Refusal.Kind.RULE,
                "mechanism." + rule.key(),
                "It must go to "
                    + String.join(", ", named.stream().map(Body::name).toList())
                    + ", not to "
                    + name(transfer.receiver())
                    + ".",
                Map.of(
                    "expected", named.stream().map(Body::name).toList(),
                    "found", name(transfer.receiver())),
                List.of(rule.ground())));
  }

  /**
   * The rule that names who screens a transfer whose jurisdiction is disputed; null where the
   * county names nobody.
   */
  @Nullable Rule screening(Matter matter, Transfer transfer, Instant now) {
    return transfer.isDisputed()
        ? mechanism(now).route("transfer.screener", facts(matter, transfer)).orElse(null)
        : null;
  }

  /** The bodies a rule's target means for this matter. */
  List<Body> targets(RuleValue.Target to, Matter matter, Map<String, BodyId> roles) {
    return switch (to) {
      case RuleValue.Target.Named(var named) -> bodies.named(county(), named).stream().toList();
      case RuleValue.Target.RoleOf(var role) -> {
        BodyId body = roles.get(role);
        yield body == null ? List.of() : bodies.find(body).stream().toList();
      }
      case RuleValue.Target.OfKind(var kind) ->
          switch (kind) {
            case "township" ->
                bodies.townshipAt(county(), matter.place().division()).stream().toList();
            case "county-government" -> List.of(bodies.countyGovernment(county()));
            default ->
                bodies.of(county()).stream().filter(b -> b.kind().key().equals(kind)).toList();
          };
    };
  }

  // ------------------------------------------------------------------ telling

  /** Keeps what a transition did to a transfer, and tells the heart. */
  Transfer apply(Instant now, Matter matter, Change<Transfer> change) {
    transfers.update(county(), change.after());
    happened(now, matter, change.after(), change);
    return change.after();
  }

  void happened(Instant now, Matter matter, Transfer transfer, Change<Transfer> change) {
    obligations.happened(
        new Occurrence(
            now,
            matter.id(),
            transfer.reference(),
            change.event(),
            facts(matter, transfer),
            roles(matter, transfer),
            change.details()));
  }

  void happened(
      Instant now,
      Matter matter,
      String subject,
      Change<?> change,
      Facts facts,
      Map<String, BodyId> roles,
      @Nullable TimeLimit typed) {
    obligations.happened(
        new Occurrence(
            now, matter.id(), subject, change.event(), facts, roles, change.details(), typed));
  }

  void notify(
      Instant now,
      BodyId to,
      Set<Role> roles,
      String code,
      Matter matter,
      String link,
      Map<String, ?> more) {
    Map<String, Object> details = new LinkedHashMap<>(more);
    details.put("number", matter.number());
    details.put("subject", matter.subject());
    details.put("by", CurrentActor.get().name());
    details.put("body", name(CurrentActor.get().body()));
    notifications.tell(now, to, roles, code, details, matter.id(), link);
  }

  /** Runs all checks and throws everything they have against it at once. */
  static void require(Permission... permissions) {
    List<Refusal> all = new ArrayList<>();
    for (Permission permission : permissions) {
      all.addAll(permission.refusals());
    }
    if (!all.isEmpty()) {
      throw new RefusedException(all.stream().distinct().toList());
    }
  }
}
