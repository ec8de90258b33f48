package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.journey.Screens.act;
import static xiezhi.journey.Screens.begin;
import static xiezhi.journey.Screens.choose;
import static xiezhi.journey.Screens.chooseSeveral;
import static xiezhi.journey.Screens.day;
import static xiezhi.journey.Screens.inEnglish;
import static xiezhi.journey.Screens.openLetter;
import static xiezhi.journey.Screens.says;
import static xiezhi.journey.Screens.write;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import xiezhi.testcounty.TestCounties.Made;

/**
 * Information is put out once and it is seen who has not looked; a meeting is called, held and
 * minuted, and what it resolved is owed until it is done.
 */
class SharingAndMeetingsJourneyTest extends Journey {
  private static final String CHANGE = "城市管理条例修订";
  private static final String MEETING = "本季度联合会商会议";
  private static final String RESOLUTION = "开展集镇秩序联合整治";

  @Test
  void aChangeOfTheBasisIsToldToEveryHolderWhoAcknowledgesIt() {
    Made county = like("530426");
    String[] item = new String[1];
    as(
        county,
        "d1.clerk",
        page -> {
          open(page, "/information", "信息共享");
          page.getByText("发布信息").first().click();
          Locator form = page.locator("main");
          choose(form, "类别", Pattern.compile("^1 "));
          write(form, "title", CHANGE);
          write(form, "content", "自明年四月一日起按新条文执行。");
          write(form, "items", "GH001");
          day(form, "施行日期", "2027-04-01");
          write(form, "toldBy", "公文抄送");
          // before it is sent, it is seen who will get it
          page.locator(".audience").getByText(body(county, "t1.clerk")).waitFor();
          assertThat(page.locator(".audience").innerText())
              .contains(body(county, "t2.clerk"))
              .doesNotContain(body(county, "d2.clerk"));
          picture(page, "between-2-publish");
          item[0] = begin(page, "共享信息", "/information");
          says(page, "家未查看", "家未确认");
        });
    as(
        county,
        "t1.clerk",
        page -> {
          page.navigate(url("/letters?unread=true"));
          says(page, CHANGE);
          picture(page, "between-2-inbox");
          openLetter(page, url(""), CHANGE);
          act(page, "签收");
        });
    as(county, "d2.clerk", page -> getsNothing(page, item[0], CHANGE));
    as(
        county,
        "d1.clerk",
        page -> {
          page.navigate(item[0]);
          assertThat(receipt(page, body(county, "t1.clerk"))).contains("签收");
          assertThat(receipt(page, body(county, "t2.clerk"))).contains("送达").doesNotContain("签收");
          picture(page, "between-2-receipts");
          page.getByText("只看还没有查看的").click();
          page.locator("aside li")
              .filter(new Locator.FilterOptions().setHasText(body(county, "t1.clerk")))
              .first()
              .waitFor(
                  new Locator.WaitForOptions()
                      .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
          inEnglish(page, "Information", "between-2-receipts-in-English");
          page.navigate(url("/information?box=out"));
          says(page, CHANGE);
          picture(page, "between-2-list-in-English");
        });
  }

  private static String receipt(Page page, String body) {
    Locator row =
        page.locator("aside li").filter(new Locator.FilterOptions().setHasText(body)).first();
    row.waitFor();
    return row.innerText();
  }

  @Test
  void aMeetingIsCalledHeldMinutedAndItsResolutionIsOwed() {
    Made county = like("530426");
    String[] meeting = new String[1];
    as(
        county,
        "t1.team.officer",
        page -> {
          open(page, "/meetings", "会议");
          page.getByText("召集会议").first().click();
          page.waitForURL(Pattern.compile("/meetings/new"));
          Locator form = page.locator("main");
          chooseSeveral(form, "会议系列", "联合会商会议（原则上每季度召开1次）");
          write(form, "title", MEETING);
          write(form, "place", "三楼会议室");
          page.locator(".proposal").getByText(body(county, "t1.pcs.clerk")).waitFor();
          picture(page, "between-3-call");
          meeting[0] = begin(page, "召集会议", "/meetings");
          picture(page, "between-3-called");
        });
    as(
        county,
        "t1.pcs.clerk",
        page -> {
          openLetter(page, url(""), MEETING);
          act(page, "提出议题", dialog -> write(dialog, "title", "集镇秩序整治"));
          act(page, "答复会议通知");
          says(page, "参加", "集镇秩序整治");
        });
    as(
        county,
        "t1.team.officer",
        page -> {
          page.navigate(url("/meetings"));
          says(page, MEETING);
          picture(page, "between-3-calendar");
          page.navigate(meeting[0]);
          act(page, "记录召开");
          act(page, "写纪要", dialog -> write(dialog, "minutes", "会议研究了集镇秩序整治。"));
          act(
              page,
              "议定事项",
              dialog -> {
                write(dialog, "content", RESOLUTION);
                choose(dialog, "责任单位", body(county, "t1.pcs.clerk"));
                day(dialog, "完成日期", "2027-03-31");
              });
          act(page, "会议办结");
          page.getByText(Pattern.compile("〔\\d{4}〕\\d+号")).first().waitFor();
          // the quarter's meeting has been held
          says(page, "计入“");
          picture(page, "between-3-closed");
          page.navigate(url("/meetings"));
          inEnglish(page, "Meetings", "between-3-calendar-in-English");
        });
    as(
        county,
        "t1.pcs.clerk",
        page -> {
          page.navigate(url("/meetings"));
          says(page, "本机构待办的议定事项");
          page.getByText(RESOLUTION).first().click();
          act(page, "报告办结", dialog -> write(dialog, "report", "已完成联合整治三次。"));
          says(page, "已完成");
          picture(page, "between-3-resolution");
        });
    as(
        county,
        "t1.team.officer",
        page -> {
          page.navigate(meeting[0]);
          says(page, "已完成", "已完成联合整治三次。");
          String address = page.locator("a[download]").first().getAttribute("href");
          assertThat(page.request().get(url(address)).text())
              .startsWith("BEGIN:VCALENDAR")
              .contains(MEETING);
        });
  }
}
