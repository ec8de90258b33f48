package xiezhi.sharing.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.correspondence.Correspondence.Looked;
import xiezhi.correspondence.Correspondence.Receipt;
import xiezhi.flow.Desk;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyKind;
import xiezhi.organisation.BodyRef;
import xiezhi.powers.Powers;
import xiezhi.shared.BodyId;
import xiezhi.shared.Ground;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.sharing.domain.Category;
import xiezhi.sharing.domain.Information;
import xiezhi.sharing.domain.InformationRegister;
import xiezhi.sharing.domain.InformationRegister.Delivery;
import xiezhi.sharing.domain.InformationRegister.Why;
import xiezhi.sharing.domain.SharingBook;

/** Pages and lists of shared information. */
@Service
@Transactional(readOnly = true)
public class ReadSharing {
  private final Desk desk;
  private final SharingDesk own;
  private final Audience audience;
  private final InformationRegister register;
  private final SharingBook book;
  private final SharedLetters letters;
  private final TakeReceipt receipt;
  private final ConsultOnRules consult;
  private final FeedBackToIndustry industry;
  private final Obligations obligations;
  private final Bodies bodies;
  private final Powers powers;
  private final WorkingCalendars calendars;

  ReadSharing(
      Desk desk,
      SharingDesk own,
      Audience audience,
      InformationRegister register,
      SharingBook book,
      SharedLetters letters,
      TakeReceipt receipt,
      ConsultOnRules consult,
      FeedBackToIndustry industry,
      Obligations obligations,
      Bodies bodies,
      Powers powers,
      WorkingCalendars calendars) {
    this.desk = desk;
    this.own = own;
    this.audience = audience;
    this.register = register;
    this.book = book;
    this.letters = letters;
    this.receipt = receipt;
    this.consult = consult;
    this.industry = industry;
    this.obligations = obligations;
    this.bodies = bodies;
    this.powers = powers;
    this.calendars = calendars;
  }

  /**
   * @param mine whether the actor's body shares items of it
   */
  public record ShareCategory(
      String code,
      String name,
      String act,
      Set<String> from,
      Set<String> needs,
      Set<String> byEvent,
      Set<String> proposedBy,
      boolean mine,
      Ground ground) {}

  public List<ShareCategory> categories() {
    String kind = own.kind(own.ours());
    return Audience.categories(desk.mechanism(desk.now())).stream()
        .map(
            c ->
                new ShareCategory(
                    c.code(),
                    c.name(),
                    c.act().key(),
                    c.from(),
                    c.needs(),
                    c.byEvent(),
                    c.proposedBy(),
                    c.isSharedBy(kind),
                    c.ground()))
        .toList();
  }

  public record AudienceReceiver(BodyRef body, String why) {}

  /** Who would get it, and why; nothing is written. */
  public List<AudienceReceiver> audience(
      String category, Collection<String> items, String field, Collection<BodyId> named) {
    Instant now = desk.now();
    return audience
        .of(
            desk.county(),
            own.category(now, category),
            own.items(now, items),
            field,
            own.ours(),
            ShareInformation.named(named, Why.NAMED),
            desk.today(now))
        .entrySet()
        .stream()
        .map(e -> new AudienceReceiver(bodies.ref(e.getKey()), e.getValue().key()))
        .toList();
  }

  /**
   * @param opened whether the actor's desk has looked; null if it was not given to it
   */
  public record Line(
      Information information,
      String categoryName,
      BodyRef publisher,
      @Nullable Boolean opened,
      @Nullable Boolean acknowledged) {}

