package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.journey.Screens.act;
import static xiezhi.journey.Screens.button;
import static xiezhi.journey.Screens.choose;
import static xiezhi.journey.Screens.inEnglish;
import static xiezhi.journey.Screens.openNotification;
import static xiezhi.journey.Screens.says;
import static xiezhi.journey.Screens.tick;
import static xiezhi.journey.Screens.write;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testcounty.TestCounties.Person;

/**
 * Whoever heads a post orders a team about and sees what became of it; whom an area may dispatch is
 * published; and what touches several townships is told to the area's chief before it is decided.
 */
class CommandJourneyTest extends IntakeJourney {
  private static final String TASK = "清理集镇主街占道经营";
  private static final String DONE = "已清理占道摊位十二处，当事人当场整改。";
  private static final String JOINT = "夜市联合整治";
  private static final String CERTIFICATE = "执法证 0451-0017";

  @Test
  void aTeamIsOrderedOutAcknowledgesOnThePhoneAndReportsBack() {
    Made county = like("530426");
    String convener = person(county, "t1.signer").name();
    String officer = person(county, "t1.team.officer").name();
    as(
        county,
        "t1.signer",
        page -> {
          open(page, "/command", "指挥调度");
          // nobody sits there yet: nobody can command, and it is said why
          says(page, "5 个席位空缺", "任命之前，谁也不能从这里下令");
          picture(page, "command-1-vacant");
          seat(page, "召集人", convener);
          says(page, "4 个席位空缺");
          page.getByText("下达指令").first().click();
          heading(page, "下达指令");
          Locator form = page.locator("main");
          picture(page, "command-2-empty-order");
          write(form, "title", TASK);
          write(form, "content", "清理主街两侧占道摊位，劝导入店经营。");
          write(form, "place", "集镇主街");
          button(page, "3 小时内").click();
          tick(form, "派给人员");
          form.locator(".who label")
              .filter(new Locator.FilterOptions().setHasText(officer))
              .first()
              .click();
          picture(page, "command-3-order");
          button(page, "下达指令").click();
          page.waitForURL(Pattern.compile("/orders/[0-9a-f-]{36}$"));
          says(page, "待签收", "令字〔");
          picture(page, "command-4-issued");
        });
    as(
        county,
        "t1.team.officer",
        page -> {
          page.setViewportSize(PHONE, 844);
          page.navigate(url("/tasks"));
          says(page, TASK);
          shoot(page, "command-5-task-phone");
          button(page, "签收").click();
          button(page, "到场").click();
          page.locator("article textarea").fill(DONE);
          shoot(page, "command-5-report-phone");
          button(page, "完成").click();
          says(page, "没有待办任务");
          shoot(page, "command-5-nothing-left-phone");
        });
    as(
        county,
        "t1.signer",
        page -> {
          openNotification(page, url(""), TASK);
          says(page, DONE);
          picture(page, "command-6-done");
          open(page, "/command", "指挥调度");
          says(page, "最近的报告", DONE, "近 90 天完成 1 / 1");
          picture(page, "command-7-view");
          page.navigate(url("/orders"));
          says(page, TASK);
          picture(page, "command-8-orders");
          problems(page, county);
          contacts(page);
          page.navigate(url("/command"));
          inEnglish(page, "Latest reports", "command-7-view-in-English");
          page.navigate(url("/orders/new"));
          inEnglish(page, "Say where, what and until when", "command-2-order-in-English");
        });
  }

