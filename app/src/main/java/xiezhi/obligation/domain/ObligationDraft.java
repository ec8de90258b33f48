package xiezhi.obligation.domain;

import java.util.List;
import xiezhi.obligation.domain.Obligation.Extension;
import xiezhi.obligation.domain.Obligation.Reckoning;
import xiezhi.obligation.domain.Obligation.State;
import xiezhi.obligation.domain.Obligation.Suspension;

/** An obligation under change: what a transition leaves alone stays as it was. */
final class ObligationDraft {
  private final Obligation before;
  Reckoning reckoning;
  List<Suspension> suspensions;
  List<Extension> extensions;
  State state;

  ObligationDraft(Obligation before) {
    this.before = before;
    this.reckoning = before.reckoning();
    this.suspensions = before.suspensions();
    this.extensions = before.extensions();
    this.state = before.state();
  }

  Obligation done() {
    return new Obligation(
        before.id(),
        before.matter(),
        before.subject(),
        before.known(),
        before.standing(),
        before.debtor(),
        before.creditor(),
        before.startEvent(),
        before.startedAt(),
        reckoning,
        suspensions,
        extensions,
        state,
        before.replaces(),
        before.version() + 1);
  }
}
