package xiezhi.referral.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xiezhi.flow.Step;
import xiezhi.shared.BodyId;
import xiezhi.shared.Change;
import xiezhi.shared.Ids;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;

/**
 * 涉嫌犯罪移送: whoever holds a matter <b>marks</b> it as a suspected crime and names a special team of
 * two officers or more at once. The team verifies and <b>reports</b> in writing; the head of the
 * legal body <b>approves</b> or <b>refuses</b>, with reasons. Approved, it is <b>transferred</b> to
 * the police with the list of what goes along. The police sign for it, may ask for what lacks but
 * not decline it for that, and <b>file</b> the case or <b>do not</b>. Against a refusal stands
 * <b>reconsideration</b> by the same police, or <b>supervision</b> by the procuratorate. Filed, the
 * goods follow, and the criminal road ends with its result; where there is no crime but an
 * administrative liability, the police <b>give it back</b>. A mark made in error is taken off by a
 * superior, with a reason, and only before the transfer.
 *
 * <p>行政执法机关移送涉嫌犯罪案件的规定, articles 5 to 13.
 *
 * @param holder at whose desk the matter lay when it was marked
 * @param legal the legal body behind it: its head decides, in its name the letter goes out
 * @param police null until it is transferred
 * @param content what is known and said so far
 */
