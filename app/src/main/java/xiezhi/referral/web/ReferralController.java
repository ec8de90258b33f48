package xiezhi.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.document.LetterDownload;
import xiezhi.flow.Clocks;
import xiezhi.matter.Matters;
import xiezhi.obligation.ObligationView;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.BodyRef;
import xiezhi.referral.application.AnswerReferral;
import xiezhi.referral.application.AnswerReferral.Said;
import xiezhi.referral.application.ReadReferrals;
import xiezhi.referral.application.ReferCrime;
import xiezhi.referral.domain.Referral;
import xiezhi.referral.domain.Referral.Decision;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.Texts;
import xiezhi.shared.web.ActionView;
import xiezhi.shared.web.Idempotency;
import xiezhi.shared.web.Page;
import xiezhi.shared.web.ReasonRequest;
import xiezhi.shared.web.Typed;

@RestController
@Tag(name = "referral")
class ReferralController {
  private final ReferCrime refer;
  private final AnswerReferral answer;
  private final ReadReferrals read;
  private final Bodies bodies;
  private final Clocks clocks;
  private final Idempotency idempotency;

  ReferralController(
      ReferCrime refer,
      AnswerReferral answer,
      ReadReferrals read,
      Bodies bodies,
      Clocks clocks,
      Idempotency idempotency) {
    this.refer = refer;
    this.answer = answer;
    this.read = read;
    this.bodies = bodies;
    this.clocks = clocks;
    this.idempotency = idempotency;
  }

  /**
   * @param team accounts of two officers or more
   * @param findings what came of comparing with the threshold, by item code
   */
  record SuspicionRequest(
      @Nullable String suspicion,
      @Nullable String crime,
      @Nullable List<String> team,
      @Nullable Map<String, String> findings) {}

  record CrimeMaterial(String kind, @Nullable UUID attachment) {
    Referral.Material material() {
      if (attachment == null) {
        throw Refusal.malformed("materials.attachment", "must be an uploaded file").exception();
      }
      return new Referral.Material(
          Texts.required("materials.kind", Typed.text(kind), 50), attachment);
    }
  }

  record GoodsEntry(
      String name, String quantity, @Nullable String source, @Nullable String custody) {
    Referral.Goods goods() {
      return new Referral.Goods(
          Texts.required("goods.name", Typed.text(name), 200),
          Texts.required("goods.quantity", Typed.text(quantity), 100),
          Texts.optional("goods.source", source, 500),
          Texts.optional("goods.custody", custody, 500));
    }
  }

  record CrimeReportRequest(
      int version,
      @Nullable String report,
      @Nullable String crime,
      @Nullable List<CrimeMaterial> materials,
      @Nullable List<GoodsEntry> goods) {}

  record CrimeDecisionRequest(int version, boolean approved, @Nullable String reason) {}

  /**
   * @param to null for the police that the county's mechanism names
   * @param copied a copy to the procuratorate
   */
  record CrimeTransferRequest(int version, @Nullable String to, @Nullable Boolean copied) {}

  /**
   * @param document number of the other body's document; not needed where it answers itself
   */
  record CrimeAnswerRequest(int version, @Nullable String document, @Nullable String words) {
    Said said() {
      return new Said(version, Typed.text(document), Typed.text(words));
    }
  }

  record CrimeForwardRequest(
      int version, String to, @Nullable String document, @Nullable String words) {}

  record PoliceDecisionRequest(
      int version, boolean filed, @Nullable String document, @Nullable String words) {
    Said said() {
      return new Said(version, Typed.text(document), Typed.text(words));
    }

    Decision decision() {
      return filed ? Decision.FILED : Decision.NOT_FILED;
    }
  }

  record CrimeSupplementRequest(
      int version, @Nullable List<CrimeMaterial> materials, @Nullable String note) {}

  record CrimeOfficer(String account, String name) {}

  record CrimeAnswerView(String event, String document, String words, Instant at, String by) {}

  record CrimeComparison(String item, String threshold, String finding) {}

  record CrimePaper(UUID letter, String template, String number, String title, Instant at) {}

  record ReferralLine(
      UUID id,
      UUID matter,
      @Nullable String matterNumber,
      @Nullable String matterSubject,
      String crime,
      BodyRef legal,
      @Nullable BodyRef police,
      String stage,
      boolean open,
      @Nullable String letterNumber,
      Instant lastStepAt,
      @Nullable ObligationView clock,
      int version) {}

  /**
   * All suspicions of one matter, and whether another mark may be made.
   *
   * @param thresholds at which point each of its items becomes a crime, where that is noted
   * @param officers of whom the team may be made
   */
  record MatterReferrals(
      List<ReferralLine> items,
      Map<String, String> thresholds,
      List<CrimeOfficer> officers,
      List<ActionView> actions) {}

