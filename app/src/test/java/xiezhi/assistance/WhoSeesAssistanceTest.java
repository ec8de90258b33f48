package xiezhi.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.assistance.application.ReadAssistance;
import xiezhi.assistance.application.RequestAssistance;
import xiezhi.assistance.domain.Assistance;
import xiezhi.shared.Actor;
import xiezhi.shared.MatterId;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.Town;

/** Every role in every body, before and after a request is sent, with a matter and without. */
@PlatformTest
class WhoSeesAssistanceTest {
  private static final String NOW = "2026-02-16T10:00:00+08:00";
  private static final List<String> DESKS =
      List.of("gov", "d1", "d2", "t1", "t1.team", "t1.sfs", "t2", "t2.team");
  private static final Set<Role> WORKING = Set.of(Role.CLERK, Role.OFFICER, Role.SIGNER);
  private static final Set<Role> READING_ALL = Set.of(Role.COORDINATOR, Role.SUPERVISOR);

  @Autowired private Town town;
  @Autowired private RequestAssistance request;
  @Autowired private ReadAssistance read;

  @Test
  void beforeItIsSentItIsTheAskingSidesAlone() {
    Made county = town.like("530426");
    UUID id = prepared(county, town.judged(county), "t1.team");

    assertThat(whoSees(county, id)).isEqualTo(expected(Set.of("t1", "t1.team")));
  }

  @Test
  void sentItIsTheAskedBodysToo() {
    Made county = town.like("530426");
    UUID id = prepared(county, town.judged(county), "t1.team");
    send(county, id);

    assertThat(whoSees(county, id)).isEqualTo(expected(Set.of("t1", "t1.team", "d1")));
  }

  @Test
  void withoutAMatterTheSameHolds() {
    Made county = town.like("530426");
    UUID id = prepared(county, null, "t1");
    send(county, id);

    assertThat(whoSees(county, id)).isEqualTo(expected(Set.of("t1", "t1.team", "d1")));
  }

  private UUID prepared(Made county, @Nullable MatterId matter, String by) {
    return town.as(
        Town.actor(county, by, Role.OFFICER),
        NOW,
        () ->
            request
                .prepare(
                    matter,
                    Objects.requireNonNull(county.bodies().get("d1")),
                    new Assistance.Request(
                        Assistance.Kind.OPINION,
                        Assistance.Form.LETTER,
                        "请求认定",
                        "情况",
                        "意见",
                        null,
                        Set.of(),
                        null,
                        List.of()))
                .id());
  }

  private void send(Made county, UUID id) {
    town.as(Town.actor(county, "t1", Role.SIGNER), NOW, () -> request.send(id, 0));
  }

  private List<String> whoSees(Made county, UUID id) {
    List<String> found = new ArrayList<>();
    for (String desk : DESKS) {
      for (Role role : Role.values()) {
        if (sees(Town.actor(county, desk, role), id)) {
          found.add(desk + " " + role);
        }
      }
    }
    return found;
  }

  private boolean sees(Actor actor, UUID id) {
    try {
      town.as(actor, NOW, () -> read.page(id));
      return true;
    } catch (RefusedException e) {
      assertThat(e.refusals().getFirst().code()).isIn("assistance.unknown", "matter.unknown");
      return false;
    }
  }

  private static List<String> expected(Set<String> desks) {
    List<String> all = new ArrayList<>();
    for (String desk : DESKS) {
      for (Role role : Role.values()) {
        if (READING_ALL.contains(role) || (desks.contains(desk) && WORKING.contains(role))) {
          all.add(desk + " " + role);
        }
      }
    }
    return all;
  }
}
