package xiezhi.demonstration;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import xiezhi.calendar.TimeLimit;
import xiezhi.document.Attachments;
import xiezhi.incident.application.CallPolice;
import xiezhi.incident.application.FollowOpinion;
import xiezhi.incident.application.RunIncident;
import xiezhi.incident.domain.Place;
import xiezhi.intake.application.Lead;
import xiezhi.intake.application.RegisterLead;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.referral.application.AnswerReferral;
import xiezhi.referral.application.ReferCrime;
import xiezhi.referral.domain.Referral;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.Role;
import xiezhi.whistle.application.BlowWhistle;
import xiezhi.whistle.application.ReadWhistles;
import xiezhi.whistle.application.Suggest;
import xiezhi.whistle.domain.Call;

/**
 * Stories of the flows between bodies, the same in every county with its own people: an alarm and
 * the incident it became, a whistle to which one came and another did not, an urging, a suspected
 * crime on its way to the police, a suggestion.
 */
@Component
@ConditionalOnProperty(name = "xiezhi.demonstration-stories", havingValue = "true")
class FlowStories {
  private final Cast cast;
  private final Attachments attachments;
  private final RegisterLead register;
  private final CallPolice calls;
  private final RunIncident incidents;
  private final FollowOpinion opinions;
  private final BlowWhistle whistles;
  private final ReadWhistles readWhistles;
  private final Suggest suggest;
  private final ReferCrime crimes;
  private final AnswerReferral police;

  FlowStories(
      Cast cast,
      Attachments attachments,
      RegisterLead register,
      CallPolice calls,
      RunIncident incidents,
      FollowOpinion opinions,
      BlowWhistle whistles,
      ReadWhistles readWhistles,
      Suggest suggest,
      ReferCrime crimes,
      AnswerReferral police) {
    this.cast = cast;
    this.attachments = attachments;
    this.register = register;
    this.calls = calls;
    this.incidents = incidents;
    this.opinions = opinions;
    this.whistles = whistles;
    this.readWhistles = readWhistles;
    this.suggest = suggest;
    this.crimes = crimes;
    this.police = police;
  }

  /** One act, at its time, of a story with that name. */
  record Act(Instant at, String story, Runnable work) {}

  /** All acts in a county that has a township with a team, people of both, and a department. */
  List<Act> acts(CountyCode county, Instant now) {
    Body team = cast.peopled(county, BodyKind.TEAM).stream().findFirst().orElse(null);
    Body township =
        team == null
            ? null
            : cast.peopled(county, BodyKind.TOWNSHIP).stream()
                .filter(t -> t.id().equals(team.township()))
                .findFirst()
                .orElse(null);
    List<Body> departments = cast.peopled(county, BodyKind.DEPARTMENT);
    if (team == null || township == null || departments.size() < 2) {
      return List.of();
    }
    Actor officer = cast.in(county, team.id(), Role.OFFICER).orElse(null);
    Actor clerk = cast.worker(county, township.id()).orElse(null);
    if (officer == null || clerk == null) {
      return List.of();
    }
    List<Act> all = new ArrayList<>();
    alarm(all, officer, station(county, township), now.minus(Duration.ofDays(3)));
    whistle(all, county, clerk, departments, now.minus(Duration.ofDays(5)));
    suggestion(all, clerk, departments.getFirst(), now.minus(Duration.ofDays(9)));
    Actor head = cast.in(county, township.id(), Role.SIGNER).orElse(null);
    if (head != null) {
      crime(all, officer, head, String.valueOf(township.division()), now.minus(Duration.ofDays(8)));
    }
    return all;
  }

  private @Nullable Actor station(CountyCode county, Body township) {
    return cast.peopled(county, BodyKind.DISPATCHED).stream()
        .filter(b -> township.id().equals(b.township()) && b.name().endsWith("派出所"))
        .findFirst()
        .flatMap(b -> cast.worker(county, b.id()))
        .orElse(null);
  }

