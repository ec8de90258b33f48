package xiezhi.sharing.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.flow.Step;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;
import xiezhi.sharing.domain.Category;
import xiezhi.sharing.domain.Information;
import xiezhi.sharing.domain.Information.Content;
import xiezhi.sharing.domain.InformationRegister;
import xiezhi.sharing.domain.InformationRegister.Why;

/** 形成、共享: information is formed, and shared once with all whom it concerns. */
@Service
@Transactional
public class ShareInformation {
  private final Desk desk;
  private final SharingDesk own;
  private final Audience audience;
  private final InformationRegister register;
  private final SharedLetters letters;

  ShareInformation(
      Desk desk,
      SharingDesk own,
      Audience audience,
      InformationRegister register,
      SharedLetters letters) {
    this.desk = desk;
    this.own = own;
    this.audience = audience;
    this.register = register;
    this.letters = letters;
  }

  /**
   * What somebody typed.
   *
   * @param formedAt when the body had it; null for now
   */
  public record Draft(
      String category,
      Content content,
      @Nullable MatterId matter,
      @Nullable Instant formedAt,
      List<BodyId> receivers) {}

  /** Formed and kept; the county's clock for sharing it runs from the moment it was formed. */
  public UUID form(Draft draft) {
    Instant now = desk.now();
    return form(now, draft).id();
  }

  /** Formed and shared in one. */
  public UUID publish(Draft draft) {
    Instant now = desk.now();
    Information formed = form(now, draft);
    return share(now, formed, named(draft.receivers(), Why.NAMED)).id();
  }

  private Information form(Instant now, Draft draft) {
    Category category = own.category(now, draft.category());
    BodyId publisher = own.ours();
    Content content = checked(now, draft.content());
    Instant formedAt = draft.formedAt() == null ? now : draft.formedAt();
    Desk.require(
        desk.mayActFor(publisher),
        category.mayBeSharedBy(own.kind(publisher)),
        category.carries(content.carried()),
        mayHaveFormed(formedAt, now),
        fits(category, content));
    if (draft.matter() != null) {
      desk.matter(draft.matter());
    }
    return form(
        now,
        Information.form(
            category, publisher, content, draft.matter(), "", formedAt, desk.step(now, "")));
  }

  /** Keeps it and starts its clocks. */
  Information form(Instant now, Change<Information> change) {
    Information i = change.after();
    register.insert(desk.county(), i);
    own.happened(now, i.reference(), change, own.facts(i), roles(i));
    return i;
  }

  static Map<String, BodyId> roles(Information i) {
    return Map.of("publisher", i.publisher(), "department", i.publisher(), "holder", i.publisher());
  }

  private static Permission mayHaveFormed(Instant formedAt, Instant now) {
    return formedAt.isAfter(now)
        ? Permission.refused(
            Refusal.of(
                Refusal.Kind.MALFORMED,
                "sharing.formed-in-future",
                "It cannot have been formed later than now: " + formedAt + ".",
                Map.of("formedAt", formedAt.toString())))
        : Permission.allowed();
  }

  private static Permission fits(Category category, Content content) {
    boolean change = category.act() == Category.Act.BASIS_CHANGE;
    return change == (content.basis() != null)
        ? Permission.allowed()
        : Permission.refused(
            Refusal.of(
                Refusal.Kind.MALFORMED,
                change ? "sharing.change-not-told" : "sharing.no-change-here",
                change
                    ? "An item of this category says what changed (law, basis, standard, benchmark"
                        + " or requirement) and from when."
                    : "Only a category for changed bases takes what changed and from when."));
  }

  private Content checked(Instant now, Content c) {
    return new Content(
        Texts.required("title", c.title(), 200),
        Texts.required("content", c.text(), 20_000),
        Texts.optional("reason", c.reason(), 2_000),
        Texts.optional("edition", c.edition(), 60),
        Texts.optional("field", c.field(), 60),
        own.items(now, c.items()),
        c.parties().stream()
            .map(
                p ->
                    new Information.Party(
                        Texts.optional("parties.name", p.name(), 200),
                        Texts.optional("parties.address", p.address(), 300)))
            .toList(),
        c.basis());
  }

  /** To those whom the rule, a subscription or the publisher names. */
  public void share(UUID id, int version, List<BodyId> receivers) {
    Instant now = desk.now();
    Information i = own.information(id, version);
    desk.mayActFor(i.publisher()).orThrow();
    share(now, i, named(receivers, Why.NAMED));
  }

  static Map<BodyId, Why> named(Collection<BodyId> receivers, Why why) {
    Map<BodyId, Why> named = new LinkedHashMap<>();
    receivers.forEach(r -> named.put(r, why));
    return named;
  }

  /** Whoever is to get it gets it in this one step, or nobody does. */
  Information share(Instant now, Information i, Map<BodyId, Why> named) {
    Mechanism mechanism = desk.mechanism(now);
    Category category = own.category(now, i.category());
    LocalDate today = desk.today(now);
    Map<BodyId, Why> to =
        audience.of(
            desk.county(),
            category,
            i.content().items(),
            i.content().field(),
            i.publisher(),
            named,
            today);
    i.mayShare().and(audience.mayGoTo(mechanism, own.kind(i.publisher()), to.keySet())).orThrow();
    if (to.isEmpty()) {
      throw Information.nobody().exception();
    }
    Step step = desk.step(now, "");
    Change<Information> change = i.share(to.size(), letters.issue(today, i, to.keySet()), step);
    register.update(desk.county(), change.after());
    register.deliver(desk.county(), i.id(), to);
    letters.send(now, change.after(), to.keySet());
    Facts facts = own.facts(i);
    own.happened(
        now,
        i.reference(),
        change,
        category.series() == null ? facts : facts.with("series", category.series()),
        roles(i));
    String delivered =
        switch (i.act()) {
          case SHARE -> null;
          case COPY -> "information.copy-delivered";
          case BASIS_CHANGE -> "basis.change-delivered";
        };
    if (delivered != null) {
      to.keySet().forEach(receiver -> somethingIsOwed(now, i, delivered, receiver));
    }
    own.tell(
        now,
        to.keySet(),
        "information.arrived",
        "/information/" + i.id(),
        Map.of(
            "title", i.content().title(),
            "category", category.name(),
            "from", desk.name(i.publisher())));
    return change.after();
  }

  /** 签收、运用: what each receiver of a changed basis or of a copy owes by itself. */
  private void somethingIsOwed(Instant now, Information i, String event, BodyId holder) {
    own.happened(
        now,
        receiptOf(i, holder),
        new Change<>(i, event, Map.of("holder", holder.value())),
        own.facts(i),
        Map.of("holder", holder, "publisher", i.publisher(), "department", i.publisher()));
  }

  static String receiptOf(Information i, BodyId holder) {
    return i.reference() + "?receipt=" + holder;
  }

  /** What an event proposed and nobody needs. */
  public void drop(UUID id, int version, String reason) {
    Instant now = desk.now();
    Information i = own.information(id, version);
    desk.mayActFor(i.publisher()).orThrow();
    Change<Information> change = i.drop(desk.step(now, Texts.required("reason", reason, 2_000)));
    register.update(desk.county(), change.after());
    own.happened(now, i.reference(), change, own.facts(i), roles(i));
  }
}
