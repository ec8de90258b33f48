package xiezhi.command.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xiezhi.flow.Step;
import xiezhi.shared.Change;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;

class MarkTest {
  private static Step step(String note) {
    return new Step(Instant.parse("2026-03-02T01:00:00Z"), "a1", "李文", note);
  }

  private static Mark standing() {
    return Mark.set(UUID.randomUUID(), new MatterId(UUID.randomUUID()), "重大复杂", step("涉及两个街道"))
        .after();
  }

  @Test
  void itIsTakenBackWithAReasonAndKeepsWhoSetIt() {
    Mark mark = standing();

    Change<Mark> back = mark.takeBack(false, step("经核实只在一个街道"));

    assertThat(back.event()).isEqualTo("case.area-unmarked");
    assertThat(back.details()).containsEntry("reason", "经核实只在一个街道");
    assertThat(back.after().set()).isEqualTo(mark.set());
    assertThat(back.after().takenBack()).isNotNull();
  }

  @Test
  void whoeverWasToldIsToldAndItStands() {
    assertThat(standing().mayTakeBack(true).refusals())
        .extracting(Refusal::code)
        .containsExactly("command.chief-told");
  }

  @Test
  void itIsTakenBackOnce() {
    Mark back = standing().takeBack(false, step("误标")).after();

    assertThatThrownBy(() -> back.takeBack(false, step("再次")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("李文");
  }
}
