package xiezhi.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.ledger.Ledger;
import xiezhi.ledger.application.ReadLedger;
import xiezhi.mechanism.Facts;
import xiezhi.notification.application.ReadNotifications;
import xiezhi.obligation.ObligationLists.Whose;
import xiezhi.obligation.application.ReadObligations;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Ids;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.shared.Sweep;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.Overheard;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.Town;

/**
 * What hangs on no matter has clocks, events and a record of its own; what is confidential is known
 * to the desks of its two bodies and to nobody else, whatever they ask.
 */
@PlatformTest
class WithoutAMatterTest {
  private static final String BEGUN = "2026-03-02T10:00:00+08:00";
  private static final String LATE = "2026-03-20T10:00:00+08:00";

  @Autowired private Town town;
  @Autowired private Obligations obligations;
  @Autowired private ObligationLists lists;
  @Autowired private ReadObligations read;
  @Autowired private Ledger ledger;
  @Autowired private ReadLedger readLedger;
  @Autowired private ReadNotifications notifications;
  @Autowired private List<Sweep> sweeps;
  @Autowired private Overheard overheard;
  @Autowired private PlatformTransactionManager transactions;

  @SuppressWarnings("NullAway.Init")
  private Made county;

  private final String subject = "assistance:" + Ids.next();

  @BeforeEach
  void aCounty() {
    county = town.like("140602");
  }

  private Actor clerk(String body) {
    return Town.actor(county, body, Role.CLERK);
  }

  private BodyId body(String key) {
    return Objects.requireNonNull(county.bodies().get(key));
  }

  private static Instant at(String when) {
    return OffsetDateTime.parse(when).toInstant();
  }

  private void happens(String when, String event, boolean confidential) {
    happens(when, event, Map.of("requester", body("t1"), "requested", body("d1")), confidential);
  }

  private void happens(String when, String event, Map<String, BodyId> roles, boolean confidential) {
    town.as(
        clerk("t1"),
        when,
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(
                    _ ->
                        obligations.happened(
                            new Occurrence(
                                at(when),
                                null,
                                subject,
                                event,
                                Facts.NONE,
                                roles,
                                Map.of("words", "请协助认定"),
                                null,
                                confidential))));
  }

  private List<ObligationView> owed(Actor actor, Whose whose) {
    return town.as(
        actor,
        LATE,
        () ->
            new TransactionTemplate(transactions)
                .execute(
                    _ ->
                        lists.list(
                            new ObligationLists.Query(whose, null, true, false, null, null, 50))));
  }

  @Test
  void aSubjectIsAThreadOfItsOwn() {
    happens(BEGUN, "assistance.received", false);

    List<ObligationView> ours = owed(clerk("d1"), Whose.OURS);
    assertThat(ours).extracting(ObligationView::subject).containsOnly(subject);
    assertThat(ours).extracting(ObligationView::matter).containsOnlyNulls();
    assertThat(owed(clerk("t1"), Whose.OWED_TO_US)).hasSameSizeAs(ours);
    assertThat(eventsOf()).containsExactly("assistance.received");
    UUID id = ours.getFirst().id();
    assertThat(sees(clerk("d1"), id)).isTrue();
    assertThat(sees(clerk("d2"), id)).isFalse();
    assertThat(sees(Town.actor(county, "gov", Role.COORDINATOR), id)).isTrue();
    assertThat(sees(Town.actor(county, "gov", Role.ADMINISTRATOR), id)).isFalse();

    happens("2026-03-04T10:00:00+08:00", "assistance.answered", false);

    assertThat(owed(clerk("d1"), Whose.OURS)).isEmpty();
    assertThat(of(clerk("d1"))).extracting(ObligationView::state).containsOnly("met");
  }

  @Test
  void whatNoLongerMattersIsReleasedByItsSubject() {
    happens(BEGUN, "assistance.received", false);

    town.as(
        clerk("t1"),
        LATE,
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(
                    _ -> obligations.release(at(LATE), subject, "assistance.withdrawn")));

    assertThat(of(clerk("t1"))).extracting(ObligationView::state).containsOnly("void");
  }

  @Test
  void whatIsConfidentialIsTheTwoDesksAlone() {
    happens(BEGUN, "assistance.received", true);
    UUID id = owed(clerk("d1"), Whose.OURS).getFirst().id();

    assertThat(owed(clerk("t1"), Whose.OWED_TO_US)).extracting(ObligationView::id).contains(id);
    for (Role role : Role.values()) {
      Actor actor = Town.actor(county, "gov", role);
      for (Whose whose : Whose.values()) {
        assertThat(owed(actor, whose)).as("%s %s", role, whose).isEmpty();
      }
      assertThat(sees(actor, id)).as("%s", role).isFalse();
      assertThat(of(actor)).as("%s", role).isEmpty();
      assertThat(town.as(actor, LATE, () -> lists.counts(Whose.COUNTY))).isEmpty();
    }
    assertThat(sees(Town.actor(county, "d1", Role.ADMINISTRATOR), id)).isFalse();
    assertThat(sees(clerk("d1"), id)).isTrue();
  }

