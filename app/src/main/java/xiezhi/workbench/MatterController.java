package xiezhi.workbench;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.document.Attachments;
import xiezhi.intake.ComplaintFile;
import xiezhi.intake.LeadActs;
import xiezhi.matter.Matter;
import xiezhi.matter.MatterLists;
import xiezhi.matter.Matters;
import xiezhi.obligation.ObligationView;
import xiezhi.obligation.Obligations;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.organisation.Division;
import xiezhi.organisation.Divisions;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.Typed;
import xiezhi.transfer.TransferFile;
import xiezhi.transfer.TransferFile.HandoverView;
import xiezhi.transfer.TransferFile.NoticeView;
import xiezhi.transfer.TransferFile.TransferLine;

@RestController
@Tag(name = "matter")
class MatterController {
  private final Matters matters;
  private final MatterLists lists;
  private final Obligations obligations;
  private final TransferFile transfers;
  private final LeadActs leads;
  private final ComplaintFile complaints;
  private final Attachments attachments;
  private final Bodies bodies;
  private final Divisions divisions;
  private final Clock clock;

  MatterController(
      Matters matters,
      MatterLists lists,
      Obligations obligations,
      TransferFile transfers,
      LeadActs leads,
      ComplaintFile complaints,
      Attachments attachments,
      Bodies bodies,
      Divisions divisions,
      Clock clock) {
    this.matters = matters;
    this.lists = lists;
    this.obligations = obligations;
    this.transfers = transfers;
    this.leads = leads;
    this.complaints = complaints;
    this.attachments = attachments;
    this.bodies = bodies;
    this.divisions = divisions;
    this.clock = clock;
  }

  /**
   * @param clock what of it is due first; null if nothing is owed
   */
  record MatterLine(
      UUID id,
      String number,
      String subject,
      String stage,
      BodyRef holder,
      String source,
      String division,
      String divisionName,
      boolean urgent,
      boolean hazard,
      Instant registeredAt,
      @Nullable ObligationView clock) {}

  record PlaceView(
      String division,
      String divisionName,
      String address,
      @Nullable BigDecimal lng,
      @Nullable BigDecimal lat) {}

  record JudgementView(
      boolean ours, Instant at, String by, String reason, @Nullable BodyRef competent) {}

  record MarkView(String text, String by, Instant at) {}

  record UrgencyView(String text, String by, Instant at, @Nullable MarkView confirmed) {
    static @Nullable UrgencyView of(Matter.@Nullable Urgency u) {
      if (u == null) {
        return null;
      }
      var confirmed = u.confirmed();
      return new UrgencyView(
          u.reason(),
          u.by(),
          u.at(),
          confirmed == null
              ? null
              : new MarkView(confirmed.reason(), confirmed.by(), confirmed.at()));
    }
  }

  record AttachmentView(
      UUID id,
      String kind,
      String name,
      String mediaType,
      long size,
      String hash,
      Instant addedAt) {}

  /** One matter, whole: what the supervisor reads like a file. */
  record MatterResponse(
      UUID id,
      String number,
      String subject,
      String stage,
      BodyRef holder,
      BodyRef holderLegalBody,
      String source,
      Instant registeredAt,
      Instant discoveredAt,
      PlaceView place,
      String facts,
      @Nullable Instant actFrom,
      @Nullable Instant actTo,
      boolean inProgress,
      boolean hazard,
      String preHandover,
      List<Matter.Item> items,
      List<Matter.Party> parties,
      List<Matter.Article> articles,
      @Nullable UrgencyView urgency,
      @Nullable MarkView dissuasion,
      @Nullable JudgementView judgement,
      @Nullable Instant closedAt,
      @Nullable String outcome,
      List<AttachmentView> attachments,
      List<ObligationView> obligations,
      List<TransferLine> transfers,
      List<HandoverView> handovers,
      List<NoticeView> notices,
      List<ComplaintFile.ComplaintLine> complaints,
      int version,
      List<ActionView> actions) {}

