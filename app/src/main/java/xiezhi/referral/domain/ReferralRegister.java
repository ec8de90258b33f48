package xiezhi.referral.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;

/** The referrals as they are kept. */
public interface ReferralRegister {
  /** A letter kept with a referral. */
  record Paper(
      UUID letter, String template, String number, String title, String issuer, Instant at) {}

  void insert(CountyCode county, Referral r);

  /** Writes what changed, if nobody else did before; whoever lost is told who won. */
  void update(CountyCode county, Referral r);

  Optional<Referral> find(CountyCode county, UUID id);

  /** Oldest first. */
  List<Referral> of(CountyCode county, MatterId matter);

  /**
   * Newest first.
   *
   * @param desk of the legal body, the holder or the police; empty for the whole county
   * @param open only those not answered yet
   */
  List<Referral> list(
      CountyCode county, List<BodyId> desk, boolean open, @Nullable UUID before, int limit);

  void keep(CountyCode county, UUID referral, Paper paper);

  /** Oldest first. */
  List<Paper> papers(CountyCode county, UUID referral);

  static Refusal overtaken(Referral winner) {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "referral.overtaken",
        "%s was first: it is %s since %s."
            .formatted(winner.lastStep().by(), winner.stage().key(), winner.lastStep().at()),
        Map.of(
            "by", winner.lastStep().by(),
            "stage", winner.stage().key(),
            "at", winner.lastStep().at().toString()));
  }
}