  public List<Line> list(InformationRegister.Query query) {
    if (query.box() == InformationRegister.Box.COUNTY && !SharingDesk.seesAll()) {
      throw Refusal.of(
              Refusal.Kind.FORBIDDEN,
              "sharing.not-the-county",
              "The whole county's information is for those who coordinate or supervise.")
          .exception();
    }
    List<Information> found = register.list(desk.county(), query);
    Map<String, String> names = categoryNames();
    Map<String, List<Receipt>> mine =
        letters.receipts(found.stream().map(Information::reference).toList(), own.seats());
    return found.stream()
        .map(
            i -> {
              List<Receipt> receipts = mine.getOrDefault(i.reference(), List.of());
              Receipt r = receipts.isEmpty() ? null : receipts.getFirst();
              return new Line(
                  i,
                  names.getOrDefault(i.category(), i.category()),
                  bodies.ref(i.publisher()),
                  r == null ? null : r.openedAt() != null,
                  r == null ? null : r.acknowledgedAt() != null);
            })
        .toList();
  }

  public List<BodyId> seats() {
    return own.seats();
  }

  Map<String, String> categoryNames() {
    return Audience.categories(desk.mechanism(desk.now())).stream()
        .collect(Collectors.toMap(Category::code, Category::name, (a, b) -> a));
  }

  public record InformationReceipt(
      BodyRef body,
      String why,
      Instant at,
      @Nullable Instant openedAt,
      @Nullable String openedBy,
      @Nullable Instant acknowledgedAt,
      @Nullable String acknowledgedBy) {}

  public record SharedItem(String code, String name) {}

  public record InformationUse(BodyRef body, String how, String content, Instant at, String by) {}

  /**
   * @param receipts of all receivers for the publisher and who coordinates; for a receiver its own
   * @param unopened how many receivers have not looked, {@code unacknowledged} how many owe a
   *     receipt
   * @param unused receivers of a copy that have not said how they used it
   * @param notConsulted what stands against a changed basis that nobody was asked about
   */
  public record Page(
      Information information,
      String categoryName,
      BodyRef publisher,
      List<SharedItem> items,
      List<InformationReceipt> receipts,
      int unopened,
      int unacknowledged,
      List<BodyRef> unused,
      List<InformationUse> uses,
      Permission notConsulted,
      List<GoverningTerm> terms,
      List<ObligationView> obligations,
      Map<String, Permission> acts) {}

  /** How the county's text binds: in principle, with or without extension; in its own words. */
  public record GoverningTerm(String key, String rule, String words, Ground ground) {}

  private List<GoverningTerm> terms(Instant now, Information i) {
    List<GoverningTerm> terms = new ArrayList<>();
    for (String key :
        List.of("share_bindingness", "share_extension_allowed", "share_extension_max")) {
      for (Rule rule : desk.mechanism(now).governing(key, own.facts(i))) {
        String words =
            switch (rule.value()) {
              case RuleValue.Text(var text) -> text;
              case RuleValue.Unspecified(var text) -> text;
              case RuleValue.Flag(var allowed) -> String.valueOf(allowed);
              default -> "";
            };
        terms.add(new GoverningTerm(key, rule.id(), words, rule.ground()));
      }
    }
    return terms;
  }

  public Page page(UUID id) {
    Instant now = desk.now();
    Information i = own.information(id);
    boolean all = own.seats().contains(i.publisher()) || SharingDesk.seesAll();
    List<Receipt> shown = letters.receipts(i, all ? null : own.seats());
    Map<BodyId, Why> why =
        register.deliveries(desk.county(), id).stream()
            .collect(Collectors.toMap(Delivery::receiver, Delivery::why));
    List<SharingBook.Use> uses =
        book.uses(desk.county(), List.of(id)).stream()
            .filter(u -> all || own.seats().contains(u.body()))
            .toList();
    Set<BodyId> users = uses.stream().map(SharingBook.Use::body).collect(Collectors.toSet());
    Map<String, Permission> acts = new LinkedHashMap<>();
    Permission publish = desk.mayActFor(i.publisher());
    acts.put("shareInformation", publish.and(i.mayShare()));
    acts.put("dropInformation", publish.and(i.mayDrop()));
    acts.put("acknowledgeInformation", receipt.mayAcknowledge(i));
    acts.put("useInformation", industry.mayUse(i));
    return new Page(
        i,
        categoryNames().getOrDefault(i.category(), i.category()),
        bodies.ref(i.publisher()),
        i.content().items().stream()
            .map(
                code ->
                    new SharedItem(
                        code,
                        powers.find(code, desk.today(now)).map(Powers.Item::name).orElse(code)))
            .toList(),
        shown.stream().map(r -> receipt(r, why.getOrDefault(r.receiver(), Why.NAMED))).toList(),
        (int) shown.stream().filter(r -> r.openedAt() == null).count(),
        (int) shown.stream().filter(r -> r.acknowledgedAt() == null).count(),
        i.act() == Category.Act.COPY
            ? shown.stream()
                .map(Receipt::receiver)
                .filter(b -> !users.contains(b))
                .map(bodies::ref)
                .toList()
            : List.of(),
        uses.stream()
            .map(
                u ->
                    new InformationUse(
                        bodies.ref(u.body()), u.how().key(), u.content(), u.at(), u.by()))
            .toList(),
        consult.wasConsulted(now, i),
        terms(now, i),
        owed(now, i),
        acts);
  }

