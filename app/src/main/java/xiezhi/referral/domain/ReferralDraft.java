package xiezhi.referral.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.referral.domain.Referral.Answer;
import xiezhi.referral.domain.Referral.Content;
import xiezhi.referral.domain.Referral.Goods;
import xiezhi.referral.domain.Referral.Letter;
import xiezhi.referral.domain.Referral.Material;
import xiezhi.referral.domain.Referral.Stage;
import xiezhi.shared.BodyId;

/** A referral under change: what a transition leaves alone stays as it was. */
final class ReferralDraft {
  private final Referral before;
  Stage stage;
  @Nullable BodyId police;
  @Nullable Letter letter;
  String crime;
  String report;
  List<Material> materials;
  List<Goods> goods;
  final List<Answer> answers;
  boolean goodsHandedOver;

  ReferralDraft(Referral before) {
    Content content = before.content();
    this.before = before;
    this.stage = before.stage();
    this.police = before.police();
    this.letter = before.letter();
    this.crime = content.crime();
    this.report = content.report();
    this.materials = content.materials();
    this.goods = content.goods();
    this.answers = new ArrayList<>(content.answers());
    this.goodsHandedOver = content.goodsHandedOver();
  }

  Referral done(Step step) {
    Content content = before.content();
    return new Referral(
        before.id(),
        before.matter(),
        before.holder(),
        before.legal(),
        police,
        new Content(
            content.suspicion(),
            crime,
            content.team(),
            content.comparisons(),
            report,
            materials,
            goods,
            answers,
            goodsHandedOver),
        stage,
        letter,
        step,
        before.version() + 1);
  }
}
