package xiezhi.intake.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.calendar.WorkingCalendars;
import xiezhi.document.Attachments;
import xiezhi.flow.Desk;
import xiezhi.intake.PublicReports;
import xiezhi.intake.application.Grievance.Complainant;
import xiezhi.intake.domain.Complaint;
import xiezhi.intake.domain.Complaint.Stage;
import xiezhi.intake.domain.ComplaintCode;
import xiezhi.intake.domain.ComplaintRegister;
import xiezhi.intake.domain.ComplaintRegister.PublicLine;
import xiezhi.matter.Matter;
import xiezhi.matter.MattersNearby;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;
import xiezhi.vault.BrokenSealException;
import xiezhi.vault.Vault;

/** 公众: reporting, following by code, adding, judging the reply. */
@Service
@Transactional
class PublicComplaints implements PublicReports {
  private static final int NEAR_METRES = 500;
  private static final int NEAR_DAYS = 90;

  /** What goes to and fro inside, and who is concerned by it, is nobody's affair outside. */
  private static final Set<String> INSIDE =
      Set.of(
          "complaint.linked",
          "complaint.guided",
          "complaint.registered",
          "complaint.added-to",
          "complaint.rated");

  private final Desk desk;
  private final ComplaintDesk complaintDesk;
  private final ReceiveComplaint receiving;
  private final ComplaintRegister complaints;
  private final MattersNearby nearby;
  private final Attachments attachments;
  private final Obligations obligations;
  private final WorkingCalendars calendars;
  private final Vault vault;

  PublicComplaints(
      Desk desk,
      ComplaintDesk complaintDesk,
      ReceiveComplaint receiving,
      ComplaintRegister complaints,
      MattersNearby nearby,
      Attachments attachments,
      Obligations obligations,
      WorkingCalendars calendars,
      Vault vault) {
    this.desk = desk;
    this.complaintDesk = complaintDesk;
    this.receiving = receiving;
    this.complaints = complaints;
    this.nearby = nearby;
    this.attachments = attachments;
    this.obligations = obligations;
    this.calendars = calendars;
    this.vault = vault;
  }

  @Override
  public Receipt report(Report r) {
    String words = Texts.required("description", r.description(), 5_000);
    String service = r.service() == null ? "" : Texts.optional("service", r.service(), 100);
    String first = words.lines().findFirst().orElse(words);
    String subject = (service.isEmpty() ? "" : service + "：") + first;
    Lead lead =
        new Lead(
            headline(subject),
            "complaint",
            null,
            r.division(),
            r.address(),
            r.lng(),
            r.lat(),
            r.at(),
            null,
            words,
            false,
            false,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            r.photos());
    ReceiveComplaint.Received received =
        receiving.receiveFromPublic(
            new Grievance(
                lead,
                r.channel(),
                null,
                false,
                null,
                null,
                new Complainant(r.anonymous(), r.name(), r.phone(), null, r.email())),
            service,
            r.to());
    Complaint c = received.complaint();
    meant(r.sameAs()).ifPresent(other -> relate(received, other));
    return new Receipt(c.id(), c.code().text(), c.origin().receivedAt());
  }

  /** 关联: a proposal of the reporter's; whoever handles it may merge the two. */
  private void relate(ReceiveComplaint.Received received, UUID other) {
    Instant now = desk.now();
    Complaint c = received.complaint();
    complaints.link(desk.county(), c.id(), other, now, CurrentActor.get().name());
    complaintDesk.tell(
        now, received.matter(), c, "complaint.linked", Map.of("to", other.toString()), "");
  }

  private String reference(UUID complaint) {
    return vault.seal("nearby " + desk.county().value() + " " + complaint);
  }

  private Optional<UUID> meant(@Nullable String reference) {
    if (reference == null || reference.isEmpty()) {
      return Optional.empty();
    }
    try {
      String opened = vault.open(reference);
      String ours = "nearby " + desk.county().value() + " ";
      return opened.startsWith(ours)
          ? Optional.of(UUID.fromString(opened.substring(ours.length())))
          : Optional.empty();
    } catch (BrokenSealException e) {
      return Optional.empty();
    }
  }