  /** What is owed about it: the sharing itself, and the acknowledgement of the actor's own body. */
  private List<ObligationView> owed(Instant now, Information i) {
    List<ObligationView> all = new ArrayList<>(obligations.of(i.reference(), now));
    if (i.act() != Category.Act.SHARE) {
      own.seats().forEach(b -> all.addAll(obligations.of(ShareInformation.receiptOf(i, b), now)));
    }
    return all;
  }

  private InformationReceipt receipt(Receipt r, Why why) {
    return new InformationReceipt(
        bodies.ref(r.receiver()),
        why.key(),
        r.deliveredAt(),
        r.openedAt(),
        r.openedBy(),
        r.acknowledgedAt(),
        r.acknowledgedBy());
  }

  /** How every body of the county shared and looked; those that did nothing stand there as well. */
  public record SharingActivity(BodyRef body, String kind, int shared, int received, int opened) {}

  public List<SharingActivity> activity(LocalDate from, LocalDate to) {
    Instant begin = midnight(from);
    Instant end = midnight(to.plusDays(1));
    Map<BodyId, Integer> shared = register.shared(desk.county(), begin, end);
    Map<BodyId, Looked> looked =
        letters.looked(begin, end).stream()
            .collect(Collectors.toMap(Looked::receiver, Function.identity()));
    return bodies.of(desk.county()).stream()
        .filter(b -> b.kind() == BodyKind.DEPARTMENT || b.kind() == BodyKind.TOWNSHIP)
        .filter(b -> SharingDesk.seesAll() || own.seats().contains(b.id()))
        .map(
            b -> {
              Looked l = looked.getOrDefault(b.id(), new Looked(b.id(), 0, 0));
              return new SharingActivity(
                  bodies.ref(b.id()),
                  b.kind().key(),
                  shared.getOrDefault(b.id(), 0),
                  l.received(),
                  l.opened());
            })
        .toList();
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(calendars.of(desk.county()).zone()).toInstant();
  }

  /** What flowed in of itself in a field and stretch: the ground of the periodic report. */
  public Map<String, Integer> figures(String field, LocalDate from, LocalDate to) {
    return register.figures(desk.county(), field, midnight(from), midnight(to.plusDays(1)));
  }

  // ------------------------------------------------------------------ the rest

  /**
   * @param before what flowed in of the field in as many days before the measure as have passed
   *     since
   * @param after the same since it
   */
  public record MeasureView(SharingBook.Measure measure, BodyRef body, int before, int after) {}

  public List<MeasureView> measures(@Nullable String field) {
    LocalDate today = desk.today(desk.now());
    return book.measures(desk.county(), field).stream()
        .map(
            m -> {
              long days = Math.max(1, today.toEpochDay() - m.from().toEpochDay() + 1);
              return new MeasureView(
                  m,
                  bodies.ref(m.department()),
                  sum(m.field(), m.from().minusDays(days), m.from().minusDays(1)),
                  sum(m.field(), m.from(), today));
            })
        .toList();
  }

  private int sum(String field, LocalDate from, LocalDate to) {
    return figures(field, from, to).values().stream().mapToInt(Integer::intValue).sum();
  }
}
