package xiezhi.transfer.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.document.Attachments;
import xiezhi.document.Letters;
import xiezhi.flow.Clocks;
import xiezhi.flow.Desk;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.mechanism.Facts;
import xiezhi.mechanism.Mechanism;
import xiezhi.mechanism.Rule;
import xiezhi.mechanism.RuleValue;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyRef;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.Ground;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.shared.web.ActionView;
import xiezhi.transfer.TransferFile;
import xiezhi.transfer.domain.Handover;
import xiezhi.transfer.domain.HandoverRegister;
import xiezhi.transfer.domain.Notice;
import xiezhi.transfer.domain.NoticeRegister;
import xiezhi.transfer.domain.Transfer;
import xiezhi.transfer.domain.TransferRegister;

/** Pages and lists of transfers. */
@Service
@Transactional(readOnly = true)
public class ReadTransfers implements TransferFile {
  private final Desk desk;
  private final TransferDesk transferDesk;
  private final TransferActs acts;
  private final TransferRegister transfers;
  private final HandoverRegister handovers;
  private final NoticeRegister notices;
  private final HandOver handOver;
  private final GiveNotice giveNotice;
  private final TransferLetter letter;
  private final Letters letters;
  private final Attachments attachments;
  private final Matters matters;
  private final Bodies bodies;
  private final Obligations obligations;
  private final Clocks clocks;

  ReadTransfers(
      Desk desk,
      TransferDesk transferDesk,
      TransferActs acts,
      TransferRegister transfers,
      HandoverRegister handovers,
      NoticeRegister notices,
      HandOver handOver,
      GiveNotice giveNotice,
      TransferLetter letter,
      Letters letters,
      Attachments attachments,
      Matters matters,
      Bodies bodies,
      Obligations obligations,
      Clocks clocks) {
    this.desk = desk;
    this.transferDesk = transferDesk;
    this.acts = acts;
    this.transfers = transfers;
    this.handovers = handovers;
    this.notices = notices;
    this.handOver = handOver;
    this.giveNotice = giveNotice;
    this.letter = letter;
    this.letters = letters;
    this.attachments = attachments;
    this.matters = matters;
    this.bodies = bodies;
    this.obligations = obligations;
    this.clocks = clocks;
  }

  /** Something that must be there before it is sent, and whether it is. */
  public record Needed(String fact, String name, String label, boolean present, Ground ground) {}

  public record MaterialView(
      String kind,
      String label,
      @Nullable UUID attachment,
      @Nullable String fileName,
      @Nullable String explanation) {}

  /** A letter that went to or fro. */
  public record PaperView(
      UUID id, String template, String number, String title, BodyRef issuer, Instant at) {}

  /** A whole transfer. */
  public record Page(
      Transfer transfer,
      Matter matter,
      BodyRef from,
      BodyRef to,
      List<MaterialView> materials,
      List<Needed> checklist,
      List<PaperView> papers,
      List<ObligationView> obligations,
      Map<String, Permission> acts) {}

  public Page page(UUID id) {
    Instant now = desk.now();
    Transfer t = transferDesk.transfer(id);
    Matter matter = desk.matter(t.matter());
    Mechanism mechanism = desk.mechanism(now);
    return new Page(
        t,
        matter,
        bodies.ref(t.sender()),
        bodies.ref(t.receiver()),
        materials(mechanism, t),
        checklist(mechanism, transferDesk.facts(matter, t)),
        transfers.papers(desk.county(), id).stream()
            .map(
                p ->
                    new PaperView(
                        p.letter(),
                        p.template(),
                        p.number(),
                        p.title(),
                        bodies.ref(new BodyId(p.issuer())),
                        p.at()))
            .toList(),
        obligations.of(matter.id(), now).stream()
            .filter(
                o -> o.subject().equals(t.reference()) || o.subject().equals(matter.reference()))
            .toList(),
        acts.all(matter, t, now));
  }

  private List<MaterialView> materials(Mechanism mechanism, Transfer t) {
    Map<UUID, String> files = new LinkedHashMap<>();
    attachments
        .find(
            t.content().materials().stream()
                .map(Transfer.Material::attachment)
                .filter(java.util.Objects::nonNull)
                .toList())
        .forEach(a -> files.put(a.id(), a.name()));
    return t.content().materials().stream()
        .map(
            m ->
                new MaterialView(
                    m.kind(),
                    mechanism.term(m.kind(), "zh"),
                    m.attachment(),
                    m.attachment() == null ? null : files.get(m.attachment()),
                    m.explanation()))
        .toList();
  }

