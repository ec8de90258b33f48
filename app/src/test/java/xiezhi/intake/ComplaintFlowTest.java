package xiezhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.intake.ComplaintFile.ComplaintView;
import xiezhi.intake.application.AnswerComplainant;
import xiezhi.intake.application.AnswerComplainant.Answer;
import xiezhi.intake.application.Contacts;
import xiezhi.intake.application.Grievance;
import xiezhi.intake.application.Grievance.Complainant;
import xiezhi.intake.application.HandleComplaint;
import xiezhi.intake.application.ReadComplaints;
import xiezhi.intake.application.ReceiveComplaint;
import xiezhi.intake.application.VerifyComplaint;
import xiezhi.intake.domain.Finding;
import xiezhi.intake.domain.Reply.Attempt;
import xiezhi.ledger.application.ReadLedger;
import xiezhi.matter.Matters;
import xiezhi.obligation.ObligationView;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.MatterId;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.Statements;
import xiezhi.testing.Town;
import xiezhi.transfer.application.AnswerTransfer;
import xiezhi.transfer.application.PrepareTransfer;
import xiezhi.transfer.application.SendTransfer;

/** A complaint through the whole house: who answers for it, and that nobody is lost on the way. */
@PlatformTest
class ComplaintFlowTest {
  private static final String MORNING = "2026-03-02T09:00:00+08:00";
  private static final String LATER = "2026-03-02T15:00:00+08:00";
  private static final Complainant NAMED = new Complainant(false, "李举报", "13900001234", null, null);

  @Autowired private Town town;
  @Autowired private ReceiveComplaint receiving;
  @Autowired private VerifyComplaint verifying;
  @Autowired private HandleComplaint handling;
  @Autowired private AnswerComplainant answering;
  @Autowired private ReadComplaints reading;
  @Autowired private Contacts contacts;
  @Autowired private PublicReports portal;
  @Autowired private Matters matters;
  @Autowired private PrepareTransfer prepare;
  @Autowired private SendTransfer send;
  @Autowired private AnswerTransfer answer;
  @Autowired private ReadLedger ledger;
  @Autowired private Statements statements;

  private static Grievance told(String division, Complainant who, boolean written) {
    return new Grievance(Town.lead(division), "phone", null, written, null, null, who);
  }

  private static String division(Made county) {
    return java.util.Objects.requireNonNull(county.bodies().get("t1")).value();
  }

  private static BodyId body(Made county, String key) {
    return java.util.Objects.requireNonNull(county.bodies().get(key));
  }

  private ComplaintView view(Actor who, UUID id) {
    return town.as(who, LATER, () -> reading.view(id));
  }

  private static boolean may(ComplaintView view, String act) {
    return view.actions().stream().anyMatch(a -> a.name().equals(act) && a.allowed());
  }

  @Test
  void withoutAViolationTheTeamRepliesAndItClosesByItself() {
    Made county = town.like("530426");
    Actor officer = Town.actor(county, "t1.team", Role.OFFICER);
    UUID id =
        town.as(
            officer, MORNING, () -> receiving.register(told(division(county), NAMED, false)).id());
    town.as(officer, LATER, () -> verifying.accept(id, 1));
    town.as(officer, LATER, () -> verifying.verify(id, 2, Finding.NO_VIOLATION, "现场未见违法", null));

    ComplaintView concluded = view(officer, id);
    assertThat(concluded.line().stage()).isEqualTo("concluded");
    assertThat(concluded.replier().body().id()).isEqualTo(body(county, "t1.team").value());
    assertThat(concluded.replier().ground()).isNotNull();
    assertThat(may(concluded, "replyComplaint")).isTrue();
    assertThat(may(concluded, "closeComplaint")).isFalse();

    town.as(officer, LATER, () -> answering.reply(id, concluded.version(), said("经核实未发现违法行为")));
    ComplaintView closed = view(officer, id);
    assertThat(closed.line().stage()).isEqualTo("closed");
    assertThat(closed.owed()).allSatisfy(o -> assertThat(o.state()).isNotEqualTo("open"));
    assertThat(
            town.as(
                officer, LATER, () -> matters.get(new MatterId(closed.line().matter())).isOpen()))
        .isFalse();
  }

