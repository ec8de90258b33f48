package xiezhi.demonstration;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import xiezhi.calendar.TimeLimit;
import xiezhi.document.Attachments;
import xiezhi.intake.application.Lead;
import xiezhi.intake.application.RegisterLead;
import xiezhi.intake.application.WorkOnLead;
import xiezhi.matter.Matter;
import xiezhi.matter.Matters;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Body;
import xiezhi.organisation.BodyKind;
import xiezhi.powers.Powers;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Role;
import xiezhi.testclock.MovableClock;
import xiezhi.transfer.TransferFile;
import xiezhi.transfer.application.AnswerTransfer;
import xiezhi.transfer.application.GiveNotice;
import xiezhi.transfer.application.HandOver;
import xiezhi.transfer.application.PrepareTransfer;
import xiezhi.transfer.application.SendTransfer;
import xiezhi.transfer.domain.Notice;
import xiezhi.transfer.domain.Transfer;

/** Plays one act of one story, as the person whose act it is. */
@Component
@ConditionalOnProperty(name = "xiezhi.demonstration-stories", havingValue = "true")
class StoryTeller implements Teller {
  private final Cast cast;
  private final Bodies bodies;
  private final Powers powers;
  private final Attachments attachments;
  private final Matters matters;
  private final TransferFile transfers;
  private final RegisterLead register;
  private final WorkOnLead work;
  private final PrepareTransfer prepare;
  private final SendTransfer send;
  private final AnswerTransfer answer;
  private final GiveNotice notice;
  private final HandOver handOver;
  private final List<FlowActs> flows;
  private final MovableClock clock;
  private final Map<Integer, Scene> scenes = new HashMap<>();

  StoryTeller(
      Cast cast,
      Bodies bodies,
      Powers powers,
      Attachments attachments,
      Matters matters,
      TransferFile transfers,
      RegisterLead register,
      WorkOnLead work,
      PrepareTransfer prepare,
      SendTransfer send,
      AnswerTransfer answer,
      GiveNotice notice,
      HandOver handOver,
      List<FlowActs> flows,
      MovableClock clock) {
    this.cast = cast;
    this.bodies = bodies;
    this.powers = powers;
    this.attachments = attachments;
    this.matters = matters;
    this.transfers = transfers;
    this.register = register;
    this.work = work;
    this.prepare = prepare;
    this.send = send;
    this.answer = answer;
    this.notice = notice;
    this.handOver = handOver;
    this.flows = flows;
    this.clock = clock;
  }

  /** Where a story stands in one county. */
  private record Scene(MatterId matter, BodyId finder, BodyId sender, BodyId receiver) {}

  @Override
  public boolean tells(Story story) {
    return List.of("team", "station", "department").contains(story.from());
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
    return scene != null && play(county, story, scene, act);
  }

  private boolean begin(CountyCode county, Story story, int number) {
    List<Body> townships = cast.peopled(county, BodyKind.TOWNSHIP);
    List<Body> departments = cast.peopled(county, BodyKind.DEPARTMENT);
    if (townships.isEmpty() || departments.isEmpty()) {
      return false;
    }
    Body township = townships.get(number % townships.size());
    Body team =
        cast.peopled(county, BodyKind.TEAM).stream()
            .filter(t -> township.id().equals(t.township()))
            .findFirst()
            .orElse(township);
    boolean up = story.from().equals("team");
    String division = String.valueOf(township.division());
    Choice choice =
        CurrentActor.as(
            Actor.platform(county),
            () -> choose(county, story, division, up ? departments : List.of(township)));
    BodyId finder = up ? team.id() : departments.get(number % departments.size()).id();
    BodyId sender = up ? township.id() : finder;
    BodyId receiver = up ? choice.holder().orElse(departments.getFirst()).id() : township.id();
    Actor actor = cast.worker(county, finder).or(() -> cast.worker(county, sender)).orElse(null);
    if (actor == null) {
      return false;
    }
    MatterId matter =
        CurrentActor.as(actor, () -> register.register(lead(story, division, choice.code())));
    scenes.put(number, new Scene(matter, actor.body(), sender, receiver));
    return true;
  }