public record Referral(
    UUID id,
    MatterId matter,
    BodyId holder,
    BodyId legal,
    @Nullable BodyId police,
    Content content,
    Stage stage,
    @Nullable Letter letter,
    Step lastStep,
    int version) {

  public record Letter(UUID id, String number) {}

  /** 专案组: an officer who looks after it. */
  public record Officer(String account, String name) {}

  /** 案件移送标准: the threshold of an item beside the facts, and what came of comparing them. */
  public record Comparison(String item, String threshold, String finding) {}

  /** A file that goes along. */
  public record Material(String kind, UUID attachment) {}

  /** 涉案物品. */
  public record Goods(String name, String quantity, String source, String custody) {}

  /**
   * What the judicial organs, or our head, said and when.
   *
   * @param event the mechanism's name for it
   * @param document number of their document; empty if they answered here
   */
  public record Answer(String event, String document, String words, Step step) {}

  /**
   * @param crime the crime suspected, in the criminal law's name; empty while unknown
   * @param report the team's written report; empty before
   * @param goodsHandedOver all goods listed are with the police
   */
  public record Content(
      String suspicion,
      String crime,
      List<Officer> team,
      List<Comparison> comparisons,
      String report,
      List<Material> materials,
      List<Goods> goods,
      List<Answer> answers,
      boolean goodsHandedOver) {
    public Content {
      team = List.copyOf(team);
      comparisons = List.copyOf(comparisons);
      materials = List.copyOf(materials);
      goods = List.copyOf(goods);
      answers = List.copyOf(answers);
    }
  }

  /** Where it is. */
  public enum Stage {
    MARKED,
    REPORTED,
    APPROVED,
    NOT_APPROVED,
    TRANSFERRED,
    RECEIVED,
    SUPPLEMENT_ASKED,
    FILED,
    NOT_FILED,
    RECONSIDERATION_ASKED,
    UPHELD,
    SUPERVISION_ASKED,
    SUPERVISED,
    GIVEN_BACK,
    CONCLUDED,
    UNMARKED;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Stage of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The judicial organ has spoken, and the administrative road is open again. */
    public boolean isAnswered() {
      return switch (this) {
        case NOT_FILED, UPHELD, SUPERVISED, GIVEN_BACK, CONCLUDED -> true;
        case MARKED,
            REPORTED,
            APPROVED,
            NOT_APPROVED,
            TRANSFERRED,
            RECEIVED,
            SUPPLEMENT_ASKED,
            FILED,
            RECONSIDERATION_ASKED,
            SUPERVISION_ASKED,
            UNMARKED ->
            false;
      };
    }

    /** The police have it, or had it. */
    public boolean isWithPolice() {
      return switch (this) {
        case MARKED, REPORTED, APPROVED, NOT_APPROVED, UNMARKED -> false;
        case TRANSFERRED,
            RECEIVED,
            SUPPLEMENT_ASKED,
            FILED,
            NOT_FILED,
            RECONSIDERATION_ASKED,
            UPHELD,
            SUPERVISION_ASKED,
            SUPERVISED,
            GIVEN_BACK,
            CONCLUDED ->
            true;
      };
    }
  }

  /** How the police, or the procuratorate, decided. */
  public enum Decision {
    FILED,
    NOT_FILED
  }

  public static Change<Referral> mark(
      MatterId matter,
      BodyId holder,
      BodyId legal,
      String suspicion,
      String crime,
      List<Officer> team,
      List<Comparison> comparisons,
      Step step) {
    Content content =
        new Content(
            suspicion, crime, team, comparisons, "", List.of(), List.of(), List.of(), false);
    return new Change<>(
        new Referral(Ids.next(), matter, holder, legal, null, content, Stage.MARKED, null, step, 0),
        "case.crime-suspected",
        Map.of(
            "suspicion",
            suspicion,
            "crime",
            crime,
            "team",
            team.stream().map(Officer::name).toList(),
            "comparisons",
            comparisons.stream().map(Comparison::finding).toList()));
  }

  public String reference() {
    return "referral:" + id;
  }

  /** It stands in the way of closing the matter. */
  public boolean isOpen() {
    return !stage.isAnswered() && stage != Stage.UNMARKED;
  }

  public boolean isOnTeam(String account) {
    return content.team().stream().anyMatch(o -> o.account().equals(account));
  }

  /** What has come of it so far, as gates on closing the matter ask: this mark, no earlier one. */
  public Set<String> events() {
    return Checklist.events(this);
  }

  /** The kinds of material at hand; the transfer letter is made by the platform itself. */
  public Set<String> materials() {
    return Checklist.materials(this);
  }

  // ------------------------------------------------------------------ may it be done now?

  public Permission mayReport() {
    return among("reported", Stage.MARKED, Stage.NOT_APPROVED);
  }

  public Permission mayDecide() {
    return among("decided by the head", Stage.REPORTED);
  }

  public Permission mayTransfer() {
    return stage == Stage.MARKED || stage == Stage.REPORTED || stage == Stage.NOT_APPROVED
        ? Permission.refused(
            Refusal.of(
                Refusal.Kind.RULE,
                "referral.not-approved",
                "The head has not approved the transfer: it is " + stage.key() + ".",
                Map.of("stage", stage.key())))
        : among("transferred", Stage.APPROVED);
  }

  public Permission mayReceive() {
    return among("signed for", Stage.TRANSFERRED);
  }

  public Permission mayForward() {
    return among("forwarded", Stage.TRANSFERRED, Stage.RECEIVED);
  }

  /** Once; then they decide on what they have. */
  public Permission mayAskSupplement() {
    Permission fits = among("asked to be supplemented", Stage.TRANSFERRED, Stage.RECEIVED);
    return content.answers().stream().anyMatch(a -> a.event().equals("case.crime-supplement-asked"))
        ? fits.and(
            Permission.refused(
                Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "referral.supplement-asked-once",
                    "What lacked was asked for already.")))
        : fits;
  }

  public Permission maySupplement() {
    return among("supplemented", Stage.SUPPLEMENT_ASKED);
  }

  public Permission mayAnswer() {
    return among(
        "answered by the police",
        Stage.TRANSFERRED,
        Stage.RECEIVED,
        Stage.SUPPLEMENT_ASKED,
        Stage.RECONSIDERATION_ASKED);
  }

  public Permission mayAskReconsideration() {
    return among("reconsidered", Stage.NOT_FILED);
  }

  public Permission mayAskSupervision() {
    return among("supervised", Stage.NOT_FILED, Stage.UPHELD);
  }

  public Permission mayAnswerSupervision() {
    return among("answered by the procuratorate", Stage.SUPERVISION_ASKED);
  }

  public Permission mayHandOverGoods() {
    Permission filed = among("followed by its goods", Stage.FILED);
    return content.goodsHandedOver()
        ? filed.and(
            Permission.refused(
                Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "referral.goods-handed-over",
                    "The goods are with the police already.")))
        : filed;
  }

  public Permission mayGiveBack() {
    return among("given back", Stage.RECEIVED, Stage.FILED);
  }

  public Permission mayConclude() {
    return among("concluded", Stage.FILED);
  }

  /** Once the police have it, only they can say that there is no crime. */
  public Permission mayUnmark() {
    return among("unmarked", Stage.MARKED, Stage.REPORTED, Stage.APPROVED, Stage.NOT_APPROVED);
  }

  private Permission among(String what, Stage... fitting) {
    if (List.of(fitting).contains(stage)) {
      return Permission.allowed();
    }
    return lastStep.refuses("referral.wrong-stage", "It cannot be " + what, stage.key());
  }

  // ------------------------------------------------------------------ doing it

  /** The written report of the team, with what will go along. */
  public Change<Referral> report(
      String words, String crime, List<Material> materials, List<Goods> goods, Step step) {
    mayReport().orThrow();
    return to(
        Stage.REPORTED,
        "case.crime-reported",
        step,
        Map.of("report", words),
        d -> {
          d.crime = crime.isEmpty() ? d.crime : crime;
          d.report = words;
          d.materials = materials;
          d.goods = goods;
          d.goodsHandedOver = false;
        });
  }

  public Change<Referral> approve(Step step) {
    mayDecide().orThrow();
    return answered(Stage.APPROVED, "case.crime-approved", "", step);
  }

  /** 不批准: the reasons go into the record. */
  public Change<Referral> refuse(Step step) {
    mayDecide().orThrow();
    return answered(Stage.NOT_APPROVED, "case.crime-refused", "", step);
  }

  public Change<Referral> transfer(BodyId to, Letter signed, Step step) {
    mayTransfer().orThrow();
    return to(
        Stage.TRANSFERRED,
        "case.crime-transferred",
        step,
        Map.of(
            "to", to.value(),
            "number", signed.number(),
            "materials", List.copyOf(materials()),
            "goods", content.goods().stream().map(Goods::name).toList()),
        d -> {
          d.police = to;
          d.letter = signed;
        });
  }

  /** 回执: the police sign the slip. */
  public Change<Referral> receive(String document, Step step) {
    mayReceive().orThrow();
    return answered(Stage.RECEIVED, "case.crime-received", document, step);
  }

  /** Not theirs: sent on to the police who are competent, and told in writing (article 7). */
  public Change<Referral> forward(BodyId to, String document, Step step) {
    mayForward().orThrow();
    String event = "case.crime-forwarded";
    return to(
        Stage.TRANSFERRED,
        event,
        step,
        Map.of("words", step.note(), "document", document, "to", to.value()),
        d -> {
          d.answers.add(new Answer(event, document, step.note(), step));
          d.police = to;
        });
  }

  public Change<Referral> askSupplement(String document, Step step) {
    mayAskSupplement().orThrow();
    return answered(Stage.SUPPLEMENT_ASKED, "case.crime-supplement-asked", document, step);
  }

  public Change<Referral> supplement(List<Material> more, Step step) {
    maySupplement().orThrow();
    List<Material> all = new ArrayList<>(content.materials());
    all.addAll(more);
    return to(
        Stage.RECEIVED,
        "case.crime-supplemented",
        step,
        Map.of("materials", more.stream().map(Material::kind).toList()),
        d -> {
          d.materials = all;
          d.goodsHandedOver = false;
        });
  }

  /** 立案或者不予立案; after reconsideration, the second decision of the same police. */
  public Change<Referral> answer(Decision decision, String document, Step step) {
    mayAnswer().orThrow();
    if (decision == Decision.FILED) {
      return answered(Stage.FILED, "case.crime-filed", document, step);
    }
    return stage == Stage.RECONSIDERATION_ASKED
        ? answered(Stage.UPHELD, "case.crime-reconsidered", document, step)
        : answered(Stage.NOT_FILED, "case.crime-not-filed", document, step);
  }

  public Change<Referral> askReconsideration(Step step) {
    mayAskReconsideration().orThrow();
    return answered(Stage.RECONSIDERATION_ASKED, "case.crime-reconsideration-asked", "", step);
  }

  public Change<Referral> askSupervision(Step step) {
    mayAskSupervision().orThrow();
    return answered(Stage.SUPERVISION_ASKED, "case.crime-supervision-asked", "", step);
  }

  public Change<Referral> answerSupervision(Decision decision, String document, Step step) {
    mayAnswerSupervision().orThrow();
    return decision == Decision.FILED
        ? answered(Stage.FILED, "case.crime-filed", document, step)
        : answered(Stage.SUPERVISED, "case.crime-supervision-answered", document, step);
  }

  public Change<Referral> handOverGoods(Step step) {
    mayHandOverGoods().orThrow();
    return to(
        stage,
        "case.crime-goods-handed-over",
        step,
        Map.of("goods", content.goods().stream().map(Goods::name).toList()),
        d -> d.goodsHandedOver = true);
  }

  /** 没有犯罪事实，但依法应当追究行政责任 (article 13). */
  public Change<Referral> giveBack(String document, Step step) {
    mayGiveBack().orThrow();
    return answered(Stage.GIVEN_BACK, "case.crime-given-back", document, step);
  }

  public Change<Referral> conclude(String document, Step step) {
    mayConclude().orThrow();
    return answered(Stage.CONCLUDED, "case.crime-answered", document, step);
  }

  public Change<Referral> unmark(Step step) {
    mayUnmark().orThrow();
    return answered(Stage.UNMARKED, "case.crime-unmarked", "", step);
  }

  private Change<Referral> answered(Stage next, String event, String document, Step step) {
    return to(
        next,
        event,
        step,
        Map.of("words", step.note(), "document", document),
        d -> d.answers.add(new Answer(event, document, step.note(), step)));
  }

  private Change<Referral> to(
      Stage next,
      String event,
      Step step,
      Map<String, Object> details,
      Consumer<ReferralDraft> what) {
    ReferralDraft draft = new ReferralDraft(this);
    draft.stage = next;
    what.accept(draft);
    return new Change<>(draft.done(step), event, details);
  }
}
