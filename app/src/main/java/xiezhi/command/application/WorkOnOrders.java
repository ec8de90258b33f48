package xiezhi.command.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.command.domain.Listed;
import xiezhi.command.domain.Order;
import xiezhi.command.domain.OrderRegister;
import xiezhi.command.domain.Post;
import xiezhi.command.domain.PostRegister;
import xiezhi.correspondence.Correspondence;
import xiezhi.document.Attachments;
import xiezhi.document.Letters;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;

/** 签收、到场、完成: what whoever was ordered does with an order. */
@Service
@Transactional
public class WorkOnOrders {
  private final Desk desk;
  private final CommandPosts posts;
  private final OrderDesk orders;
  private final OrderRegister register;
  private final PostRegister rosters;
  private final Obligations obligations;
  private final Correspondence correspondence;
  private final Attachments attachments;
  private final Letters letters;
  private final Bodies bodies;

  WorkOnOrders(
      Desk desk,
      CommandPosts posts,
      OrderDesk orders,
      OrderRegister register,
      PostRegister rosters,
      Obligations obligations,
      Correspondence correspondence,
      Attachments attachments,
      Letters letters,
      Bodies bodies) {
    this.desk = desk;
    this.posts = posts;
    this.orders = orders;
    this.register = register;
    this.rosters = rosters;
    this.obligations = obligations;
    this.correspondence = correspondence;
    this.attachments = attachments;
    this.letters = letters;
    this.bodies = bodies;
  }

  public void acknowledge(UUID id, int version) {
    Instant now = desk.now();
    Order o = orders.get(id, version);
    Desk.require(orders.mayCarryOut(o), o.mayAcknowledge());
    apply(now, o.acknowledge(desk.step(now, "")), o.commander());
    correspondence.acknowledge(now, o.reference(), o.to().body());
  }

  /** 到场: from here on it cannot be refused any more. */
  public void start(UUID id, int version, String note) {
    Instant now = desk.now();
    Order o = orders.get(id, version);
    Desk.require(orders.mayCarryOut(o), o.mayStart());
    apply(now, o.start(desk.step(now, Texts.optional("note", note, 500))), o.commander());
  }

  /** Carried out, with words or photos or both; photos are kept with the matter. */
  public void complete(UUID id, int version, String report, List<UUID> photos) {
    Instant now = desk.now();
    Order o = orders.get(id, version);
    Desk.require(orders.mayCarryOut(o), o.mayComplete());
    Change<Order> change =
        o.complete(photos, desk.step(now, Texts.optional("report", report, 5_000)));
    MatterId matter = o.matter();
    if (!photos.isEmpty()) {
      if (matter == null) {
        throw Refusal.of(
                Refusal.Kind.RULE,
                "command.photo-needs-matter",
                "Photos are kept with a matter, and this order is about none; say it in words.")
            .exception();
      }
      attachments.attach(matter, photos);
    }
    apply(now, change, o.commander());
  }

  /** Not without a ground; the commander sees it at once. */
  public void refuse(UUID id, int version, String ground) {
    Instant now = desk.now();
    Order o = orders.get(id, version);
    Desk.require(orders.mayCarryOut(o), o.mayRefuse());
    Order after =
        apply(
            now, o.refuse(desk.step(now, Texts.required("ground", ground, 2_000))), o.commander());
    orders.release(now, after);
  }

  public void withdraw(UUID id, int version, String reason) {
    Instant now = desk.now();
    Order o = orders.get(id, version);
    Desk.require(mayCommand(o, now), o.mayWithdraw());
    Order after =
        apply(
            now,
            o.withdraw(desk.step(now, Texts.required("reason", reason, 2_000))),
            o.to().body());
    orders.release(now, after);
  }

  /** Who commands at its post now; where the rules know the post no more, who gave it. */
  private Permission mayCommand(Order o, Instant now) {
    return posts.all(now).stream()
        .filter(p -> p.id().equals(o.post()))
        .findFirst()
        .map(posts::mayCommand)
        .orElseGet(() -> desk.maySignFor(o.commander()));
  }

  private Order apply(Instant now, Change<Order> change, BodyId tell) {
    Order o = change.after();
    register.update(desk.county(), o);
    MatterId id = o.matter();
    Matter matter = id == null ? null : desk.matter(id);
    orders.told(now, change, matter, null);
    orders.notify(now, o, tell, change.event());
    return o;
  }

  // ------------------------------------------------------------------ reading

  /**
   * @param equipment that goes with it, also what is off the roster by now
   */
  public record Page(
      Order order,
      @Nullable Post post,
      List<Listed> equipment,
      List<ObligationView> obligations,
      Map<String, Permission> acts) {}

  @Transactional
  public Page page(UUID id) {
    Instant now = desk.now();
    Order o = orders.get(id);
    correspondence.look(now, o.reference());
    return page(o, now);
  }

  /** All orders of one dispatch that the actor may see. */
  @Transactional(readOnly = true)
  public List<Page> dispatch(UUID dispatch) {
    Instant now = desk.now();
    List<Order> all =
        register.ofDispatch(desk.county(), dispatch).stream().filter(orders::maySee).toList();
    if (all.isEmpty()) {
      throw OrderDesk.unknown().exception();
    }
    return all.stream().map(o -> page(o, now)).toList();
  }

  private Page page(Order o, Instant now) {
    MatterId matter = o.matter();
    Map<String, Permission> acts = new LinkedHashMap<>();
    Permission mine = orders.mayCarryOut(o);
    acts.put("acknowledgeOrder", mine.and(o.mayAcknowledge()));
    acts.put("startOrder", mine.and(o.mayStart()));
    acts.put("completeOrder", mine.and(o.mayComplete()));
    acts.put("refuseOrder", mine.and(o.mayRefuse()));
    acts.put("withdrawOrder", mayCommand(o, now).and(o.mayWithdraw()));
    List<ObligationView> owed = obligations.on(matter, o.reference(), now);
    Post post =
        posts.all(now).stream().filter(p -> p.id().equals(o.post())).findFirst().orElse(null);
    List<Listed> equipment =
        o.equipment().stream().flatMap(id -> rosters.listed(desk.county(), id).stream()).toList();
    return new Page(o, post, equipment, owed, acts);
  }

  /** Whose. */
  public enum Whose {
    /** For the actor alone, or for their desk without a name. */
    MINE,
    /** Given or got by the actor's desk. */
    DESK,
    /** The county's; for who coordinates or supervises. */
    COUNTY
  }

  @Transactional(readOnly = true)
  public List<Order> list(Whose whose, boolean open, @Nullable UUID before, int limit) {
    Actor actor = CurrentActor.get();
    boolean all = whose == Whose.COUNTY && CommandPosts.seesAll();
    return register.list(
        actor.county(),
        all ? List.of() : bodies.deskOf(actor.body()),
        whose == Whose.MINE ? actor.account().value() : null,
        open,
        before,
        limit);
  }

  @Transactional(readOnly = true)
  public Letters.Rendered letter(UUID id, Letters.Format format) {
    return letters.render(orders.get(id).letter().id(), format);
  }
}
