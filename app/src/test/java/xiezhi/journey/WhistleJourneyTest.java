package xiezhi.journey;

import static xiezhi.journey.Screens.act;
import static xiezhi.journey.Screens.begin;
import static xiezhi.journey.Screens.choose;
import static xiezhi.journey.Screens.chooseSeveral;
import static xiezhi.journey.Screens.inEnglish;
import static xiezhi.journey.Screens.openLetter;
import static xiezhi.journey.Screens.openNotification;
import static xiezhi.journey.Screens.says;
import static xiezhi.journey.Screens.write;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testcounty.TestCounties.Person;

/**
 * A township whistles: one department comes, another neither comes nor says why, and the district
 * government learns it with one act. What a township suggests on posts is for the parties alone.
 */
class WhistleJourneyTest extends Journey {
  private static final String SUBJECT = "老旧市场综合整治";

  @Test
  void whoIsCalledComesAndWhoStaysSilentIsReported() {
    Made county = like("140602");
    String[] whistle = new String[1];
    as(
        county,
        "t1.clerk",
        page -> {
          open(page, "/whistles", "吹哨报到");
          page.getByText("吹哨", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
              .first()
              .click();
          page.waitForURL(Pattern.compile("/whistles/new"));
          Locator form = page.locator("main");
          chooseSeveral(form, "被叫单位", body(county, "d1.clerk"), body(county, "d2.clerk"));
          write(form, "subject", SUBJECT);
          write(form, "words", "占道经营、油烟扰民、消防通道堵塞交织，请派员到场共同处置。");
          picture(page, "whistle-1-blow");
          whistle[0] = begin(page, "吹哨", "/whistles");
          says(page, body(county, "d1.clerk"), body(county, "d2.clerk"));
          picture(page, "whistle-2-blown");
        });
    as(
        county,
        "d1.clerk",
        page -> {
          openLetter(page, url(""), SUBJECT);
          act(page, "报到", dialog -> write(dialog, "people", "执法人员二名"));
          act(page, "到场");
          act(page, "办完答复", dialog -> write(dialog, "result", "清理占道摊位十二处，疏通消防通道。"));
          says(page, "已办理");
          picture(page, "whistle-3-done");
        });
    as(
        county,
        "d2.clerk",
        page -> {
          openLetter(page, url(""), SUBJECT);
          act(page, "不予报到");
          says(page, "不来");
        });
    as(
        county,
        "t1.clerk",
        page -> {
          page.navigate(whistle[0]);
          says(page, "没有说明理由", "清理占道摊位十二处，疏通消防通道。");
          act(page, "确认");
          says(page, "已确认");
          picture(page, "whistle-4-no-reason");
          act(page, "报告政府");
          says(page, "已报告政府");
          picture(page, "whistle-5-reported");
          inEnglish(page, "Whistles", "whistle-5-reported-in-English");
        });
    as(
        county,
        "gov.clerk",
        page -> {
          openNotification(page, url(""), SUBJECT);
          says(page, "没有按时答复，也没有说明理由", body(county, "d2.clerk"));
          picture(page, "whistle-6-government");
        });
    as(county, "d3.clerk", page -> getsNothing(page, whistle[0], SUBJECT));
    as(
        county,
        "t1.clerk",
        page -> {
          page.navigate(url("/whistles?open=false"));
          says(page, "各单位响应", SUBJECT);
          picture(page, "whistle-7-list");
        });
  }

  @Test
  void aSuggestionIsSeenByThePartiesAndTheOrganisationDepartmentAlone() {
    Made county = like("140602");
    Person organisation = seat(county, "organisation", "组织部", Role.CLERK);
    String[] suggestion = new String[1];
    String about = "某站站长";
    as(
        county,
        "t1.clerk",
        page -> {
          open(page, "/suggestions", "岗位与奖惩建议");
          page.getByText("提出建议").first().click();
          page.waitForURL(Pattern.compile("/suggestions/new"));
          Locator form = page.locator("main");
          choose(form, "建议送哪个单位", body(county, "d1.clerk"));
          choose(form, "种类", Pattern.compile("奖惩"));
          write(form, "about", about);
          write(form, "words", "工作积极，建议奖励。");
          picture(page, "suggestion-1-make");
          suggestion[0] = begin(page, "提出建议", "/suggestions");
          says(page, "待答复");
        });
    for (String other : List.of("gov.coordinator", "gov.supervisor", "d2.clerk", "t2.clerk")) {
      as(
          county,
          other,
          page -> {
            findsNothing(page, "/suggestions", about);
            findsNothing(page, "/letters", about);
            getsNothing(page, suggestion[0], about);
          });
    }
    as(
        organisation,
        page -> {
          page.navigate(url("/suggestions"));
          says(page, about);
        });
    as(
        county,
        "d1.clerk",
        page -> {
          openLetter(page, url(""), about);
          act(page, "答复建议", dialog -> write(dialog, "answer", "已研究，列入年度奖励建议。"));
          says(page, "已答复");
          picture(page, "suggestion-2-answered");
          inEnglish(page, "Answered", "suggestion-2-answered-in-English");
        });
  }
}