  /** One referral, whole. */
  record ReferralResponse(
      UUID id,
      UUID matter,
      String matterNumber,
      String matterSubject,
      String suspicion,
      String crime,
      BodyRef holder,
      BodyRef legal,
      @Nullable BodyRef police,
      String stage,
      boolean open,
      List<CrimeOfficer> team,
      List<CrimeComparison> comparisons,
      String report,
      List<CrimeMaterial> materials,
      List<GoodsEntry> goods,
      boolean goodsHandedOver,
      List<CrimeAnswerView> answers,
      List<CrimePaper> papers,
      @Nullable String letterNumber,
      Instant lastStepAt,
      String lastStepBy,
      String lastStepNote,
      List<ObligationView> obligations,
      int version,
      List<ActionView> actions) {}

  @GetMapping("/api/matters/{id}/referrals")
  @Operation(
      operationId = "listMatterReferrals",
      summary = "The matter's marks as a suspected crime, and whether one may be made")
  MatterReferrals listMatterReferrals(@PathVariable UUID id) {
    MatterId matter = new MatterId(id);
    return new MatterReferrals(
        clocks.beside(read.of(matter), Referral::reference, (r, clock) -> line(r, null, clock)),
        refer.thresholds(matter),
        refer.officers(matter).stream().map(o -> new CrimeOfficer(o.account(), o.name())).toList(),
        List.of(ActionView.of("markCrime", read.mayMark(matter))));
  }

