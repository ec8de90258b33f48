package xiezhi.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.document.Attachments;
import xiezhi.intake.ComplaintFile.ComplaintView;
import xiezhi.intake.PublicReports;
import xiezhi.intake.application.AnswerComplainant;
import xiezhi.intake.application.AnswerComplainant.Answer;
import xiezhi.intake.application.Grievance;
import xiezhi.intake.application.Grievance.Complainant;
import xiezhi.intake.application.HandleComplaint;
import xiezhi.intake.application.Lead;
import xiezhi.intake.application.ReadComplaints;
import xiezhi.intake.application.ReceiveComplaint;
import xiezhi.intake.application.VerifyComplaint;
import xiezhi.intake.domain.Finding;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;

/** Tells complaints: made by the public itself, or told to a township's team or to a department. */
@Component
@ConditionalOnProperty(name = "xiezhi.demonstration-stories", havingValue = "true")
class ComplaintTeller implements Teller {
  private final Cast cast;
  private final PublicReports portal;
  private final ReceiveComplaint receiving;
  private final VerifyComplaint verifying;
  private final HandleComplaint handling;
  private final AnswerComplainant answering;
  private final ReadComplaints reading;
  private final Attachments attachments;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Map<Integer, Scene> scenes = new HashMap<>();

  ComplaintTeller(
      Cast cast,
      PublicReports portal,
      ReceiveComplaint receiving,
      VerifyComplaint verifying,
      HandleComplaint handling,
      AnswerComplainant answering,
      ReadComplaints reading,
      Attachments attachments,
      TransactionTemplate transaction,
      Clock clock) {
    this.cast = cast;
    this.portal = portal;
    this.receiving = receiving;
    this.verifying = verifying;
    this.handling = handling;
    this.answering = answering;
    this.reading = reading;
    this.attachments = attachments;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Where a complaint stands: who took it in, and the township it belongs to. */
  private record Scene(UUID complaint, Actor first, Actor town, BodyId township) {}

  @Override
  public boolean tells(Story story) {
    return story.from().equals("public") || story.from().startsWith("complaint-");
  }

  @Override
  public void forget() {
    scenes.clear();
  }

  @Override
  public boolean act(CountyCode county, Story story, int number, String act) {
    if (act.equals("register")) {
      return begin(county, story, number);
    }
    Scene scene = scenes.get(number);
    if (scene == null) {
      return false;
    }
    play(story, scene, act);
    return true;
  }

  private boolean begin(CountyCode county, Story story, int number) {
    List<Body> townships = cast.peopled(county, BodyKind.TOWNSHIP);
    List<Body> departments = cast.peopled(county, BodyKind.DEPARTMENT);
    if (townships.isEmpty() || departments.isEmpty()) {
      return false;
    }
    Body township = townships.get(number % townships.size());
    BodyId team =
        cast.peopled(county, BodyKind.TEAM).stream()
            .filter(t -> township.id().equals(t.township()))
            .findFirst()
            .orElse(township)
            .id();
    BodyId desk =
        story.from().equals("complaint-department")
            ? departments.get(number % departments.size()).id()
            : team;
    Actor first = cast.worker(county, desk).orElse(null);
    Actor town = cast.worker(county, team).orElse(null);
    if (first == null || town == null) {
      return false;
    }
    String division = String.valueOf(township.division());
    UUID complaint =
        story.from().equals("public")
            ? CurrentActor.as(
                Actor.publicIn(county), () -> portal.report(report(story, division)).id())
            : CurrentActor.as(first, () -> receiving.register(told(story, division)).id());
    scenes.put(number, new Scene(complaint, first, town, township.id()));
    return true;
  }

  private static PublicReports.Report report(Story s, String division) {
    Map<String, String> who = s.party();
    return new PublicReports.Report(
        s.source(),
        s.facts(),
        division,
        s.address(),
        null,
        null,
        null,
        List.of(),
        who.isEmpty(),
        who.get("name"),
        who.get("phone"),
        null,
        "web",
        null,
        null);
  }

  private Grievance told(Story s, String division) {
    Map<String, String> who = s.party();
    Lead lead =
        new Lead(
            s.subject(),
            Grievance.source(s.source()),
            null,
            division,
            s.address(),
            null,
            null,
            clock.instant().minusSeconds(7200),
            null,
            s.facts(),
            false,
            false,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Grievance(
        lead,
        s.source(),
        null,
        s.materials().contains("complaint-material"),
        null,
        null,
        who.isEmpty()
            ? Complainant.ANONYMOUS
            : new Complainant(false, who.get("name"), who.get("phone"), null, null));
  }

  private void play(Story story, Scene s, String act) {
    switch (act) {
      case "record" -> as(s.first(), s, (id, v) -> receiving.record(id, v, ""));
      case "file" -> file(story, s);
      case "accept" -> as(s.town(), s, verifying::accept);
      case "no-violation" -> verify(s, s.town(), Finding.NO_VIOLATION, story.result());
      case "violation" -> verify(s, s.town(), Finding.VIOLATION, "经现场核实，情况属实。");
      case "not-ours" -> verify(s, s.first(), Finding.NOT_OURS, "经核对权责清单，属乡镇（街道）职权。");
      case "refer" ->
          as(
              s.first(),
              s,
              (id, v) ->
                  verifying.refer(
                      id,
                      v,
                      s.township(),
                      new VerifyComplaint.Telling("电话告知向属地反映", "请依法调查处理", true, true)));
      case "case" -> as(s.town(), s, (id, v) -> handling.openCase(id, v, "依法立案"));
      case "close-case" -> closeCase(s, story.result());
      case "reply" ->
          as(
              s.town(),
              s,
              (id, v) ->
                  answering.reply(
                      id,
                      v,
                      story.party().isEmpty()
                          ? new Answer(null, null, "anonymous", List.of())
                          : new Answer(story.result(), "phone", null, List.of())));
      case "feed-back" -> as(s.town(), s, (id, v) -> answering.feedBack(id, v, story.result()));
      case String other -> throw new IllegalArgumentException("unknown act " + other);
    }
  }

  private void verify(Scene s, Actor who, Finding finding, String note) {
    as(
        who,
        s,
        (id, v) ->
            verifying.verify(
                id, v, finding, note, finding == Finding.NOT_OURS ? s.township() : null));
  }

  /** The county's steps one after the other, then the end. */
  private void closeCase(Scene s, String result) {
    var file = view(s.town(), s).caseFile();
    if (file != null) {
      file.toCome()
          .forEach(
              step -> as(s.town(), s, (id, v) -> handling.stepCase(id, v, step, step, List.of())));
    }
    as(s.town(), s, (id, v) -> handling.closeCase(id, v, result));
  }

  private void file(Story story, Scene s) {
    MatterId matter = new MatterId(view(s.first(), s).line().matter());
    CurrentActor.as(
        s.first(),
        () ->
            transaction.executeWithoutResult(
                _ ->
                    attachments.attach(
                        matter, story.materials().stream().map(k -> upload(story, k)).toList())));
  }

  private UUID upload(Story story, String kind) {
    byte[] text = (story.subject() + "\n" + story.facts()).getBytes(StandardCharsets.UTF_8);
    return attachments
        .upload(
            story.subject() + "-" + kind + ".txt",
            kind,
            new java.io.ByteArrayInputStream(text),
            null)
        .id();
  }

  private ComplaintView view(Actor who, Scene s) {
    return CurrentActor.as(who, () -> reading.view(s.complaint()));
  }

  private void as(Actor who, Scene s, BiConsumer<UUID, Integer> act) {
    ComplaintView now = view(who, s);
    CurrentActor.as(who, () -> act.accept(s.complaint(), now.version()));
  }
}
