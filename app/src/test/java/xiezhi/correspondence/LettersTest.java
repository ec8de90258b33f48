package xiezhi.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.correspondence.Correspondence.Letter;
import xiezhi.correspondence.Correspondence.State;
import xiezhi.correspondence.application.OpenLetter;
import xiezhi.correspondence.application.ReadLetters;
import xiezhi.correspondence.application.ReadLetters.Box;
import xiezhi.correspondence.application.ReadLetters.Line;
import xiezhi.correspondence.domain.LetterRegister;
import xiezhi.notification.Notifications;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.Town;
import xiezhi.transfer.application.AnswerTransfer;

/** One inbox and one outbox for each body; who has looked; who may know of it at all. */
@PlatformTest
class LettersTest {
  private static final String NOW = "2026-02-16T09:00:00+08:00";
  private static final Instant AT = OffsetDateTime.parse(NOW).toInstant();

  @Autowired private Town town;
  @Autowired private Correspondence correspondence;
  @Autowired private ReadLetters read;
  @Autowired private OpenLetter open;
  @Autowired private AnswerTransfer answer;
  @Autowired private Notifications notifications;
  @Autowired private PlatformTransactionManager transactions;

  @SuppressWarnings("NullAway.Init")
  private Made county;

  @BeforeEach
  void aCounty() {
    county = town.like("530426");
  }

  private Actor clerk(String body) {
    return Town.actor(county, body, Role.CLERK);
  }

  private BodyId body(String key) {
    return Objects.requireNonNull(county.bodies().get(key));
  }

