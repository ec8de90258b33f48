package xiezhi.sharing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Ground;
import xiezhi.shared.Permission;
import xiezhi.shared.RefusedException;

/** Every stage, and what may be done in it. */
class InformationTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final Step STEP = new Step(NOW, "a", "甲", "理由");
  private static final BodyId HERE = new BodyId("990001-d1");
  private static final BodyId THERE = new BodyId("990001-d2");
  private static final Information.Letter LETTER = new Information.Letter(UUID.randomUUID(), "1号");

  private static Category category(Category.Act act, String... needs) {
    return new Category(
        "3",
        "行政处罚决定",
        act,
        Set.of("township"),
        List.of(new Category.Audience.Concerned()),
        Set.of(needs),
        Set.of(),
        Set.of(),
        null,
        new Ground("share-3", "clause", "X-1", ""));
  }

  private static Information.Content content() {
    return new Information.Content("t", "c", "", "", "", List.of(), List.of(), null);
  }

  private static Information formed(String origin) {
    return Information.form(category(Category.Act.SHARE), HERE, content(), null, origin, NOW, STEP)
        .after();
  }

  private static void refused(Permission permission, String code) {
    assertThat(permission.refusals()).extracting(r -> r.code()).contains(code);
  }

  @Test
  void whatIsFormedIsSharedOnceAndByItsCategorysName() {
    for (Category.Act act : Category.Act.values()) {
      var formed = Information.form(category(act), HERE, content(), null, "", NOW, STEP);

      var shared = formed.after().share(3, null, STEP);

      assertThat(formed.event()).isEqualTo(act.formedEvent());
      assertThat(shared.event()).isEqualTo(act.sharedEvent());
      assertThat(shared.after().stage()).isEqualTo(new Information.Stage.Shared(NOW, 3));
      refused(shared.after().mayShare(), "sharing.overtaken");
      refused(shared.after().mayDrop(), "sharing.overtaken");
      assertThat(shared.after().mayBeAnswered().isAllowed()).isTrue();
    }
  }

  @Test
  void whatAPersonFormedIsOwedAndCannotBeDropped() {
    refused(formed("").mayDrop(), "sharing.formed-is-owed");
    refused(formed("").mayBeAnswered(), "sharing.not-shared");
  }

  @Test
  void whatAnEventProposedIsDroppedWithAReason() {
    Information proposed = formed("case.closed");

    Information dropped = proposed.drop(STEP).after();

    assertThat(proposed.stageName()).isEqualTo("proposed");
    assertThat(dropped.stage()).isEqualTo(new Information.Stage.Dropped("理由"));
    refused(dropped.mayShare(), "sharing.overtaken");
    assertThatThrownBy(() -> dropped.share(1, null, STEP)).isInstanceOf(RefusedException.class);
  }

  @Test
  void itIsNotSharedWithNobody() {
    assertThatThrownBy(() -> formed("").share(0, null, STEP))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Nobody would get it");
  }

  @Test
  void aCategorySaysWhoSharesItAndWhatItCarries() {
    Category category = category(Category.Act.SHARE, "items", "reason");

    refused(category.mayBeSharedBy("department"), "sharing.not-your-category");
    assertThat(category.mayBeSharedBy("township").isAllowed()).isTrue();
    Permission lacking = category.carries(Set.of("reason"));
    refused(lacking, "sharing.incomplete");
    assertThat(lacking.refusals().getFirst().details()).containsEntry("missing", List.of("items"));
    assertThat(lacking.refusals().getFirst().grounds()).hasSize(1);
  }

  @Test
  void aDraftOfRulesGoesThroughItsStages() {
    RulesDraft drafted = RulesDraft.draft(HERE, "t", "c", List.of(), STEP).after();
    RulesDraft asked = drafted.consult(THERE, LETTER, STEP).after();
    RulesDraft answered = asked.opine(STEP).after();
    RulesDraft issued = answered.issue("1号", LocalDate.of(2026, 4, 1), STEP).after();
    RulesDraft dropped = asked.drop(STEP).after();

    Map<RulesDraft, List<Boolean>> may =
        Map.of(
            drafted, List.of(true, false, true, true),
            asked, List.of(false, true, true, true),
            answered, List.of(false, false, true, true),
            issued, List.of(false, false, false, false),
            dropped, List.of(false, false, false, false));
    may.forEach(
        (draft, expected) ->
            assertThat(
                    List.of(
                        draft.mayConsult().isAllowed(),
                        draft.mayOpine().isAllowed(),
                        draft.mayIssue().isAllowed(),
                        draft.mayDrop().isAllowed()))
                .as(draft.stageName())
                .isEqualTo(expected));
    assertThat(answered.consultation()).isNotNull();
    assertThat(issued.consultation()).isEqualTo(answered.consultation());
  }

  @Test
  void aSuggestionIsAnsweredOnceAndFollowedUpOnlyIfAdopted() {
    Suggestion made = Suggestion.make(HERE, THERE, "f", "c", null, LETTER, STEP).after();
    Suggestion adopted = made.answer(true, STEP).after();
    Suggestion declined = made.answer(false, STEP).after();
    Suggestion done = adopted.followUp(STEP).after();

    refused(made.mayFollowUp(), "sharing.wrong-stage");
    refused(adopted.mayAnswer(), "sharing.wrong-stage");
    refused(declined.mayFollowUp(), "sharing.wrong-stage");
    refused(done.mayFollowUp(), "sharing.wrong-stage");
    assertThat(adopted.mayFollowUp().isAllowed()).isTrue();
  }

  @Test
  void aRequestIsAnsweredOrDeclinedOnceAndNeverToOneself() {
    DataRequest asked = DataRequest.ask("3", HERE, THERE, "c", STEP).after();

    refused(asked.answer(UUID.randomUUID(), STEP).after().mayAnswer(), "sharing.request-answered");
    refused(asked.decline(STEP).after().mayAnswer(), "sharing.request-answered");
    assertThatThrownBy(() -> DataRequest.ask("3", HERE, HERE, "c", STEP))
        .isInstanceOf(RefusedException.class);
  }
}
