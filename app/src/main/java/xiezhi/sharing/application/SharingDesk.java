package xiezhi.sharing.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.calendar.TimeLimit;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Facts;
import xiezhi.notification.Notifications;
import xiezhi.organisation.Bodies;
import xiezhi.powers.Powers;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.sharing.domain.Category;
import xiezhi.sharing.domain.Information;
import xiezhi.sharing.domain.InformationRegister;

/** What the use cases here need beside the desk of every flow. */
@Component
class SharingDesk {
  private final Desk desk;
  private final Bodies bodies;
  private final Powers powers;
  private final InformationRegister register;
  private final Notifications notifications;

  SharingDesk(
      Desk desk,
      Bodies bodies,
      Powers powers,
      InformationRegister register,
      Notifications notifications) {
    this.desk = desk;
    this.bodies = bodies;
    this.powers = powers;
    this.register = register;
    this.notifications = notifications;
  }

  /**
   * In whose name the actor shares: the legal body for a team or an internal organ, else its own.
   */
  BodyId ours() {
    return bodies.deskOf(CurrentActor.get().body()).getLast();
  }

  List<BodyId> seats() {
    return bodies.deskOf(CurrentActor.get().body());
  }

  static boolean seesAll() {
    Actor actor = CurrentActor.get();
    return actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR);
  }

  /** What the actor's desk published or was given; the rest is known to who coordinates. */
  Information information(UUID id) {
    Information found =
        register
            .find(desk.county(), id)
            .orElseThrow(() -> unknown("sharing.unknown", "item of information"));
    boolean published = seats().contains(found.publisher());
    boolean given =
        found.isShared() && !register.deliveriesTo(desk.county(), seats(), List.of(id)).isEmpty();
    if (!published && !given && !seesAll()) {
      throw unknown("sharing.unknown", "item of information");
    }
    return found;
  }

  Information information(UUID id, int version) {
    Information found = information(id);
    if (found.version() != version) {
      throw InformationRegister.overtaken().exception();
    }
    return found;
  }

  static xiezhi.shared.RefusedException unknown(String code, String what) {
    return Refusal.of(
            Refusal.Kind.UNKNOWN, code, "There is no such " + what + ", or it is not yours to see.")
        .exception();
  }

  static void sameVersion(int found, int seen) {
    if (found != seen) {
      throw InformationRegister.overtaken().exception();
    }
  }

  Category category(Instant now, String code) {
    return Audience.category(desk.mechanism(now), code)
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.RULE,
                        "sharing.no-such-category",
                        "The rules of this county name no category of information " + code + ".",
                        Map.of("category", code))
                    .exception());
  }

  /** Items that are on no list are refused, all at once. */
  List<String> items(Instant now, Collection<String> codes) {
    Set<String> wanted = new TreeSet<>(codes);
    Permission all = Permission.allowed();
    for (String code : wanted) {
      if (powers.find(code, desk.today(now)).isEmpty()) {
        all =
            all.and(
                Permission.refused(
                    Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "powers.no-such-item",
                        "There is no power item " + code + ".",
                        Map.of("item", code))));
      }
    }
    all.orThrow();
    return List.copyOf(wanted);
  }

  String kind(BodyId body) {
    return bodies.get(body).kind().key();
  }

  Facts facts(Information i) {
    return Facts.NONE
        .with("sender-kind", kind(i.publisher()))
        .with("share-category", i.category())
        .with("formed-at", i.formedAt().toString());
  }

  void happened(
      Instant now, String subject, Change<?> change, Facts facts, Map<String, BodyId> roles) {
    happened(now, subject, change, facts, roles, null);
  }

  void happened(
      Instant now,
      String subject,
      Change<?> change,
      Facts facts,
      Map<String, BodyId> roles,
      @Nullable TimeLimit typed) {
    desk.happened(now, subject, false, change, facts, roles, typed);
  }

  /** One telling for each of them, written at once. */
  void tell(Instant now, Collection<BodyId> to, String code, String link, Map<String, ?> details) {
    notifications.tellAll(now, to, Desk.WORKING, code, details, null, link);
  }
}
