package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.journey.Screens.act;
import static xiezhi.journey.Screens.begin;
import static xiezhi.journey.Screens.button;
import static xiezhi.journey.Screens.choose;
import static xiezhi.journey.Screens.chooseSeveral;
import static xiezhi.journey.Screens.inEnglish;
import static xiezhi.journey.Screens.openLetter;
import static xiezhi.journey.Screens.openNotification;
import static xiezhi.journey.Screens.refused;
import static xiezhi.journey.Screens.says;
import static xiezhi.journey.Screens.tick;
import static xiezhi.journey.Screens.upload;
import static xiezhi.journey.Screens.write;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testcounty.TestCounties.Person;

/**
 * What leaves the administrative road: a suspected crime goes to the police and comes back, and a
 * lead on a breach of discipline goes where nobody else sees it.
 */
class CrimeJourneyTest extends Journey {
  private static final String SUBJECT = "非法储存销售液化气";
  private static final String SECRET = "收受当事人财物";

  @Test
  void aSuspectedCrimeGoesToThePoliceAndComesBack() {
    Made county = like("140602");
    Person police = seat(county, "police", "公安机关", Role.CLERK);
    String[] complaint = new String[1];
    String[] referral = new String[1];

    as(
        county,
        "t1.team.officer",
        page -> {
          complaint[0] = caseOf(page);
          page.locator("header a[href*='/matters/']").first().click();
          referral[0] = mark(page, county);
          picture(page, "crime-1-marked");
          page.navigate(complaint[0]);
          // no penalty takes the place of the transfer
          assertThat(refused(page, "结案")).contains("SC-057");
          picture(page, "crime-2-not-to-be-closed");
          page.navigate(referral[0]);
          report(page);
          assertThat(refused(page, "移送公安机关")).contains("第五条第二款");
          picture(page, "crime-3-reported");
        });
    as(
        county,
        "t1.signer",
        page -> {
          page.navigate(referral[0]);
          act(page, "审批移送");
          says(page, "批准移送");
          // from now on the clock of 24 hours runs
          page.locator(".clocks li").first().waitFor();
          picture(page, "crime-4-approved");
        });
    as(
        county,
        "t1.team.officer",
        page -> {
          page.navigate(referral[0]);
          act(page, "移送公安机关", dialog -> tick(dialog, "抄送检察机关"));
          page.getByText(Pattern.compile("〔\\d{4}〕\\d+号")).first().waitFor();
          says(page, police.bodyName(), "液化气钢瓶");
          picture(page, "crime-5-transferred");
        });
    as(
        police,
        page -> {
          openLetter(page, url(""), SUBJECT);
          act(page, "签收回执");
          says(page, "公安已签收");
          decide(page, "不予立案", "朔公不立字〔2026〕3号", "犯罪事实显著轻微。");
          says(page, "朔公不立字〔2026〕3号");
          picture(page, "crime-6-not-filed");
        });
    as(
        county,
        "t1.team.officer",
        page -> {
          page.navigate(referral[0]);
          says(page, "犯罪事实显著轻微。");
          act(page, "提请复议", dialog -> write(dialog, "reason", "数额已达追诉标准。"));
          says(page, "已提请复议", "答复前不得以罚结案");
        });
    as(
        police,
        page -> {
          page.navigate(referral[0]);
          decide(page, "立案", "朔公立字〔2026〕8号", "经复议，决定立案。");
          says(page, "已立案");
        });
    as(
        county,
        "t1.team.officer",
        page -> {
          page.navigate(referral[0]);
          act(page, "移交涉案物品");
          says(page, "物品已移交");
        });
    as(
        police,
        page -> {
          page.navigate(referral[0]);
          act(page, "移送行政机关处理", dialog -> write(dialog, "words", "不构成犯罪，应当追究行政责任。"));
          says(page, "退回办理");
        });
    as(
        county,
        "t1.team.officer",
        page -> {
          page.navigate(referral[0]);
          says(page, "不构成犯罪，应当追究行政责任。");
          picture(page, "crime-7-given-back");
          inEnglish(page, "Given back", "crime-7-given-back-in-English");
          page.getByText("中文").first().click();
          // and the administrative road is open again
          page.navigate(complaint[0]);
          act(page, "结案", dialog -> write(dialog, "result", "已作出行政处罚决定并执行完毕。"));
          says(page, "已办结，待答复");
          picture(page, "crime-8-closed");
        });
  }