  private static Answer said(@Nullable String text) {
    return new Answer(text, "phone", null, List.of());
  }

  @Test
  void aDepartmentTellsComplainantAndTownshipInOneStepOrNotAtAll() {
    Made county = town.like("530426");
    Actor clerk = Town.actor(county, "d1", Role.CLERK);
    Actor officer = Town.actor(county, "t1.team", Role.OFFICER);
    UUID id =
        town.as(clerk, MORNING, () -> receiving.register(told(division(county), NAMED, true)).id());
    UUID matter = view(clerk, id).line().matter();
    attachTo(clerk, matter, "statement-of-facts");
    town.as(
        clerk, LATER, () -> verifying.verify(id, 1, Finding.NOT_OURS, "属乡镇职权", body(county, "t1")));
    int version = view(clerk, id).version();

    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> town.as(clerk, LATER, () -> refer(county, id, version, "", false)));
    assertThat(
            refused.refusals().stream().flatMap(r -> r.grounds().stream()).map(g -> g.citation()))
        .contains("ES-032", "ES-033");
    assertThat(view(clerk, id).line().stage()).isEqualTo("verified");

    attachTo(clerk, matter, "complaint-material");
    town.as(clerk, LATER, () -> refer(county, id, version, "电话告知", true));
    assertThat(view(officer, id).line().answerable().id()).isEqualTo(body(county, "d1").value());
    town.as(officer, LATER, () -> verifying.accept(id, view(officer, id).version()));
    ComplaintView accepted = view(officer, id);
    assertThat(accepted.line().answerable().id()).isEqualTo(body(county, "t1").value());
    assertThat(accepted.line().firstReceiver().id()).isEqualTo(body(county, "d1").value());