  private record Choice(@Nullable String code, Optional<Body> holder) {}

  /** The first of the story's items that one of those bodies holds at that place. */
  private Choice choose(CountyCode county, Story story, String division, List<Body> among) {
    LocalDate on = LocalDate.now(clock);
    for (String code : story.items()) {
      if (powers.find(code, on).isEmpty()) {
        continue;
      }
      for (Powers.Competence c : powers.competence(county, List.of(code), division, on)) {
        for (Body body : among) {
          if (c.holders().stream().anyMatch(h -> h.body().equals(body.id()))) {
            return new Choice(code, Optional.of(body));
          }
        }
      }
    }
    return new Choice(null, Optional.empty());
  }

  private Lead lead(Story story, String division, @Nullable String item) {
    Instant now = clock.instant();
    Map<String, String> party = story.party();
    return new Lead(
        story.subject(),
        story.source(),
        now.minusSeconds(3600),
        division,
        story.address(),
        null,
        null,
        now.minusSeconds(7200),
        null,
        story.facts(),
        story.inProgress(),
        story.hazard(),
        story.urgent(),
        null,
        item == null ? List.of() : List.of(item),
        List.of(
            new Lead.PartyEntry(
                party.getOrDefault("kind", "unknown"),
                party.get("name"),
                null,
                party.get("phone"))),
        List.of(),
        List.of());
  }

  private boolean play(CountyCode county, Story story, Scene s, String act) {
    Actor finder = cast.worker(county, s.finder()).orElseThrow();
    Actor signer = cast.in(county, s.sender(), Role.SIGNER).orElse(null);
    Actor receiver = cast.worker(county, s.receiver()).orElse(null);
    if (signer == null || receiver == null) {
      return false;
    }
    switch (act) {
      case "judge" ->
          as(
              finder,
              () ->
                  work.judge(
                      s.matter(),
                      matter(s).version(),
                      false,
                      "经核对权责清单，该事项不属于本单位职权。",
                      s.receiver()));
      case "judge-ours" ->
          as(
              finder,
              () -> work.judge(s.matter(), matter(s).version(), true, "经核对权责清单，该事项属于本单位职权。", null));
      case "urgent" ->
          as(finder, () -> work.markUrgent(s.matter(), matter(s).version(), story.urgent()));
      case "dissuade" ->
          as(finder, () -> work.dissuade(s.matter(), matter(s).version(), "现场要求当事人立即停止，当事人已停止。"));
      case "notice" ->
          as(
              finder,
              () ->
                  notice.send(
                      s.matter(),
                      story.hazard() ? Notice.Purpose.HAZARD : Notice.Purpose.IN_PROGRESS,
                      s.receiver(),
                      story.facts()));
      case "acknowledge" ->
          as(receiver, () -> onNotice(s, (id, v) -> notice.acknowledge(id, v, "值班执法人员两名已出发")));
      case "handle" ->
          as(receiver, () -> onNotice(s, (id, v) -> notice.handle(id, v, "现场已封存，隐患已排除。")));
      case "prepare" -> as(finder, () -> prepare(story, s));
      case "submit" -> as(finder, () -> onTransfer(s, prepare::submit));
      case "send" -> as(signer, () -> onTransfer(s, send::send));
      case "receive" -> as(receiver, () -> onTransfer(s, answer::receive));
      case "accept" -> as(receiver, () -> onTransfer(s, answer::accept));
      case "ask" ->
          as(receiver, () -> onTransfer(s, (id, v) -> answer.askSupplement(id, v, story.ask())));
      case "supplement" ->
          as(
              finder,
              () ->
                  onTransfer(
                      s,
                      (id, v) ->
                          answer.supplement(
                              id,
                              v,
                              List.of(material(s, "preliminary-evidence", "补充现场照片说明")),
                              "已补充")));
      case "return" ->
          as(
              receiver,
              () ->
                  onTransfer(
                      s,
                      (id, v) ->
                          answer.giveBack(id, v, Transfer.ReturnKind.NOT_OURS, story.giveBack())));
      case "result" ->
          as(
              receiver,
              () ->
                  onTransfer(s, (id, v) -> answer.returnResult(id, v, story.result(), List.of())));
      case "handover" -> handover(county, story, s, finder);
      case "hand-received" -> station(county, s, (id, v) -> handOver.receive(id, v));
      case "hand-fed-back" ->
          station(county, s, (id, v) -> handOver.feedBack(id, v, story.result()));
      default ->
          byItsFlow(new Playing(county, story, matterOf(finder, s), finder, signer, receiver), act);
    }
    return true;
  }