  private static void seat(Page page, String seat, String person) {
    Locator line =
        page.locator(".seats li").filter(new Locator.FilterOptions().setHasText(seat)).first();
    line.locator(".el-select").click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(person).setExact(true))
        .first()
        .click();
    line.getByText(person).first().waitFor();
  }

  private static void chooseOfficer(Locator dialog, String name) {
    dialog.locator(".el-select").first().click();
    dialog
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile(name)))
        .first()
        .click();
  }

  private void problems(Page page, Made county) {
    open(page, "/problems", "问题台账");
    page.getByText("登记问题").first().click();
    Locator form = page.locator("main");
    write(form, "title", "主街缺少摆卖疏导点");
    write(form, "content", "清理后摊贩无处经营，当晚回流。");
    choose(form, "责任单位", Pattern.compile(body(county, "t1.team.officer")));
    Screens.day(form, "解决期限", "2027-03-31");
    picture(page, "command-9-problem-form");
    Screens.begin(page, "登记问题", "/problems");
    says(page, "待解决");
    picture(page, "command-9-problem");
    page.navigate(url("/problems"));
    says(page, "主街缺少摆卖疏导点");
    picture(page, "command-9-problems");
  }

  private void contacts(Page page) {
    open(page, "/upward-reports", "上报与联络");
    act(
        page,
        "录入联络人",
        dialog -> {
          write(dialog, "unit", "州综合行政执法局");
          write(dialog, "name", "赵科长");
          write(dialog, "phone", "0871-12345678");
        });
    says(page, "赵科长");
    page.getByText("上报", new Page.GetByTextOptions().setExact(true)).first().click();
    Locator form = page.locator("main");
    tick(form, "县（区）外联络人");
    choose(form, "联络人（县外）", Pattern.compile("赵科长"));
    write(form, "subject", "集镇摆卖疏导情况");
    write(form, "words", "本镇主街整治后需要设置疏导点。");
    picture(page, "command-10-report-form");
    Screens.begin(page, "上报", "/upward-reports");
    says(page, "待答复");
    picture(page, "command-10-report");
    page.navigate(url("/upward-reports"));
    says(page, "集镇摆卖疏导情况", "赵科长");
    picture(page, "command-10-reports");
  }

  @Test
  void whomAnAreaMayDispatchIsPublishedAndOrdered() {
    Made county = like("350602");
    Person chief = seat(county, "chief", "城管执法", Role.OFFICER);
    Person sunk = person(county, "t1.officer");
    as(
        county,
        "gov.coordinator",
        page -> {
          page.navigate(url("/command?post=area-middle"));
          says(page, "片长席位空缺", "一名副科级领导担任片长");
          picture(page, "area-1-vacant");
          seat(page, "片长", chief.name());
          picture(page, "area-1-seated");
        });
    as(
        chief,
        page -> {
          page.navigate(url("/command?post=area-middle"));
          says(page, "名单上还没有人员和装备");
          act(
              page,
              "列入名单",
              dialog -> {
                chooseOfficer(dialog, sunk.name());
                write(dialog, "certificate", CERTIFICATE);
              });
          says(page, CERTIFICATE);
          act(
              page,
              "列入名单",
              dialog -> {
                tick(dialog, "装备");
                choose(dialog, "单位", Pattern.compile(chief.bodyName()));
                write(dialog, "name", "执法车一号");
                write(dialog, "certificate", "执法 001");
              });
          says(page, "执法车一号");
          picture(page, "area-2-roster");
          page.navigate(url("/orders/new?post=area-middle"));
          heading(page, "下达指令");
          Locator form = page.locator("main");
          tick(form, "联合执法行动");
          write(form, "title", JOINT);
          write(form, "content", "整治夜市占道经营和噪声。");
          write(form, "place", "夜市东门");
          button(page, "3 小时内").click();
          tick(form, "派给人员");
          form.locator(".who label")
              .filter(new Locator.FilterOptions().setHasText(sunk.name()))
              .first()
              .click();
          form.locator(".who label")
              .filter(new Locator.FilterOptions().setHasText("执法车一号"))
              .first()
              .click();
          picture(page, "area-3-order");
          button(page, "下达指令").click();
          page.waitForURL(Pattern.compile("/orders/[0-9a-f-]{36}$"));
          says(page, "随行装备", "执法车一号");
          inEnglish(page, "Equipment that goes along", "area-3-order-in-English");
        });
    onPhone(
        page -> {
          page.navigate(url("/published?county=" + county.code()));
          says(page, sunk.name(), CERTIFICATE, "应当出示执法证");
          assertThat(page.locator("#main").innerText()).doesNotContain("执法车一号");
          shoot(page, "area-4-published-phone");
          page.setViewportSize(DESK, 900);
          shoot(page, "area-4-published-desk");
          Screens.english(page);
          says(page, "Officers of joint enforcement");
          shoot(page, "area-4-published-in-English-desk");
        });
  }

  @Test
  void whatTouchesSeveralTownshipsIsToldToTheChiefBeforeItIsDecided() {
    Made county = like("350602");
    Person chief = seat(county, "chief", "城管执法", Role.OFFICER);
    reported(county, "command", false);
    as(
        county,
        "gov.coordinator",
        page -> {
          page.navigate(url("/command?post=area-middle"));
          seat(page, "片长", chief.name());
        });
    String[] complaint = new String[1];
    String[] matter = new String[1];
    as(
        county,
        "t1.officer",
        page -> {
          openFirst(page);
          complaint[0] = page.url();
          act(page, "受理投诉举报");
          act(page, "核实", found("有违法行为", "占道堆放延伸到相邻街道。"));
          act(page, "立案");
          step(page, "调查");
          page.locator("a[href^='/matters/']").first().click();
          page.locator(".area").waitFor();
          matter[0] = page.url();
          picture(page, "area-5-matter");
          act(page, "标记须报片长", dialog -> write(dialog, "words", "堆放延伸到相邻街道。"));
          says(page, "尚未报告", "报告之前，“决定”这一步办不下去");
          picture(page, "area-6-marked");
          act(page, "撤销标记", dialog -> write(dialog, "reason", "经核实只在一个街道。"));
          says(page, "才能作出决定");
          act(page, "标记须报片长", dialog -> write(dialog, "words", "复查发现相邻街道也有堆放。"));
          says(page, "尚未报告");
          page.navigate(complaint[0]);
          decisionIsRefused(page);
          page.navigate(matter[0]);
          act(page, "报告片长", dialog -> write(dialog, "words", "涉及两个街道，拟由本街道为主办理。"));
          says(page, "已报告", "还没有答复");
        });
    as(
        chief,
        page -> {
          openNotification(page, url(""), "片长");
          act(page, "答复", dialog -> write(dialog, "answer", "同意，由先立案的街道办理。"));
          says(page, "已答复");
          picture(page, "area-7-answered");
          inEnglish(page, "Reports upward", "area-7-answered-in-English");
        });
    as(
        county,
        "t1.officer",
        page -> {
          page.navigate(matter[0]);
          says(page, "同意，由先立案的街道办理。");
          picture(page, "area-8-told");
          inEnglish(page, "Report to the area chief", "area-8-told-in-English");
          page.getByText("中文").first().click();
          page.navigate(complaint[0]);
          step(page, "决定");
        });
  }

  private static void step(Page page, String step) {
    act(
        page,
        "记录办案步骤",
        dialog -> {
          says(dialog.page(), step);
          dialog.locator("textarea[name=note]").fill(step + "已完成。");
        });
  }

  private static void decisionIsRefused(Page page) {
    button(page, "记录办案步骤").click();
    Locator dialog =
        page.getByRole(AriaRole.DIALOG).filter(new Locator.FilterOptions().setHasText("决定"));
    dialog.locator("textarea[name=note]").fill("行政处罚决定书");
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("记录办案步骤").setExact(true))
        .last()
        .click();
    dialog.getByText("XC-025").first().waitFor();
    page.waitForTimeout(300);
    shoot(page, "area-6-decision-refused-desk");
    page.onDialog(com.microsoft.playwright.Dialog::accept);
    page.keyboard().press("Escape");
  }

  @Test
  void aCaseThatTeachesIsPublished() {
    Made county = like("320723");
    String[] entry = new String[1];
    as(
        county,
        "d1.clerk",
        page -> {
          open(page, "/guidance", "合规指导与典型案例");
          picture(page, "guidance-1-empty");
          page.getByText("拟制清单或案例").first().click();
          Locator form = page.locator("main");
          write(form, "trade", "餐饮");
          write(form, "title", "餐饮店合规十条");
          write(form, "content", "一、油烟净化设施正常使用。\n二、不在店外摆放桌椅。");
          write(form, "legalBasis", "大气污染防治法第八十一条");
          picture(page, "guidance-2-form");
          entry[0] = Screens.begin(page, "拟制清单或案例", "/guidance");
          picture(page, "guidance-3-draft");
          act(page, "修改", dialog -> write(dialog, "title", "餐饮店合规指引"));
          says(page, "餐饮店合规指引");
        });
    as(
        county,
        "d1.signer",
        page -> {
          page.navigate(entry[0]);
          act(page, "发布");
          says(page, "已发布");
          page.navigate(url("/guidance"));
          says(page, "餐饮店合规指引");
          picture(page, "guidance-4-list");
          inEnglish(page, "Compliance lists", "guidance-4-list-in-English");
        });
    onPhone(
        page -> {
          page.navigate(url("/published?county=" + county.code()));
          page.locator("summary").first().click();
          says(page, "油烟净化设施正常使用");
          shoot(page, "guidance-5-published-phone");
        });
  }

  @Test
  void departmentsSayOnWhichBasisAnItemRests() {
    Made county = like("530426");
    as(
        county,
        "d1.clerk",
        page -> {
          open(page, "/item-provisions", "事项依据提供");
          page.locator("table.grid tbody tr").first().waitFor();
          picture(page, "guidance-6-provisions");
        });
  }
}