  private <T> T within(Actor actor, Supplier<T> work) {
    return town.as(
        actor,
        NOW,
        () ->
            Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
  }

  private void put(String subject, State state, boolean confidential, String... receivers) {
    within(
        clerk("t1"),
        () -> {
          correspondence.put(
              AT,
              new Letter(
                  "shared-item",
                  subject,
                  null,
                  "关于调整罚款标准的告知",
                  body("t1"),
                  java.util.Arrays.stream(receivers).map(this::body).toList(),
                  "published",
                  state,
                  "甸政函〔2026〕1号",
                  "/shared/" + subject.substring(subject.indexOf(':') + 1),
                  confidential));
          return true;
        });
  }

  private List<Line> box(Actor actor, Box box) {
    return box(actor, box, null, null, false, null);
  }

  private List<Line> box(
      Actor actor,
      Box box,
      @Nullable String kind,
      @Nullable String state,
      boolean unread,
      @Nullable String q) {
    return within(
        actor,
        () ->
            read.box(
                new ReadLetters.Query(
                    box,
                    new LetterRegister.Query(
                        kind, state, unread, ReadLetters.words(q), null, null, 50))));
  }

  @Test
  void aTransferIsInOneOutboxAndOneInboxWithItsClock() {
    MatterId matter = town.judged(county);
    UUID transfer = town.sent(county, matter);

    Line out = box(clerk("t1.team"), Box.OUT).getFirst();
    Line in = box(clerk("d1"), Box.IN).getFirst();

    assertThat(in.id()).isEqualTo(out.id());
    assertThat(in.subject()).isEqualTo("transfer:" + transfer);
    assertThat(in.link()).isEqualTo("/transfers/" + transfer);
    assertThat(in.state()).isEqualTo("open");
    assertThat(Objects.requireNonNull(in.clock()).duty()).isEqualTo("transfer_acceptance_deadline");
    assertThat(Objects.requireNonNull(in.matter()).number()).isNotNull();
    assertThat(in.openedAt()).isNull();
    assertThat(box(clerk("d2"), Box.IN)).isEmpty();
    assertThat(within(clerk("d1"), () -> read.ofMatter(matter))).hasSize(1);

    town.as(clerk("d1"), NOW, () -> answer.receive(transfer, 2));

    Line received = box(clerk("d1"), Box.IN).getFirst();
    assertThat(received.acknowledgedAt()).isEqualTo(AT);
    assertThat(received.openedAt()).isEqualTo(AT);
    assertThat(received.stage()).isEqualTo("received");
  }

  @Test
  void theFirstLookCountsAndIsOfTheReceiversOnly() {
    String subject = "shared-item:" + Ids.next();
    put(subject, State.OPEN, false, "d1", "d2");
    UUID id = box(clerk("d1"), Box.IN).getFirst().id();

    town.as(clerk("t1"), NOW, () -> open.open(id));
    town.as(Town.actor(county, "gov", Role.SUPERVISOR), NOW, () -> open.open(id));
    assertThat(within(clerk("t1"), () -> correspondence.unopened(subject)))
        .containsExactlyInAnyOrder(body("d1"), body("d2"));

    town.as(clerk("d1"), NOW, () -> open.open(id));
    town.as(
        Town.actor(county, "d1", Role.SIGNER), "2026-02-17T09:00:00+08:00", () -> open.open(id));

    var page = within(clerk("t1"), () -> read.receipts(id, false, null, 50));
    assertThat(page.letter().receipts()).isEqualTo(new ReadLetters.Receipts(2, 1, 0));
    assertThat(page.receipts())
        .filteredOn(r -> r.receiver().id().equals(body("d1").value()))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.openedAt()).isEqualTo(AT);
              assertThat(r.openedBy()).isEqualTo(clerk("d1").name());
            });
    assertThat(within(clerk("t1"), () -> read.receipts(id, true, null, 50)).receipts())
        .extracting(r -> r.receiver().id())
        .containsExactly(body("d2").value());
    assertThat(box(clerk("d1"), Box.IN, null, null, true, null)).isEmpty();
    assertThat(box(clerk("d2"), Box.IN, null, null, true, null)).hasSize(1);
  }

  @Test
  void filtersReachEveryBox() {
    put("shared-item:" + Ids.next(), State.OPEN, false, "d1");
    put("shared-item:" + Ids.next(), State.CLOSED, false, "d1");
    Actor coordinator = Town.actor(county, "gov", Role.COORDINATOR);

    for (var each :
        Map.of(Box.IN, clerk("d1"), Box.OUT, clerk("t1"), Box.COUNTY, coordinator).entrySet()) {
      Box box = each.getKey();
      Actor actor = each.getValue();
      assertThat(box(actor, box)).as("%s", box).hasSize(2);
      assertThat(box(actor, box, "shared-item", "closed", false, null)).as("%s", box).hasSize(1);
      assertThat(box(actor, box, "transfer", null, false, null)).as("%s", box).isEmpty();
      assertThat(box(actor, box, null, null, false, "罚款标准")).as("%s", box).hasSize(2);
      assertThat(box(actor, box, null, null, false, "水库")).as("%s", box).isEmpty();
    }
  }

  @Test
  void laterReceiversGetItAndEarlierOnesKeepIt() {
    String subject = "shared-item:" + Ids.next();
    put(subject, State.OPEN, false, "d1");
    put(subject, State.ANSWERED, false, "d2");

    assertThat(box(clerk("d1"), Box.IN)).extracting(Line::state).containsExactly("answered");
    assertThat(box(clerk("d2"), Box.IN)).extracting(Line::state).containsExactly("answered");
    assertThat(box(clerk("t1"), Box.OUT)).hasSize(1);
  }

  @Test
  void onlySenderReceiversAndTheCountysOwnEyesKnowOfIt() {
    put("shared-item:" + Ids.next(), State.OPEN, false, "d1");
    put("shared-item:" + Ids.next(), State.OPEN, true, "d1");
    List<Line> both = box(clerk("d1"), Box.IN);
    assertThat(both).extracting(Line::confidential).containsExactlyInAnyOrder(true, false);
    UUID plain = both.stream().filter(l -> !l.confidential()).findFirst().orElseThrow().id();
    UUID secret = both.stream().filter(Line::confidential).findFirst().orElseThrow().id();

    Set<String> named = Set.of("t1", "t1.team", "d1");
    for (String where : List.of("gov", "d1", "d2", "t1", "t1.team", "t1.sfs", "t2", "t2.team")) {
      for (Role role : Role.values()) {
        Actor actor = Town.actor(county, where, role);
        boolean works = Set.of(Role.CLERK, Role.OFFICER, Role.SIGNER).contains(role);
        boolean reads = Set.of(Role.COORDINATOR, Role.SUPERVISOR).contains(role);
        boolean seesSecret = named.contains(where) && works;
        assertThat(sees(actor, secret)).as("%s in %s", role, where).isEqualTo(seesSecret);
        assertThat(sees(actor, plain)).as("%s in %s", role, where).isEqualTo(seesSecret || reads);
        List<Line> listed = new ArrayList<>();
        for (Box box : Box.values()) {
          listed.addAll(box(actor, box));
        }
        assertThat(listed.stream().anyMatch(l -> l.id().equals(secret)))
            .as("%s in %s", role, where)
            .isEqualTo(seesSecret);
        assertThat(box(actor, Box.COUNTY, null, null, false, "罚款标准"))
            .as("%s in %s", role, where)
            .allMatch(l -> !l.confidential() || seesSecret);
      }
    }
    assertThatThrownBy(() -> town.as(clerk("d2"), NOW, () -> open.open(secret)))
        .isInstanceOf(RefusedException.class);
  }

  private boolean sees(Actor actor, UUID id) {
    try {
      within(actor, () -> read.receipts(id, false, null, 5));
      return true;
    } catch (RefusedException e) {
      assertThat(e.refusals().getFirst().code()).isEqualTo("letter.unknown");
      return false;
    }
  }

  /** What it costs is measured in benchmarks; here, that nobody of two hundred is left out. */
  @Test
  void eachOfTwoHundredReceiversHasTheirOwnReceipt() {
    List<BodyId> many =
        IntStream.range(0, 200).mapToObj(i -> new BodyId(county.code() + "-many-" + i)).toList();
    String subject = "shared-item:" + Ids.next();
    within(
        clerk("t1"),
        () -> {
          correspondence.put(
              AT,
              new Letter(
                  "shared-item",
                  subject,
                  null,
                  "关于调整罚款标准的告知",
                  body("t1"),
                  many,
                  "published",
                  State.OPEN,
                  null,
                  "/shared/1",
                  false));
          notifications.tellAll(
              AT,
              many,
              Set.of(Role.CLERK, Role.OFFICER, Role.SIGNER),
              "information.shared",
              Map.of("title", "关于调整罚款标准的告知"),
              null,
              "/shared/1");
          return true;
        });
    assertThat(within(clerk("t1"), () -> correspondence.unopened(subject)))
        .containsExactlyInAnyOrderElementsOf(many);
  }
}