  /** A call is taken, verified, and a case opened: what might end by a penalty. */
  private String caseOf(Page page) {
    page.navigate(url("/complaints/new"));
    Locator form = page.locator("main");
    write(form, "subject", SUBJECT);
    write(form, "facts", "来电反映民房内储存大量液化气钢瓶对外销售。");
    choose(form, "乡镇（街道）", Pattern.compile("\\S"));
    write(form, "address", "站前路仓库");
    write(form, "name", "张某");
    write(form, "phone", "13900000000");
    page.locator(".submit button[type=submit]").click();
    page.waitForURL(Pattern.compile("/complaints/[0-9a-f-]{36}$"));
    String complaint = page.url();
    act(page, "受理投诉举报");
    act(
        page,
        "核实",
        dialog -> {
          tick(dialog, "有违法行为，属本单位职权");
          write(dialog, "note", "现场查获液化气钢瓶四十只，当事人不能出示许可证。");
        });
    act(page, "立案");
    return complaint;
  }

  private String mark(Page page, Made county) {
    button(page, "标记涉嫌犯罪").click();
    page.waitForURL(Pattern.compile("/referrals/new$"));
    Locator form = page.locator("main");
    write(form, "suspicion", "无证储存、销售液化气，数额约八万元。");
    write(form, "crime", "非法经营罪");
    chooseSeveral(
        form, "专案组", person(county, "t1.team.officer").name(), person(county, "t1.officer").name());
    picture(page, "crime-0-mark");
    String referral = begin(page, "标记涉嫌犯罪", "/referrals");
    says(page, "答复前不得以罚结案");
    return referral;
  }

  private static void report(Page page) {
    act(
        page,
        "提出移送报告",
        dialog -> {
          write(dialog, "report", "经专案组核实，数额达到追诉标准，建议移送公安机关。");
          upload(dialog, "调查报告", "调查报告");
          dialog.getByText("添加").first().click();
          Map.of("名称", "液化气钢瓶", "数量", "40只", "来源", "现场查获", "保管", "罚没物品仓库")
              .forEach((label, words) -> dialog.getByPlaceholder(label).first().fill(words));
        });
    says(page, "已报告", "液化气钢瓶");
  }

  private static void decide(Page page, String decision, String document, String words) {
    act(
        page,
        "立案或不予立案",
        dialog -> {
          tick(dialog, decision);
          write(dialog, "document", document);
          write(dialog, "words", words);
        });
  }

  @Test
  void aBreachOfDisciplineIsKnownToTheSupervisorAndTheOrganAlone() {
    Made county = like("320723");
    Person supervisor = seat(county, "judicial", "司法行政部门", Role.SUPERVISOR);
    Person organ = seat(county, "discipline", "纪委监委", Role.CLERK);
    String[] lead = new String[1];

    as(
        supervisor,
        page -> {
          page.getByText("违纪违法移送").first().click();
          heading(page, "违纪违法移送");
          page.getByText("登记线索").first().click();
          page.waitForURL(Pattern.compile("/discipline-leads/new$"));
          Locator form = page.locator("main");
          choose(form, "涉及单位", body(county, "d2.clerk"));
          write(form, "about", "某执法人员");
          write(form, "words", "监督中发现涉嫌" + SECRET + "。");
          picture(page, "discipline-1-note");
          lead[0] = begin(page, "登记线索", "/discipline-leads");
          act(page, "移送线索");
          says(page, organ.bodyName());
          page.getByText(Pattern.compile("〔\\d{4}〕\\d+号")).first().waitFor();
          picture(page, "discipline-2-sent");
        });
    for (String other :
        List.of("gov.coordinator", "gov.supervisor", "d2.signer", "d2.clerk", "d1.clerk")) {
      as(county, other, page -> nobodyElse(page, other, lead[0]));
    }
    as(
        organ,
        page -> {
          openNotification(page, url(""), "问题线索");
          says(page, SECRET);
          act(page, "签收线索", dialog -> write(dialog, "receipt", "信访室王某"));
          act(page, "反馈处置", dialog -> write(dialog, "answer", "已立案审查调查。"));
          picture(page, "discipline-3-answered");
          inEnglish(page, "Discipline", "discipline-3-answered-in-English");
        });
    as(
        supervisor,
        page -> {
          page.navigate(lead[0]);
          says(page, "已立案审查调查。");
        });
  }

  /** Neither menu nor list, neither inbox nor address lets anybody else come upon it. */
  private void nobodyElse(Page page, String who, String lead) {
    assertThat(page.locator(".shell-side").getByText("违纪违法移送").count())
        .as("%s in the menu", who)
        .isEqualTo(who.endsWith("supervisor") ? 1 : 0);
    findsNothing(page, "/discipline-leads", SECRET, "某执法人员", "待签收");
    findsNothing(page, "/letters", SECRET, "某执法人员");
    getsNothing(page, lead, SECRET, "某执法人员");
    if (who.endsWith("supervisor")) {
      picture(page, "discipline-4-another-gets-nothing");
    }
  }
}