  private void alarm(List<Act> all, Actor officer, @Nullable Actor station, Instant at) {
    Map<String, UUID> made = new HashMap<>();
    Place place = new Place("", "农贸市场东门", null, null);
    act(
        all,
        "alarm",
        at,
        officer,
        () ->
            made.put(
                "call",
                calls.press(
                    new CallPolice.Alarm(
                        null,
                        calls.triggers().stream().findFirst().map(w -> w.name()).orElse(""),
                        true,
                        null,
                        place,
                        "清理占道摊位时三十余人围堵，一名队员被推搡。",
                        List.of(),
                        null,
                        null))));
    act(
        all,
        "alarm",
        at.plus(Duration.ofMinutes(9)),
        officer,
        () ->
            made.put(
                "incident",
                incidents.open(
                    new RunIncident.Opening(
                        null,
                        made.get("call"),
                        "集镇整治引发群众聚集",
                        null,
                        place,
                        at,
                        "medium",
                        "约三十人聚集，派出所已到场。"))));
    act(
        all,
        "alarm",
        at.plus(Duration.ofMinutes(15)),
        officer,
        () -> incidents.report(of(made, "incident"), 0, null, "聚集约三十人，无人受伤，秩序可控。"));
    act(
        all,
        "alarm",
        at.plus(Duration.ofHours(6)),
        officer,
        () -> opinions.register(of(made, "incident"), "本地论坛", "medium", "网传执法现场视频片段。"));
    if (station != null) {
      act(
          all,
          "alarm",
          at.plus(Duration.ofMinutes(1)),
          station,
          () -> calls.answer(of(made, "call"), 0));
      act(
          all,
          "alarm",
          at.plus(Duration.ofMinutes(8)),
          station,
          () -> calls.arrive(of(made, "call"), 1));
      act(
          all,
          "alarm",
          at.plus(Duration.ofMinutes(40)),
          station,
          () -> calls.close(of(made, "call"), 2, "控制现场，劝离围观群众，带离一人调查。", true));
    }
  }

  private void whistle(
      List<Act> all, CountyCode county, Actor clerk, List<Body> departments, Instant at) {
    Map<String, UUID> made = new HashMap<>();
    Body first = departments.get(0);
    Body second = departments.get(1);
    act(
        all,
        "whistle",
        at,
        clerk,
        () -> {
          UUID whistle =
              whistles.blow(
                  new BlowWhistle.Calling(
                      Call.Kind.WHISTLE,
                      null,
                      List.of(first.id(), second.id()),
                      "老旧市场综合整治",
                      "占道经营、油烟扰民、消防通道堵塞交织，请派员到场共同处置。",
                      null));
          for (ReadWhistles.Line line : readWhistles.whistle(whistle)) {
            made.put(
                line.call().called().equals(first.id()) ? "first" : "second", line.call().id());
          }
        });
    cast.worker(county, first.id())
        .ifPresent(
            one -> {
              act(
                  all,
                  "whistle",
                  at.plus(Duration.ofMinutes(20)),
                  one,
                  () -> whistles.reportIn(of(made, "first"), 0, "执法人员二名"));
              act(
                  all,
                  "whistle",
                  at.plus(Duration.ofMinutes(50)),
                  one,
                  () -> whistles.arrive(of(made, "first"), 1));
              act(
                  all,
                  "whistle",
                  at.plus(Duration.ofHours(5)),
                  one,
                  () -> whistles.finish(of(made, "first"), 2, "清理占道摊位十二处，疏通消防通道。"));
            });
    cast.worker(county, second.id())
        .ifPresent(
            two ->
                act(
                    all,
                    "whistle",
                    at.plus(Duration.ofHours(7)),
                    two,
                    () -> whistles.refuse(of(made, "second"), 0, "")));
    act(
        all,
        "whistle",
        at.plus(Duration.ofDays(1)),
        clerk,
        () -> whistles.report(of(made, "second"), 1, "该单位不报到，也未说明理由。"));
    act(
        all,
        "urging",
        at.plus(Duration.ofDays(2)),
        clerk,
        () ->
            whistles.blow(
                new BlowWhistle.Calling(
                    Call.Kind.URGING,
                    null,
                    List.of(second.id()),
                    "油烟净化设施整改",
                    "请督促经营者安装油烟净化设施，并答复整改情况。",
                    TimeLimit.of(5, TimeLimit.Unit.WORKING_DAY))));
  }