  /** What the county's gates on sending ask to be present, and whether it is. */
  private static List<Needed> checklist(Mechanism mechanism, Facts facts) {
    List<Needed> needed = new ArrayList<>();
    for (Rule rule : mechanism.rules()) {
      if (!(rule.value() instanceof RuleValue.Gate(var gated, var requirements))
          || !gated.contains("transfer.send")
          || !rule.when().matches(facts)) {
        continue;
      }
      for (RuleValue.Requirement r : requirements) {
        if (r instanceof RuleValue.Requirement.Present(var fact, var names)) {
          Set<String> there = facts.set(fact);
          for (String name : names) {
            boolean listed =
                needed.stream().anyMatch(n -> n.fact().equals(fact) && n.name().equals(name));
            if (!listed) {
              needed.add(
                  new Needed(
                      fact, name, mechanism.term(name, "zh"), there.contains(name), rule.ground()));
            }
          }
        }
      }
    }
    return needed;
  }

  /** Whom it could go to, best first, and why. */
  public record Proposal(List<Candidate> candidates, List<Needed> checklist) {}

  /**
   * @param exclusive whether any other receiver would be refused
   */
  public record Candidate(BodyRef body, String why, boolean exclusive, @Nullable Ground ground) {}

  /** What a new transfer of this kind would need, and to whom it would go by the county's rules. */
  public Proposal propose(MatterId id, Transfer.Kind kind, boolean disputed, @Nullable BodyId to) {
    Instant now = desk.now();
    Matter matter = desk.matter(id);
    Mechanism mechanism = desk.mechanism(now);
    BodyId sender = bodies.legalBodyOf(matter.holder()).id();
    Facts facts =
        (to == null ? matter.facts() : desk.between(matter, sender, to))
            .with("kind", kind.key())
            .with("disputed", disputed)
            .with("sender-kind", bodies.get(sender).kind().key());
    List<Candidate> found = new ArrayList<>();
    mechanism
        .route("transfer.receiver", facts)
        .ifPresent(
            rule -> {
              RuleValue.Route route = (RuleValue.Route) rule.value();
              for (Body body :
                  desk.targets(
                      route.to(), matter.place().division(), Map.of("holder", matter.holder()))) {
                found.add(
                    new Candidate(
                        bodies.ref(body.id()), "route", route.exclusive(), rule.ground()));
              }
            });
    if (matter.stage() instanceof Matter.Stage.NotOurs(var at, var by, var reason, var competent)
        && competent != null) {
      found.add(
          new Candidate(bodies.ref(bodies.legalBodyOf(competent).id()), "judgement", false, null));
    }
    return new Proposal(found.stream().distinct().toList(), checklist(mechanism, facts));
  }

  /**
   * The letter as it was signed, or a draft of it while it is not.
   *
   * @param paper one of those that went to and fro; null for the transfer letter itself
   */
  public Letters.Rendered letter(UUID id, @Nullable UUID paper, Letters.Format format) {
    Instant now = desk.now();
    Transfer t = transferDesk.transfer(id);
    Matter matter = desk.matter(t.matter());
    if (paper != null) {
      boolean ours =
          transfers.papers(desk.county(), id).stream().anyMatch(p -> p.letter().equals(paper));
      if (!ours) {
        throw Refusal.of(
                Refusal.Kind.UNKNOWN, "letter.unknown", "This transfer has no such letter.")
            .exception();
      }
      return letters.render(paper, format);
    }
    return t.letter() == null
        ? letters.preview(
            letter.template(t), t.sender(), desk.today(now), letter.data(matter, t, now), format)
        : letters.render(t.letter().id(), format);
  }

  public record BoxQuery(
      boolean incoming,
      boolean county,
      @Nullable String stage,
      @Nullable Instant beforePrepared,
      @Nullable UUID beforeId,
      int limit) {}

  /**
   * The in or out box of the actor's desk; the whole county's for those who coordinate or supervise
   * it.
   */
  public List<TransferLine> box(BoxQuery q) {
    Actor actor = CurrentActor.get();
    boolean all = q.county() && (actor.has(Role.COORDINATOR) || actor.has(Role.SUPERVISOR));
    return lines(
        transfers.list(
            actor.county(),
            new TransferRegister.Query(
                all ? List.of() : bodies.deskOf(actor.body()),
                q.incoming(),
                q.stage(),
                q.beforePrepared(),
                q.beforeId(),
                q.limit())));
  }

  @Override
  public List<TransferLine> toSign() {
    Actor actor = CurrentActor.get();
    if (!actor.has(Role.SIGNER)) {
      return List.of();
    }
    return lines(
            transfers.list(
                actor.county(),
                new TransferRegister.Query(
                    List.of(actor.body()), false, "submitted", null, null, 50)))
        .reversed();
  }

  private List<TransferLine> lines(List<TransferRegister.Line> found) {
    Map<MatterId, Matters.Headline> heads =
        matters.headlines(found.stream().map(l -> new MatterId(l.matter())).toList());
    return clocks.beside(
        found,
        TransferRegister.Line::clocked,
        (l, clock) -> line(l, heads.get(new MatterId(l.matter())), clock));
  }