  /** The first words of it; lists are narrow. */
  private static String headline(String text) {
    int letters = Math.min(60, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, letters));
  }

  // ------------------------------------------------------------------ following

  @Override
  @Transactional(readOnly = true)
  public Tracked track(String code) {
    Instant now = desk.now();
    Complaint c = byCode(code);
    PublicLine line = complaints.extras(desk.county(), c.id());
    List<String> may = new ArrayList<>();
    if (c.isOpen()) {
      may.add("addToReport");
    }
    if (c.mayRate().isAllowed()) {
      may.add("rateReply");
    }
    return new Tracked(
        c.id(),
        c.code().text(),
        line.extras().service(),
        line.extras().words(),
        line.extras().division(),
        line.extras().address(),
        line.extras().lng(),
        line.extras().lat(),
        c.stage().key(),
        desk.name(c.answerable()),
        desk.name(c.firstReceiver()),
        c.origin().receivedAt(),
        line.updatedAt(),
        steps(c.id()),
        due(c, now),
        c.reply() == null
            ? null
            : new Reply(
                c.reply().at(), desk.name(c.reply().body()), c.reply().text(), c.reply().noReply()),
        c.rating() == null ? null : c.rating().satisfied(),
        complaints.additions(desk.county(), c.id()).stream()
            .map(a -> new Addition(a.at(), a.words()))
            .toList(),
        may);
  }

  private List<Step> steps(UUID complaint) {
    return outside(complaints.steps(desk.county(), complaint));
  }

  private List<Step> outside(List<ComplaintRegister.Step> steps) {
    return steps.stream()
        .filter(s -> !INSIDE.contains(s.event()))
        .map(s -> new Step(s.at(), s.event(), desk.name(s.body())))
        .toList();
  }

  private List<Due> due(Complaint c, Instant now) {
    return obligations.on(c.matter(), c.reference(), now).stream()
        .map(PublicComplaints::due)
        .toList();
  }

  private static Due due(ObligationView o) {
    return new Due(
        o.duty(),
        o.words(),
        o.dueAt(),
        o.lastDay(),
        o.light(),
        o.closedAt() != null,
        o.ground().citation());
  }

  private Complaint byCode(String typed) {
    return ComplaintCode.typed(typed)
        .filter(code -> code.county().equals(desk.county()))
        .flatMap(code -> complaints.byCode(desk.county(), code))
        .orElseThrow(
            () ->
                Refusal.of(
                        Refusal.Kind.UNKNOWN,
                        "complaint.no-such-code",
                        "There is no report with this code. It has six digits and ten letters, as"
                            + " on the receipt.")
                    .exception());
  }

  @Override
  public void add(String code, String text, List<UUID> photos) {
    Instant now = desk.now();
    Complaint c = byCode(code);
    String words = Texts.required("text", text, 5_000);
    if (!c.isOpen()) {
      throw Refusal.of(
              Refusal.Kind.CONFLICT,
              "complaint.closed",
              "This report is closed; make a new one, and name this code in it.")
          .exception();
    }
    Matter matter = complaintDesk.unguarded(c);
    attachments.attach(matter.id(), photos);
    complaints.add(desk.county(), c.id(), new ComplaintRegister.Addition(now, words, photos));
    complaintDesk.tell(now, matter, c, "complaint.added-to", Map.of("files", photos.size()), "");
    complaintDesk.notify(now, c.answerable(), "complaint.added-to", matter, c, Map.of());
  }

  @Override
  public void rate(String code, boolean satisfied, @Nullable String words) {
    Instant now = desk.now();
    Complaint c = byCode(code);
    Matter matter = complaintDesk.unguarded(c);
    Complaint after =
        complaintDesk.apply(
            now, matter, c.rate(satisfied, Texts.optional("words", words, 1_000), now), "");
    complaintDesk.notify(
        now, after.answerable(), "complaint.rated", matter, after, Map.of("satisfied", satisfied));
  }

  // ------------------------------------------------------------------ what everybody may see

  @Override
  @Transactional(readOnly = true)
  public List<Nearby> nearby(BigDecimal lng, BigDecimal lat, @Nullable String service) {
    Instant now = desk.now();
    List<MattersNearby.Near> near =
        nearby.near(lng, lat, NEAR_METRES, now.minus(java.time.Duration.ofDays(NEAR_DAYS)), 50);
    Map<UUID, MattersNearby.Near> places = new HashMap<>();
    near.forEach(n -> places.put(n.matter().value(), n));
    return complaints.of(desk.county(), places.keySet()).stream()
        .filter(l -> service == null || service.isEmpty() || service.equals(l.service()))
        .filter(l -> !(l.complaint().stage() instanceof Stage.Merged))
        .map(
            l ->
                new Nearby(
                    tens(places.get(l.complaint().matter().value())),
                    l.service(),
                    day(l.complaint().origin().receivedAt()),
                    l.complaint().stage().key(),
                    reference(l.complaint().id())))
        .sorted(java.util.Comparator.comparingInt(Nearby::metres))
        .toList();
  }

  /** To ten metres: enough to know it again. */
  private static int tens(MattersNearby.@Nullable Near near) {
    Double metres = near == null ? null : near.metres();
    return metres == null ? 0 : Math.toIntExact(Math.round(metres / 10) * 10);
  }

  private LocalDate day(Instant at) {
    return at.atZone(calendars.of(desk.county()).zone()).toLocalDate();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Published> published(Query q) {
    List<PublicLine> lines =
        complaints.published(
            desk.county(),
            new ComplaintRegister.PublicQuery(
                q.ids(),
                q.services(),
                q.open(),
                q.from(),
                q.to(),
                q.updatedSince(),
                q.offset(),
                q.limit()));
    var steps =
        complaints.steps(desk.county(), lines.stream().map(l -> l.complaint().id()).toList());
    return lines.stream()
        .map(l -> publish(l, steps.getOrDefault(l.complaint().id(), List.of())))
        .toList();
  }

  private Published publish(PublicLine l, List<ComplaintRegister.Step> steps) {
    Complaint c = l.complaint();
    BodyId answerable = c.answerable();
    return new Published(
        c.id(),
        l.extras().service(),
        l.extras().division(),
        rough(l.extras().lng()),
        rough(l.extras().lat()),
        c.stage().key(),
        desk.name(answerable),
        c.origin().receivedAt(),
        l.updatedAt(),
        c.stage() instanceof Stage.Closed(var at) ? at : null,
        outside(steps));
  }

  private static @Nullable BigDecimal rough(@Nullable BigDecimal degrees) {
    return degrees == null ? null : degrees.setScale(3, RoundingMode.HALF_EVEN);
  }
}