  private void suggestion(List<Act> all, Actor clerk, Body department, Instant at) {
    act(
        all,
        "suggestion",
        at,
        clerk,
        () ->
            suggest.kinds().stream()
                .findFirst()
                .ifPresent(
                    kind ->
                        suggest.make(department.id(), kind.name(), "派驻人员", "履职认真、群众评价好，提出建议。")));
  }

  private void crime(List<Act> all, Actor officer, Actor head, String division, Instant at) {
    Map<String, UUID> made = new HashMap<>();
    act(
        all,
        "crime",
        at,
        officer,
        () -> {
          MatterId matter =
              register.register(
                  new Lead(
                      "无证经营卷烟，数额较大",
                      "own-discovery",
                      null,
                      division,
                      "站前路仓库",
                      null,
                      null,
                      null,
                      null,
                      "仓库内查获卷烟三百余条，当事人不能出示许可证，账册显示销售数额较大。",
                      false,
                      false,
                      "",
                      null,
                      List.of(),
                      List.of(new Lead.PartyEntry("person", "赵某某", null, "13800000009")),
                      List.of(),
                      List.of()));
          List<Referral.Officer> officers = crimes.officers(matter);
          made.put(
              "crime",
              crimes.mark(
                  matter,
                  new ReferCrime.Suspicion(
                      "销售数额达到追诉标准，涉嫌非法经营。",
                      "非法经营罪",
                      officers.stream().limit(2).map(Referral.Officer::account).toList(),
                      Map.of())));
        });
    act(
        all,
        "crime",
        at.plus(Duration.ofHours(3)),
        officer,
        () -> {
          Attachments.Attachment file =
              attachments.upload(
                  "调查报告.txt",
                  "investigation-report",
                  new ByteArrayInputStream("涉嫌犯罪案件情况的调查报告".getBytes(StandardCharsets.UTF_8)),
                  null);
          crimes.report(
              of(made, "crime"),
              0,
              "经核实，当事人无证经营，数额达到追诉标准，建议移送。",
              "",
              List.of(new Referral.Material("investigation-report", file.id())),
              List.of(new Referral.Goods("卷烟", "312条", "仓库查获", "罚没物品仓库")));
        });
    act(
        all,
        "crime",
        at.plus(Duration.ofHours(20)),
        head,
        () -> crimes.decide(of(made, "crime"), 1, true, ""));
    act(
        all,
        "crime",
        at.plus(Duration.ofHours(24)),
        officer,
        () -> crimes.transfer(of(made, "crime"), 2, null, true));
    act(
        all,
        "crime",
        at.plus(Duration.ofHours(30)),
        officer,
        () ->
            police.receive(of(made, "crime"), new AnswerReferral.Said(3, "公（经）受字〔2026〕12号", "回执")));
  }

  private static void act(List<Act> all, String story, Instant at, Actor actor, Runnable work) {
    all.add(new Act(at, story, () -> CurrentActor.as(actor, work)));
  }

  /** What an earlier act made; where a county refused that one, the story goes no further. */
  private static UUID of(Map<String, UUID> made, String what) {
    UUID id = made.get(what);
    if (id == null) {
      throw Refusal.of(
              Refusal.Kind.UNKNOWN, "demonstration.not-begun", "The story did not begin here.")
          .exception();
    }
    return id;
  }
}