  @GetMapping("/api/matters")
  @Transactional(readOnly = true)
  @Operation(operationId = "listMatters", summary = "The matters one may see, newest first")
  public Page<MatterLine> listMatters(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(defaultValue = "false") boolean urgent,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    CountyCode county = CurrentActor.get().county();
    Map<String, String> towns = new HashMap<>();
    divisions.of(county).forEach(d -> towns.put(d.code(), d.name()));
    Page<MatterLists.Line> page =
        Page.byTime(
            after,
            limit,
            (before, beforeId, most) ->
                lists.list(
                    new MatterLists.Query(
                        q,
                        Typed.textOrNone(stage),
                        Typed.textOrNone(division),
                        urgent,
                        before,
                        beforeId,
                        most)),
            l -> l.registeredAt(),
            l -> l.id());
    var clocks =
        obligations.earliestOf(
            page.items().stream().map(l -> new MatterId(l.id())).toList(), clock.instant());
    return page.map(
        l ->
            new MatterLine(
                l.id(),
                l.number(),
                l.subject(),
                l.stage(),
                bodies.ref(new BodyId(l.holder())),
                l.source(),
                l.division(),
                towns.getOrDefault(l.division(), l.division()),
                l.urgent(),
                l.hazard(),
                l.registeredAt(),
                clocks.get(new MatterId(l.id()))));
  }

  @GetMapping("/api/matters/{id}")
  @Transactional(readOnly = true)
  @Operation(operationId = "getMatter", summary = "One matter with everything that hangs on it")
  public MatterResponse getMatter(@PathVariable UUID id) {
    Instant now = clock.instant();
    Matter m = matters.get(new MatterId(id));
    CountyCode county = CurrentActor.get().county();
    Map<String, Permission> acts = new LinkedHashMap<>(leads.acts(m));
    acts.putAll(transfers.acts(m));
    var closed = m.stage() instanceof Matter.Stage.Closed c ? c : null;
    return new MatterResponse(
        id,
        m.number(),
        m.subject(),
        stage(m),
        bodies.ref(m.holder()),
        bodies.ref(bodies.legalBodyOf(m.holder()).id()),
        m.source(),
        m.registeredAt(),
        m.discoveredAt(),
        new PlaceView(
            m.place().division(),
            divisions.find(county, m.place().division()).map(Division::name).orElse(""),
            m.place().address(),
            m.place().lng(),
            m.place().lat()),
        m.act().facts(),
        m.act().from(),
        m.act().to(),
        m.act().inProgress(),
        m.act().hazard(),
        m.act().preHandover().key(),
        m.items(),
        m.parties(),
        m.articles(),
        UrgencyView.of(m.urgency()),
        m.dissuasion() == null
            ? null
            : new MarkView(m.dissuasion().how(), m.dissuasion().by(), m.dissuasion().at()),
        judgement(m),
        closed == null ? null : closed.at(),
        closed == null ? null : closed.outcome(),
        attachments.of(m.id()).stream()
            .map(
                a ->
                    new AttachmentView(
                        a.id(), a.kind(), a.name(), a.mediaType(), a.size(), a.hash(), a.addedAt()))
            .toList(),
        obligations.of(m.id(), now),
        transfers.transfers(m),
        transfers.handovers(m),
        transfers.notices(m),
        complaints.of(m),
        m.version(),
        ActionView.of(acts));
  }

  private static String stage(Matter m) {
    return switch (m.stage()) {
      case Matter.Stage.Registered r -> "registered";
      case Matter.Stage.Ours o -> "ours";
      case Matter.Stage.NotOurs n -> "not-ours";
      case Matter.Stage.Closed c -> "closed";
    };
  }

  private @Nullable JudgementView judgement(Matter m) {
    return switch (m.stage()) {
      case Matter.Stage.Registered r -> null;
      case Matter.Stage.Ours(var at, var by, var reason) ->
          new JudgementView(true, at, by, reason, null);
      case Matter.Stage.NotOurs(var at, var by, var reason, var competent) ->
          new JudgementView(
              false, at, by, reason, competent == null ? null : bodies.ref(competent));
      case Matter.Stage.Closed c -> null;
    };
  }
}