    town.as(clerk, LATER, () -> handling.guide(id, "注意固定证据"));
    town.as(
        officer,
        LATER,
        () -> verifying.verify(id, view(officer, id).version(), Finding.NO_VIOLATION, "无违法", null));
    town.as(officer, LATER, () -> answering.reply(id, view(officer, id).version(), said("未发现违法")));
    assertThat(view(officer, id).line().stage()).isEqualTo("replied");
    town.as(officer, LATER, () -> answering.feedBack(id, view(officer, id).version(), "未发现违法"));
    assertThat(view(clerk, id).line().stage()).isEqualTo("closed");
    assertThat(view(clerk, id).guidance()).hasSize(1);
  }

  private void refer(Made county, UUID id, int version, String told, boolean material) {
    verifying.refer(
        id, version, body(county, "t1"), new VerifyComplaint.Telling(told, "", material, true));
  }

  private void attachTo(Actor who, UUID matter, String kind) {
    town.as(who, LATER, () -> town.attach(new MatterId(matter), kind));
  }

  @Test
  void whoConcludesRepliesHereAndTheTownshipThere() {
    assertThat(answerableAfterTransfer("530426")).isEqualTo("d1");
    assertThat(answerableAfterTransfer("140602")).isEqualTo("t1");
  }

  private String answerableAfterTransfer(String base) {
    Made county = town.like(base);
    Actor officer = Town.actor(county, "t1.team", Role.OFFICER);
    Actor clerk = Town.actor(county, "d1", Role.CLERK);
    UUID id =
        town.as(
            officer, MORNING, () -> receiving.register(told(division(county), NAMED, false)).id());
    MatterId matter = new MatterId(view(officer, id).line().matter());
    attachTo(officer, matter.value(), "statement-of-facts");
    town.as(officer, LATER, () -> verifying.accept(id, 1));
    town.as(
        officer,
        LATER,
        () -> verifying.verify(id, 2, Finding.NOT_OURS, "属部门职权", body(county, "d1")));
    UUID transfer =
        town.as(
            officer,
            LATER,
            () -> {
              UUID made = prepare.prepare(matter, town.draft(county)).id();
              prepare.submit(made, 0);
              return made;
            });
    town.as(Town.actor(county, "t1", Role.SIGNER), LATER, () -> send.send(transfer, 1));
    assertThat(view(officer, id).line().stage()).isEqualTo("transferred");
    assertThat(view(officer, id).line().answerable().id()).startsWith(body(county, "t1").value());
    town.as(clerk, LATER, () -> answer.accept(transfer, 2));
    town.as(clerk, LATER, () -> answer.returnResult(transfer, 3, "已责令改正", List.of()));
    ComplaintView done = view(clerk, id);
    assertThat(done.line().stage()).isEqualTo("concluded");
    assertThat(done.result()).isNotNull();
    return county.bodies().entrySet().stream()
        .filter(b -> b.getValue().value().equals(done.line().answerable().id()))
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void mergedReportsShareOneResultAndEachGetsAReply() {
    Made county = town.like("530426");
    Actor officer = Town.actor(county, "t1.team", Role.OFFICER);
    UUID first =
        town.as(
            officer, MORNING, () -> receiving.register(told(division(county), NAMED, false)).id());
    UUID second =
        town.as(
            officer,
            MORNING,
            () -> receiving.register(told(division(county), Complainant.ANONYMOUS, false)).id());
    town.as(officer, LATER, () -> handling.merge(second, 1, first));
    assertThat(view(officer, second).line().merged()).isTrue();
    town.as(officer, LATER, () -> verifying.accept(first, 1));
    town.as(officer, LATER, () -> verifying.verify(first, 2, Finding.NO_VIOLATION, "现场未见违法", null));
    assertThat(view(officer, second).line().stage()).isEqualTo("concluded");

    RefusedException untrue =
        catchThrowableOfType(
            RefusedException.class,
            () ->
                town.as(
                    officer,
                    LATER,
                    () ->
                        answering.reply(
                            first,
                            view(officer, first).version(),
                            new Answer(null, null, "anonymous", List.of()))));
    assertThat(untrue.refusals().getFirst().code()).isEqualTo("complaint.not-anonymous");
    town.as(
        officer,
        LATER,
        () ->
            answering.reply(
                second,
                view(officer, second).version(),
                new Answer(null, null, "anonymous", List.of())));
    town.as(
        officer,
        LATER,
        () ->
            answering.reply(
                first,
                view(officer, first).version(),
                new Answer(
                    null,
                    "phone",
                    "unreachable",
                    List.of(
                        new Attempt(OffsetDateTime.parse(MORNING).toInstant(), "拨打登记电话无人接听")))));
    assertThat(view(officer, first).line().stage()).isEqualTo("closed");
    assertThat(view(officer, second).line().stage()).isEqualTo("closed");
  }

  @Test
  void whoComplainedIsShownToTheHandlerAloneAndEveryLookIsOnRecord() {
    Made county = town.like("530426");
    Actor officer = Town.actor(county, "t1.team", Role.OFFICER);
    Actor coordinator = Town.actor(county, "gov", Role.COORDINATOR);
    UUID id =
        town.as(
            officer, MORNING, () -> receiving.register(told(division(county), NAMED, false)).id());
    UUID anonymous =
        town.as(
            officer,
            MORNING,
            () ->
                receiving
                    .register(
                        told(
                            division(county),
                            new Complainant(true, "李举报", "13900001234", null, null),
                            false))
                    .id());

    assertThat(town.as(officer, LATER, () -> contacts.see(id)).phone()).isEqualTo("13900001234");
    assertThat(town.as(officer, LATER, () -> contacts.see(anonymous)).phone()).isNull();
    assertThat(view(coordinator, id).contactHeld()).isTrue();
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class, () -> town.as(coordinator, LATER, () -> contacts.see(id)));
    assertThat(refused.refusals().getFirst().code()).isEqualTo("complaint.contact-not-yours");
    assertThat(
            town.as(
                    officer,
                    LATER,
                    () -> ledger.of(new MatterId(view(officer, id).line().matter()), 0, 100))
                .toString())
        .contains("complaint.contact-seen")
        .doesNotContain("13900001234");
  }

  @Test
  void theListShowsWhatIsOwedNextAskedOnceHoweverLongItIs() {
    Made county = town.like("530426");
    Actor officer = Town.actor(county, "t1.team", Role.OFFICER);
    UUID first = received(officer, county);
    List<String> ofOne = askedOfObligations(officer);
    UUID second = received(officer, county);

    assertThat(askedOfObligations(officer)).hasSameSizeAs(ofOne);
    assertThat(listed(officer))
        .extracting(ComplaintFile.ComplaintLine::id)
        .containsExactlyInAnyOrder(first, second);
    assertThat(listed(officer))
        .allSatisfy(
            line ->
                assertThat(line.clock())
                    .isNotNull()
                    .isEqualTo(
                        view(officer, line.id()).owed().stream()
                            .filter(o -> o.state().equals("open"))
                            .min(
                                Comparator.comparing(
                                    ObligationView::dueAt,
                                    Comparator.nullsLast(Comparator.naturalOrder())))
                            .orElseThrow()));
  }

  private UUID received(Actor who, Made county) {
    return town.as(
        who, MORNING, () -> receiving.register(told(division(county), NAMED, false)).id());
  }

  private List<ComplaintFile.ComplaintLine> listed(Actor who) {
    return town.as(who, LATER, () -> reading.list("answerable", null, null, null, null, null, 10));
  }

  private List<String> askedOfObligations(Actor who) {
    return statements.of(() -> listed(who)).stream()
        .filter(sql -> sql.contains("\"obligation\".\"obligation\""))
        .toList();
  }

  @Test
  void thePublicReportsFollowsAddsAndJudges() {
    Made county = town.like("350602");
    Actor nobody = Actor.publicIn(county.code());
    Actor clerk = Town.actor(county, "t1", Role.CLERK);
    String code =
        town.as(
            nobody,
            MORNING,
            () ->
                portal
                    .report(
                        new PublicReports.Report(
                            "市容环境",
                            "夜间占道烧烤,油烟很大",
                            division(county),
                            "人民路1号",
                            null,
                            null,
                            null,
                            List.of(),
                            true,
                            "李举报",
                            "13900001234",
                            null,
                            "web",
                            null,
                            null))
                    .code());
    PublicReports.Tracked tracked = town.as(nobody, MORNING, () -> portal.track(code));
    assertThat(tracked.stage()).isEqualTo("received");
    assertThat(tracked.may()).containsExactly("addToReport");
    town.as(nobody, MORNING, () -> portal.add(code, "今晚又有", List.of()));

    UUID id =
        town.as(clerk, LATER, () -> reading.list("answerable", null, null, null, null, null, 10))
            .getFirst()
            .id();
    town.as(clerk, LATER, () -> receiving.record(id, view(clerk, id).version(), ""));
    town.as(clerk, LATER, () -> verifying.accept(id, view(clerk, id).version()));
    town.as(
        clerk,
        LATER,
        () -> verifying.verify(id, view(clerk, id).version(), Finding.NO_VIOLATION, "未发现", null));
    town.as(clerk, LATER, () -> answering.reply(id, view(clerk, id).version(), said("已加强巡查")));
    town.as(nobody, LATER, () -> portal.rate(code, true, "满意"));
    PublicReports.Tracked end = town.as(nobody, LATER, () -> portal.track(code));
    assertThat(end.stage()).isEqualTo("closed");
    assertThat(end.satisfied()).isTrue();
    assertThat(end.reply()).isNotNull();
    assertThat(end.additions()).hasSize(1);
    assertThat(end.steps())
        .extracting(PublicReports.Step::event)
        .contains("complaint.received", "complaint.replied");
  }
}