  private void byItsFlow(Playing playing, String act) {
    flows.stream()
        .filter(f -> f.known().contains(act))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a story knows no act " + act))
        .play(playing, act);
  }

  private Matter matterOf(Actor finder, Scene s) {
    return CurrentActor.as(finder, () -> matter(s));
  }

  private void prepare(Story story, Scene s) {
    List<Transfer.Material> materials = new ArrayList<>();
    for (String kind : story.materials()) {
      materials.add(material(s, kind, story.facts()));
    }
    prepare.prepare(
        s.matter(),
        new PrepareTransfer.Draft(
            Transfer.Kind.CASE,
            s.sender(),
            s.receiver(),
            "经核对权责清单，该违法行为由贵单位管辖。",
            false,
            null,
            materials,
            List.of()));
  }

  private Transfer.Material material(Scene s, String kind, String text) {
    String name =
        switch (kind) {
          case "statement-of-facts" -> "基本违法事实材料.txt";
          case "source-material" -> "现场检查记录.txt";
          default -> "现场照片说明.txt";
        };
    UUID file =
        attachments
            .upload(
                name,
                kind,
                new ByteArrayInputStream(
                    (matter(s).number() + "\n" + text + "\n").getBytes(StandardCharsets.UTF_8)),
                null)
            .id();
    return new Transfer.Material(kind, file, null);
  }

  private void handover(CountyCode county, Story story, Scene s, Actor finder) {
    station(county, s)
        .ifPresent(
            station ->
                as(
                    finder,
                    () ->
                        handOver.make(
                            s.matter(),
                            station.id(),
                            "案件材料一套：" + story.subject(),
                            TimeLimit.of(5, TimeLimit.Unit.WORKING_DAY))));
  }

  private Optional<Body> station(CountyCode county, Scene s) {
    return CurrentActor.as(
        Actor.platform(county),
        () -> {
          Body from = bodies.get(s.finder());
          return cast.peopled(county, BodyKind.DISPATCHED).stream()
              .filter(
                  b ->
                      b.township() != null
                          && (b.township().equals(from.township())
                              || b.township().equals(from.id())))
              .findFirst();
        });
  }

  private interface Versioned {
    void apply(UUID id, int version);
  }

  private void station(CountyCode county, Scene s, Versioned act) {
    station(county, s)
        .flatMap(b -> cast.worker(county, b.id()))
        .ifPresent(
            actor ->
                as(
                    actor,
                    () ->
                        transfers
                            .handovers(matter(s))
                            .forEach(h -> act.apply(h.id(), h.version()))));
  }

  private void onTransfer(Scene s, Versioned act) {
    var lines = transfers.transfers(matter(s));
    if (!lines.isEmpty()) {
      act.apply(lines.getLast().id(), lines.getLast().version());
    }
  }

  private void onNotice(Scene s, Versioned act) {
    transfers.notices(matter(s)).forEach(n -> act.apply(n.id(), n.version()));
  }

  private Matter matter(Scene s) {
    return matters.get(s.matter());
  }

  private static void as(Actor actor, Runnable work) {
    CurrentActor.as(actor, work);
  }
}