  @Test
  void whatSupervisorsOweTheirColleaguesDoNotHearOf() {
    happens(BEGUN, "conduct-complaint.received", Map.of("supervisor", body("d1")), true);
    Actor supervisor = Town.actor(county, "d1", Role.SUPERVISOR);
    UUID id = owed(supervisor, Whose.OURS).getFirst().id();

    assertThat(sees(supervisor, id)).isTrue();
    assertThat(of(supervisor)).extracting(ObligationView::id).containsExactly(id);
    assertThat(town.as(supervisor, LATE, () -> lists.counts(Whose.OURS))).isNotEmpty();
    for (Actor other :
        List.of(
            clerk("d1"),
            Town.actor(county, "d1", Role.SIGNER),
            Town.actor(county, "d2", Role.SUPERVISOR),
            Town.actor(county, "gov", Role.COORDINATOR))) {
      for (Whose whose : Whose.values()) {
        assertThat(owed(other, whose)).as("%s %s", other, whose).isEmpty();
        assertThat(town.as(other, LATE, () -> lists.counts(whose))).as("%s", other).isEmpty();
      }
      assertThat(sees(other, id)).as("%s", other).isFalse();
      assertThat(of(other)).as("%s", other).isEmpty();
    }
  }

  @Test
  void theRecordOfWhatIsConfidentialNamesNobody() {
    happens(BEGUN, "assistance.received", true);

    var out = new StringWriter();
    town.as(Town.actor(county, "gov", Role.SUPERVISOR), LATE, () -> readLedger.export(out));
    assertThat(out.toString())
        .contains("entry.sealed")
        .doesNotContain("assistance")
        .doesNotContain("请协助认定")
        .doesNotContain(clerk("t1").name())
        .doesNotContain(body("d1").value() + "\"");
    List<Ledger.Sealed> kept =
        town.as(clerk("t1"), LATE, () -> reading(() -> ledger.sealed(subject)));
    assertThat(kept).extracting(Ledger.Sealed::details).anyMatch(d -> d.contains("请协助认定"));
  }

  @Test
  void nobodyElseIsToldThatSomethingConfidentialIsLate() {
    happens(BEGUN, "assistance.received", true);

    Actor platform = Actor.platform(county.code());
    town.as(platform, LATE, () -> sweeps.forEach(s -> s.sweep(county.code(), at(LATE))));

    assertThat(told(clerk("d1"))).isPositive();
    assertThat(told(Town.actor(county, "gov", Role.COORDINATOR))).isZero();
    assertThat(told(Town.actor(county, "gov", Role.SUPERVISOR))).isZero();
  }

  @Test
  void whoFollowsIsPartOfTheSameTransaction() {
    List<String> heard = new ArrayList<>();
    overheard.by(
        Occurrence.class,
        o ->
            heard.add(
                o.event() + " " + TransactionSynchronizationManager.isActualTransactionActive()),
        () -> happens(BEGUN, "assistance.received", false));

    assertThat(heard).containsExactly("assistance.received true");

    Consumer<Occurrence> fails =
        _ -> {
          throw new IllegalStateException("the follower cannot");
        };
    assertThatThrownBy(
            () ->
                overheard.by(
                    Occurrence.class, fails, () -> happens(LATE, "assistance.answered", false)))
        .hasMessageContaining("the follower cannot");
    assertThat(eventsOf()).containsExactly("assistance.received");
  }

  private Set<String> eventsOf() {
    return town.as(clerk("t1"), LATE, () -> reading(() -> obligations.eventsOf(subject)));
  }

  private List<ObligationView> of(Actor actor) {
    return town.as(actor, LATE, () -> reading(() -> obligations.of(subject, at(LATE))));
  }

  private <T> T reading(java.util.function.Supplier<T> work) {
    return Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get()));
  }

  private boolean sees(Actor actor, UUID id) {
    try {
      town.as(actor, LATE, () -> read.why(id));
      return true;
    } catch (RefusedException e) {
      assertThat(e.refusals().getFirst().code()).isEqualTo("obligation.unknown");
      return false;
    }
  }

  private int told(Actor actor) {
    return town.as(actor, LATE, () -> notifications.list(false, null, 50)).size();
  }
}
