package xiezhi.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.obligation.ObligationLists;
import xiezhi.shared.Actor;
import xiezhi.shared.MatterId;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.Town;
import xiezhi.transfer.application.ReadTransfers;

/**
 * Every role in every body, before and after the matter is sent: who sees it, and who sees the
 * transfer.
 */
@PlatformTest
class WhoSeesWhatTest {
  private static final String NOW = "2026-02-13T17:00:00+08:00";
  private static final List<String> DESKS =
      List.of("gov", "d1", "d2", "t1", "t1.team", "t1.sfs", "t2", "t2.team");
  private static final Set<Role> WORKING = Set.of(Role.CLERK, Role.OFFICER, Role.SIGNER);
  private static final Set<Role> READING_ALL = Set.of(Role.COORDINATOR, Role.SUPERVISOR);

  @Autowired private Town town;
  @Autowired private Matters matters;
  @Autowired private MatterLists lists;
  @Autowired private ReadTransfers transfers;
  @Autowired private ObligationLists obligations;

  @Test
  void onlyThoseWhoTakePartSeeAMatter() {
    Made county = town.like("530426");
    MatterId matter = town.judged(county);

    assertThat(whoSees(county, matter)).isEqualTo(expected(Set.of("t1", "t1.team")));

    town.sent(county, matter);

    assertThat(whoSees(county, matter)).isEqualTo(expected(Set.of("t1", "t1.team", "d1")));
  }

  @Test
  void listsShowNothingThatThePageWouldRefuse() {
    Made county = town.like("530426");
    MatterId matter = town.judged(county);
    for (Actor actor : everybody(county)) {
      boolean page = sees(actor, matter);
      boolean listed =
          town.as(
              actor,
              NOW,
              () ->
                  lists
                      .list(new MatterLists.Query(null, null, null, false, null, null, 10))
                      .stream()
                      .anyMatch(l -> l.id().equals(matter.value())));
      assertThat(listed).as("%s in %s", actor.roles(), actor.body()).isEqualTo(page);
    }
  }

  @Test
  void whatIsNotSentYetIsTheSendersAlone() {
    Made county = town.like("530426");
    MatterId first = town.judged(county);
    UUID sent = town.sent(county, first);
    Actor receiver = Town.actor(county, "d1", Role.CLERK);
    Actor stranger = Town.actor(county, "d2", Role.CLERK);

    assertThat(town.as(receiver, NOW, () -> transfers.page(sent)).transfer().id()).isEqualTo(sent);
    assertThat(refused(() -> town.as(stranger, NOW, () -> transfers.page(sent))))
        .isEqualTo("matter.unknown");
  }

  @Test
  void anotherCountysMatterIsNotThereAtAll() {
    Made ours = town.like("530426");
    Made theirs = town.like("530426");
    MatterId matter = town.judged(theirs);
    for (Role role : Role.values()) {
      Actor actor = Town.actor(ours, "gov", role);
      assertThat(sees(actor, matter)).as("%s", role).isFalse();
    }
  }

  @Test
  void toDoListsAreTheDesksOwn() {
    Made county = town.like("530426");
    town.judged(county);
    var query =
        new ObligationLists.Query(ObligationLists.Whose.COUNTY, null, true, false, null, null, 10);

    assertThat(
            town.as(Town.actor(county, "t1.team", Role.CLERK), NOW, () -> obligations.list(query)))
        .isNotEmpty();
    assertThat(town.as(Town.actor(county, "d2", Role.CLERK), NOW, () -> obligations.list(query)))
        .isEmpty();
    assertThat(
            town.as(Town.actor(county, "gov", Role.SUPERVISOR), NOW, () -> obligations.list(query)))
        .isNotEmpty();
  }

  private List<String> whoSees(Made county, MatterId matter) {
    return everybody(county).stream()
        .filter(a -> sees(a, matter))
        .map(a -> deskOf(county, a) + " " + a.roles())
        .toList();
  }

  private static List<String> expected(Set<String> desks) {
    List<String> all = new ArrayList<>();
    for (String desk : DESKS) {
      for (Role role : Role.values()) {
        if (READING_ALL.contains(role) || (WORKING.contains(role) && desks.contains(desk))) {
          all.add(desk + " " + Set.of(role));
        }
      }
    }
    return all;
  }

  private static List<Actor> everybody(Made county) {
    List<Actor> all = new ArrayList<>();
    for (String desk : DESKS) {
      for (Role role : Role.values()) {
        all.add(Town.actor(county, desk, role));
      }
    }
    return all;
  }

  private static String deskOf(Made county, Actor actor) {
    return DESKS.stream()
        .filter(d -> actor.body().equals(county.bodies().get(d)))
        .findFirst()
        .orElseThrow();
  }

  private boolean sees(Actor actor, MatterId matter) {
    return refused(() -> town.as(actor, NOW, () -> matters.get(matter))) == null;
  }

  private static @org.jspecify.annotations.Nullable String refused(Runnable work) {
    try {
      work.run();
      return null;
    } catch (RefusedException e) {
      return e.refusals().getFirst().code();
    }
  }
}