  @PostMapping("/api/matters/{id}/referrals")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "markCrime",
      summary = "Mark a suspected crime and name the special team of two or more")
  ReferralResponse markCrime(
      @PathVariable UUID id,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody SuspicionRequest r) {
    UUID made =
        idempotency.once(
            "markCrime",
            key,
            List.of(id, r),
            () ->
                refer.mark(
                    new MatterId(id),
                    new ReferCrime.Suspicion(
                        Typed.text(r.suspicion()),
                        Typed.text(r.crime()),
                        Typed.list(r.team(), Typed::text),
                        r.findings() == null ? Map.of() : r.findings())));
    return getReferral(made);
  }

  @GetMapping("/api/referrals")
  @Operation(
      operationId = "listReferrals",
      summary = "Suspected crimes of one's desk, newest first")
  Page<ReferralLine> listReferrals(
      @RequestParam(defaultValue = "false") boolean county,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return clocks.beside(
        Page.byId(
            after,
            limit,
            (last, most) -> read.list(county, open, last, most),
            l -> l.referral().id()),
        l -> l.referral().reference(),
        (l, clock) -> line(l.referral(), l.headline(), clock));
  }

  @GetMapping("/api/referrals/{id}")
  @Operation(operationId = "getReferral", summary = "One suspected crime, whole")
  ReferralResponse getReferral(@PathVariable UUID id) {
    ReadReferrals.Page page = read.page(id);
    Referral r = page.referral();
    return new ReferralResponse(
        r.id(),
        r.matter().value(),
        page.matter().number(),
        page.matter().subject(),
        r.content().suspicion(),
        r.content().crime(),
        bodies.ref(r.holder()),
        bodies.ref(r.legal()),
        police(r),
        r.stage().key(),
        r.isOpen(),
        r.content().team().stream().map(o -> new CrimeOfficer(o.account(), o.name())).toList(),
        r.content().comparisons().stream()
            .map(c -> new CrimeComparison(c.item(), c.threshold(), c.finding()))
            .toList(),
        r.content().report(),
        r.content().materials().stream()
            .map(m -> new CrimeMaterial(m.kind(), m.attachment()))
            .toList(),
        r.content().goods().stream()
            .map(g -> new GoodsEntry(g.name(), g.quantity(), g.source(), g.custody()))
            .toList(),
        r.content().goodsHandedOver(),
        r.content().answers().stream()
            .map(
                a ->
                    new CrimeAnswerView(
                        a.event(), a.document(), a.words(), a.step().at(), a.step().by()))
            .toList(),
        page.papers().stream()
            .map(p -> new CrimePaper(p.letter(), p.template(), p.number(), p.title(), p.at()))
            .toList(),
        letter(r),
        r.lastStep().at(),
        r.lastStep().by(),
        r.lastStep().note(),
        page.obligations(),
        r.version(),
        ActionView.of(page.acts()));
  }

  @PostMapping("/api/referrals/{id}/report")
  @Operation(operationId = "reportCrime", summary = "The team's written report to the head")
  ReferralResponse reportCrime(@PathVariable UUID id, @RequestBody CrimeReportRequest r) {
    refer.report(
        id,
        r.version(),
        Typed.text(r.report()),
        Typed.text(r.crime()),
        materials(r.materials()),
        Typed.list(r.goods(), GoodsEntry::goods));
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/decision")
  @Operation(
      operationId = "decideCrime",
      summary = "The head approves the transfer, or does not, with reasons")
  ReferralResponse decideCrime(@PathVariable UUID id, @RequestBody CrimeDecisionRequest r) {
    refer.decide(id, r.version(), r.approved(), Typed.text(r.reason()));
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/transfer")
  @Operation(operationId = "transferCrime", summary = "Transfer it to the police")
  ReferralResponse transferCrime(@PathVariable UUID id, @RequestBody CrimeTransferRequest r) {
    refer.transfer(
        id, r.version(), Typed.bodyOrNone("to", r.to()), Boolean.TRUE.equals(r.copied()));
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/receipt")
  @Operation(operationId = "receiveCrime", summary = "The police sign for it")
  ReferralResponse receiveCrime(@PathVariable UUID id, @RequestBody CrimeAnswerRequest r) {
    answer.receive(id, r.said());
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/forwarding")
  @Operation(
      operationId = "forwardCrime",
      summary = "Not theirs: the police send it on to those who are competent")
  ReferralResponse forwardCrime(@PathVariable UUID id, @RequestBody CrimeForwardRequest r) {
    answer.forward(
        id,
        Typed.body("to", r.to()),
        new Said(r.version(), Typed.text(r.document()), Typed.text(r.words())));
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/supplement-request")
  @Operation(operationId = "askCrimeSupplement", summary = "The police ask for what lacks")
  ReferralResponse askCrimeSupplement(@PathVariable UUID id, @RequestBody CrimeAnswerRequest r) {
    answer.askSupplement(id, r.said());
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/supplement")
  @Operation(operationId = "supplementCrime", summary = "Give the police what they asked for")
  ReferralResponse supplementCrime(@PathVariable UUID id, @RequestBody CrimeSupplementRequest r) {
    refer.supplement(id, r.version(), materials(r.materials()), Typed.text(r.note()));
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/police-decision")
  @Operation(
      operationId = "answerCrime",
      summary = "The police file the case, or do not, with reasons; also on reconsideration")
  ReferralResponse answerCrime(@PathVariable UUID id, @RequestBody PoliceDecisionRequest r) {
    answer.answer(id, r.decision(), r.said());
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/reconsideration")
  @Operation(operationId = "askReconsideration", summary = "Ask the same police to decide again")
  ReferralResponse askReconsideration(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    refer.askReconsideration(id, r.version(), Typed.text(r.reason()));
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/supervision")
  @Operation(
      operationId = "askSupervision",
      summary = "Suggest supervision of the filing to the procuratorate")
  ReferralResponse askSupervision(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    refer.askSupervision(id, r.version(), Typed.text(r.reason()));
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/supervision-answer")
  @Operation(operationId = "answerSupervision", summary = "What came of the supervision")
  ReferralResponse answerSupervision(@PathVariable UUID id, @RequestBody PoliceDecisionRequest r) {
    answer.answerSupervision(id, r.decision(), r.said());
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/goods")
  @Operation(operationId = "handOverGoods", summary = "Hand the goods over to the police")
  ReferralResponse handOverGoods(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    refer.handOverGoods(id, r.version(), Typed.text(r.reason()));
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/return")
  @Operation(
      operationId = "giveBackCrime",
      summary = "No crime but an administrative liability: the police give it back")
  ReferralResponse giveBackCrime(@PathVariable UUID id, @RequestBody CrimeAnswerRequest r) {
    answer.giveBack(id, r.said());
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/conclusion")
  @Operation(operationId = "concludeCrime", summary = "How the criminal road ended")
  ReferralResponse concludeCrime(@PathVariable UUID id, @RequestBody CrimeAnswerRequest r) {
    answer.conclude(id, r.said());
    return getReferral(id);
  }

  @PostMapping("/api/referrals/{id}/unmarking")
  @Operation(operationId = "unmarkCrime", summary = "A superior takes the mark off, with a reason")
  ReferralResponse unmarkCrime(@PathVariable UUID id, @RequestBody ReasonRequest r) {
    refer.unmark(id, r.version(), Typed.text(r.reason()));
    return getReferral(id);
  }

  @GetMapping("/api/referrals/{id}/papers/{paper}")
  @Operation(operationId = "getReferralPaper", summary = "One of its letters as Word or PDF")
  ResponseEntity<byte[]> getReferralPaper(
      @PathVariable UUID id,
      @PathVariable UUID paper,
      @RequestParam(defaultValue = "pdf") String format) {
    return LetterDownload.of(read.letter(id, paper, LetterDownload.format(format)));
  }

  private ReferralLine line(
      Referral r, Matters.@Nullable Headline head, @Nullable ObligationView clock) {
    return new ReferralLine(
        r.id(),
        r.matter().value(),
        head == null ? null : head.number(),
        head == null ? null : head.subject(),
        r.content().crime(),
        bodies.ref(r.legal()),
        police(r),
        r.stage().key(),
        r.isOpen(),
        letter(r),
        r.lastStep().at(),
        clock,
        r.version());
  }

  private static List<Referral.Material> materials(@Nullable List<CrimeMaterial> typed) {
    return Typed.list(typed, CrimeMaterial::material);
  }

  private static @Nullable String letter(Referral r) {
    Referral.Letter letter = r.letter();
    return letter == null ? null : letter.number();
  }

  private @Nullable BodyRef police(Referral r) {
    BodyId police = r.police();
    return police == null ? null : bodies.ref(police);
  }
}
