package xiezhi.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.document.Letters;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.Permission;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.sharing.application.AskForInformation;
import xiezhi.sharing.application.FeedBackToIndustry;
import xiezhi.sharing.application.ReadExchanges;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.Town;

/** What goes to and fro beside the shared items: who may do what, and who reads the letters. */
@PlatformTest
class ExchangesTest {
  private static final String NOW = "2026-03-02T09:00:00+08:00";

  @Autowired private Town town;
  @Autowired private AskForInformation ask;
  @Autowired private FeedBackToIndustry industry;
  @Autowired private ReadExchanges read;

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

  private Map<String, Permission> acts(Actor who, UUID request) {
    return town.as(who, NOW, () -> read.request(request)).acts();
  }

  private boolean may(Actor who, UUID request, String act) {
    return Objects.requireNonNull(acts(who, request).get(act)).isAllowed();
  }

  @Test
  void onlyWhoWasAskedAnswersARequestAndOnlyOnce() {
    UUID id = town.as(clerk("d1"), NOW, () -> ask.ask("3", body("t1"), "近三个月的处罚决定"));

    assertThat(may(clerk("t1"), id, "answerInformationRequest")).isTrue();
    assertThat(may(clerk("t1"), id, "declineInformationRequest")).isTrue();
    assertThat(may(clerk("d1"), id, "answerInformationRequest")).isFalse();
    assertThat(acts(clerk("d1"), id)).containsOnlyKeys(acts(clerk("t1"), id).keySet());

    town.as(
        clerk("t1"),
        NOW,
        () -> {
          ask.decline(id, 0, "没有这样的决定");
          return true;
        });

    assertThat(may(clerk("t1"), id, "answerInformationRequest")).isFalse();
    assertThat(may(clerk("t1"), id, "declineInformationRequest")).isFalse();
  }

  @Test
  void theLetterOfASuggestionIsForItsTwoSidesAlone() {
    UUID id = town.as(clerk("t1"), NOW, () -> industry.suggest(body("d1"), "餐饮油烟", "加强日常检查", null));

    for (Actor side : List.of(clerk("t1"), clerk("d1"))) {
      Letters.Rendered letter =
          town.as(side, NOW, () -> read.suggestionLetter(id, Letters.Format.DOCX));
      assertThat(letter.fileName()).endsWith(".docx");
      assertThat(letter.content()).isNotEmpty();
    }
    assertThatThrownBy(
            () -> town.as(clerk("d2"), NOW, () -> read.suggestionLetter(id, Letters.Format.DOCX)))
        .isInstanceOf(RefusedException.class);
  }
}
