package xiezhi.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.ledger.application.ReadLedger;
import xiezhi.shared.Actor;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.Town;
import xiezhi.transfer.application.AnswerTransfer;
import xiezhi.transfer.application.PrepareTransfer;
import xiezhi.transfer.application.ReadTransfers;
import xiezhi.transfer.domain.Transfer;

/** Two people at once: one wins, the other is told who and what; the record stays whole. */
@PlatformTest
class TransferRacesTest {
  private static final String NOW = "2026-02-25T10:00:00+08:00";

  @Autowired private Town town;
  @Autowired private AnswerTransfer answer;
  @Autowired private PrepareTransfer prepare;
  @Autowired private ReadTransfers transfers;
  @Autowired private ReadLedger ledger;

  @Test
  void ofTwoAnswersAtOnceOneWinsAndTheOtherIsToldWho() throws Exception {
    Made county = town.like("530426");
    UUID id = town.sent(county, town.judged(county));
    Actor clerk = Town.actor(county, "d1", Role.CLERK);
    Actor officer = Town.actor(county, "d1", Role.OFFICER);

    List<Refusal> lost =
        atOnce(
            () -> town.as(clerk, NOW, () -> answer.accept(id, 2)),
            () ->
                town.as(
                    officer,
                    NOW,
                    () -> answer.giveBack(id, 2, Transfer.ReturnKind.NOT_OURS, "不属于我局")));

    assertThat(lost).hasSize(1);
    assertThat(lost.getFirst().kind()).isEqualTo(Refusal.Kind.CONFLICT);
    assertThat(lost.getFirst().details()).containsKeys("by", "stage", "at");
    var after = town.as(clerk, NOW, () -> transfers.page(id)).transfer();
    assertThat(lost.getFirst().details())
        .containsEntry("by", after.lastStep().by())
        .containsEntry("stage", after.stageName());
  }

  @Test
  void aMatterIsUnderWayOnceEvenIfTwoPrepareAtOnce() throws Exception {
    Made county = town.like("530426");
    MatterId matter = town.judged(county);
    Actor clerk = Town.actor(county, "t1.team", Role.CLERK);
    Actor officer = Town.actor(county, "t1.team", Role.OFFICER);

    List<Refusal> lost =
        atOnce(
            () -> town.as(clerk, NOW, () -> prepare.prepare(matter, town.draft(county))),
            () -> town.as(officer, NOW, () -> prepare.prepare(matter, town.draft(county))));

    assertThat(lost).extracting(Refusal::code).containsExactly("transfer.already-under-way");
  }

  @Test
  void theLedgerIsWholeAfterwards() throws Exception {
    Made county = town.like("530426");
    UUID id = town.sent(county, town.judged(county));
    List<Runnable> many = new ArrayList<>();
    for (Role role : List.of(Role.CLERK, Role.OFFICER, Role.SIGNER)) {
      Actor actor = Town.actor(county, "d1", role);
      many.add(() -> town.as(actor, NOW, () -> answer.accept(id, 2)));
    }

    List<Refusal> lost = atOnce(many.toArray(Runnable[]::new));

    assertThat(lost).hasSize(2);
    var verification =
        town.as(Town.actor(county, "gov", Role.SUPERVISOR), NOW, () -> ledger.verify());
    assertThat(verification.whole()).isTrue();
  }

  /** Runs them together and returns what those that lost were told. */
  private static List<Refusal> atOnce(Runnable... works) throws InterruptedException {
    List<Refusal> lost = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (Runnable work : works) {
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  work.run();
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> one : all) {
        try {
          one.get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof RefusedException refused)) {
            throw new AssertionError(e.getCause());
          }
          lost.addAll(refused.refusals());
        }
      }
    }
    return lost;
  }
}
