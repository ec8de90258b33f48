package xiezhi.sharing.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.obligation.Occurrence;
import xiezhi.organisation.Bodies;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.sharing.domain.Category;
import xiezhi.sharing.domain.Information;
import xiezhi.sharing.domain.Information.Content;
import xiezhi.sharing.domain.InformationRegister.Why;

/**
 * What happens in other flows is shared without being typed again: the county's categories name the
 * events. Of a matter no more is told than its number, what it is about, and what happened; never
 * who complained. What is confidential is not shared at all.
 */
@Component
class FollowFlows {
  private static final List<String> OWN =
      List.of("information:", "rules:", "request:", "management-suggestion:");

  private final Desk desk;
  private final SharingDesk own;
  private final ShareInformation share;
  private final Bodies bodies;

  FollowFlows(Desk desk, SharingDesk own, ShareInformation share, Bodies bodies) {
    this.desk = desk;
    this.own = own;
    this.share = share;
    this.bodies = bodies;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(Occurrence o) {
    boolean works = Desk.WORKING.stream().anyMatch(CurrentActor.get()::has);
    if (o.confidential()
        || o.matter() == null
        || !works
        || OWN.stream().anyMatch(o.subject()::startsWith)) {
      return;
    }
    for (Category category : Audience.categories(desk.mechanism(o.at()))) {
      boolean automatic = category.byEvent().contains(o.event());
      if (automatic || category.proposedBy().contains(o.event())) {
        follow(o, category, automatic);
      }
    }
  }

  private void follow(Occurrence o, Category category, boolean automatic) {
    BodyId publisher = own.ours();
    if (!category.isSharedBy(own.kind(publisher))) {
      return;
    }
    Map<BodyId, Why> parts = new LinkedHashMap<>();
    o.roles().values().stream()
        .map(b -> bodies.deskOf(b).getLast())
        .filter(b -> !b.equals(publisher))
        // a body outside the county is told by its own letter, never of itself
        .filter(b -> !own.kind(b).equals("external"))
        .forEach(b -> parts.put(b, Why.PART));
    if (automatic && parts.isEmpty()) {
      return;
    }
    Matter matter = desk.matter(Objects.requireNonNull(o.matter()));
    Information formed =
        share.form(
            o.at(),
            Information.form(
                category,
                publisher,
                content(o, matter, category),
                matter.id(),
                o.event(),
                o.at(),
                desk.step(o.at(), "")));
    if (automatic) {
      share.share(o.at(), formed, parts);
    }
  }

  private Content content(Occurrence o, Matter matter, Category category) {
    List<String> items = matter.items().stream().map(Matter.Item::code).toList();
    String field = matter.facts().set("field").stream().sorted().findFirst().orElse("");
    String text =
        "%s %s\n%s\n%s".formatted(matter.number(), matter.subject(), category.name(), said(o));
    return new Content(
        matter.number() + " " + matter.subject(),
        text,
        o.event(),
        "",
        field,
        List.copyOf(new TreeSet<>(items)),
        List.of(),
        null);
  }

  /** The outcome in the words in which the other flow recorded it; nothing of persons. */
  private static String said(Occurrence o) {
    for (String name : List.of("result", "outcome", "decision", "finding")) {
      Object said = o.details().get(name);
      if (said != null) {
        return said.toString();
      }
    }
    return o.event();
  }
}