  private TransferLine line(
      TransferRegister.Line l, Matters.@Nullable Headline head, @Nullable ObligationView clock) {
    return new TransferLine(
        l.id(),
        l.matter(),
        head == null ? null : head.number(),
        head == null ? null : head.subject(),
        l.kind(),
        bodies.ref(new BodyId(l.sender())),
        bodies.ref(new BodyId(l.receiver())),
        l.stage(),
        l.letterNumber(),
        l.preparedAt(),
        l.sentAt(),
        clock,
        l.version());
  }

  @Override
  public List<TransferLine> transfers(Matter matter) {
    return clocks.beside(
        transfers.of(desk.county(), matter.id()).stream()
            // what is not sent yet, only its sender's side knows of
            .filter(t -> t.isSent() || seesDrafts(t))
            .toList(),
        Transfer::clocked,
        (t, clock) ->
            new TransferLine(
                t.id(),
                t.matter().value(),
                matter.number(),
                matter.subject(),
                t.kind().key(),
                bodies.ref(t.sender()),
                bodies.ref(t.receiver()),
                t.stageName(),
                t.letter() == null ? null : t.letter().number(),
                t.preparedAt(),
                t.sentAt(),
                clock,
                t.version()));
  }

  private boolean seesDrafts(Transfer t) {
    Actor actor = CurrentActor.get();
    return desk.isAt(t.sender())
        || desk.isAt(t.preparedBy())
        || actor.has(Role.COORDINATOR)
        || actor.has(Role.SUPERVISOR);
  }

  @Override
  public List<HandoverView> handovers(Matter matter) {
    Instant now = desk.now();
    return handovers.of(desk.county(), matter.id()).stream()
        .map(
            h -> {
              Map<String, Permission> may = new LinkedHashMap<>();
              may.put("receiveHandover", handOver.mayReceive(matter, h, now));
              may.put("feedBackHandover", handOver.mayFeedBack(matter, h, now));
              may.put("closeHandover", handOver.mayClose(matter, h, now));
              return view(h, may);
            })
        .toList();
  }

  private HandoverView view(Handover h, Map<String, Permission> may) {
    Handover.Signature received =
        switch (h.stage()) {
          case Handover.Stage.Made m -> null;
          case Handover.Stage.Received(var s) -> s;
          case Handover.Stage.FedBack(var s, var f, var result) -> s;
          case Handover.Stage.Closed(var s, var f, var result, var c) -> s;
        };
    String result =
        switch (h.stage()) {
          case Handover.Stage.Made m -> null;
          case Handover.Stage.Received r -> null;
          case Handover.Stage.FedBack(var s, var f, var words) -> words;
          case Handover.Stage.Closed(var s, var f, var words, var c) -> words;
        };
    return new HandoverView(
        h.id(),
        bodies.ref(h.team()),
        bodies.ref(h.station()),
        h.items(),
        h.stageName(),
        h.made().at(),
        h.made().by(),
        received == null ? null : received.at(),
        received == null ? null : received.by(),
        result,
        h.letter() == null ? null : h.letter().number(),
        h.version(),
        ActionView.of(may));
  }

  @Override
  public List<NoticeView> notices(Matter matter) {
    Instant now = desk.now();
    return notices.of(desk.county(), matter.id()).stream()
        .map(
            n -> {
              Map<String, Permission> may = new LinkedHashMap<>();
              may.put("acknowledgeNotice", giveNotice.mayAcknowledge(n));
              may.put("handleNotice", giveNotice.mayHandle(n));
              may.put("refuseNotice", giveNotice.mayRefuse(n));
              may.put("reportNotice", giveNotice.mayReport(matter, n, now));
              may.put("closeNotice", giveNotice.mayClose(matter, n, now));
              return view(matter, n, now, may);
            })
        .toList();
  }

  private NoticeView view(Matter matter, Notice n, Instant now, Map<String, Permission> may) {
    return new NoticeView(
        n.id(),
        n.purpose().key(),
        bodies.ref(n.notifier()),
        bodies.ref(n.notified()),
        n.content(),
        n.stage().key(),
        n.lastStep().at(),
        n.lastStep().by(),
        n.lastStep().note(),
        n.reasonGiven(),
        n.reportedTo() == null ? null : bodies.ref(n.reportedTo()),
        giveNotice
            .reportRoute(matter, n, now)
            .map(r -> new ReportRoute(bodies.ref(r.to().id()), r.rule().ground()))
            .orElse(null),
        n.letter() == null ? null : n.letter().number(),
        n.report() == null ? null : n.report().number(),
        n.version(),
        ActionView.of(may));
  }

  @Override
  public Map<String, Permission> acts(Matter matter) {
    Instant now = desk.now();
    Map<String, Permission> may = new LinkedHashMap<>();
    Permission free =
        transfers.of(desk.county(), matter.id()).stream().anyMatch(Transfer::isUnderWay)
            ? Permission.refused(TransferRegister.alreadyUnderWay())
            : Permission.allowed();
    may.put("prepareTransfer", acts.mayPrepare(matter, now).and(free));
    may.put("makeHandover", handOver.mayMake(matter));
    may.put("sendNotice", giveNotice.maySend(matter));
    return may;
  }
}
