package xiezhi.demonstration;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import xiezhi.dispute.application.RaiseDispute;
import xiezhi.dispute.application.ReadDisputes;
import xiezhi.dispute.application.SettleDispute;
import xiezhi.dispute.domain.Dispute;
import xiezhi.shared.CurrentActor;
import xiezhi.transfer.TransferFile;
import xiezhi.transfer.TransferFile.TransferLine;

/** 争议协调: dispute, negotiate, negotiation-failed, dispute-refer. */
@Component("demonstratedDispute")
@ConditionalOnProperty(name = "xiezhi.demonstration-stories", havingValue = "true")
class DisputeActs implements FlowActs {
  private final RaiseDispute raise;
  private final SettleDispute settle;
  private final ReadDisputes read;
  private final TransferFile transfers;

  DisputeActs(RaiseDispute raise, SettleDispute settle, ReadDisputes read, TransferFile transfers) {
    this.raise = raise;
    this.settle = settle;
    this.read = read;
    this.transfers = transfers;
  }

  @Override
  public Set<String> known() {
    return Set.of("dispute", "negotiate", "negotiation-failed", "dispute-refer");
  }

  @Override
  public void play(Playing p, String act) {
    switch (act) {
      case "dispute" -> CurrentActor.as(p.finder(), () -> open(p));
      case "negotiate" -> CurrentActor.as(p.finder(), () -> held(p, Dispute.Outcome.CONTINUES));
      case "negotiation-failed" ->
          CurrentActor.as(p.finder(), () -> held(p, Dispute.Outcome.FAILED));
      case "dispute-refer" ->
          CurrentActor.as(
              p.signer(),
              () -> {
                Dispute d = last(p);
                settle.refer(d.id(), d.version(), "依据权责清单，该事项应由对方单位管辖。");
              });
      default -> throw new IllegalArgumentException(act);
    }
  }

  private void open(Playing p) {
    @Nullable UUID about =
        transfers.transfers(p.matter()).stream()
            .filter(t -> t.sentAt() != null)
            .map(TransferLine::id)
            .reduce((a, b) -> b)
            .orElse(null);
    raise.open(p.matter().id(), about, p.receiver().body(), "依据权责清单，该事项属于对方单位职权。");
  }

  private void held(Playing p, Dispute.Outcome outcome) {
    Dispute d = last(p);
    settle.negotiate(d.id(), d.version(), null, "双方分管负责人", "双方就管辖依据各自陈述了意见。", outcome);
  }

  private Dispute last(Playing p) {
    return read.ofMatter(p.matter().id()).disputes().getFirst().dispute();
  }
}
