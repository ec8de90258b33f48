package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.journey.Screens.act;
import static xiezhi.journey.Screens.begin;
import static xiezhi.journey.Screens.button;
import static xiezhi.journey.Screens.inEnglish;
import static xiezhi.journey.Screens.openNotification;
import static xiezhi.journey.Screens.refused;
import static xiezhi.journey.Screens.says;
import static xiezhi.journey.Screens.tick;
import static xiezhi.journey.Screens.write;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import xiezhi.testcounty.TestCounties.Made;

/**
 * An officer presses one button and the police come; what became of it is an incident that reports
 * upward, and what the public says of it is followed until it is answered.
 */
class IncidentJourneyTest extends Journey {
  private static final String PLACE = "农贸市场东门";
  private static final String TITLE = "集镇整治引发聚集";

  @Test
  void anOfficerInTroublePressesOneButtonAndThePoliceCome() {
    Made county = like("530426");
    as(
        county,
        "t1.team.officer",
        page -> {
          page.setViewportSize(PHONE, 844);
          page.navigate(url("/support"));
          page.locator(".big").waitFor();
          shoot(page, "between-6-button-phone");
          write(page.locator("main"), "address", PLACE);
          BrowserContext phone = page.context();
          phone.setOffline(true);
          page.locator(".big").click();
          page.locator(".big").click();
          says(page, "求助正在发出");
          shoot(page, "between-6-offline-phone");
          phone.setOffline(false);
          says(page, "求助已送达");
          shoot(page, "between-6-sent-phone");
        });
    as(
        county,
        "t1.pcs.clerk",
        page -> {
          page.navigate(url("/support-calls"));
          says(page, PLACE);
          // pressed twice and sent after the network came back: it counts once
          assertThat(page.getByText(PLACE).count()).isEqualTo(1);
          picture(page, "between-6-station");
          act(page, "接警");
          act(page, "派警", dialog -> write(dialog, "people", "民警二名"));
          act(page, "到场");
          page.getByText(Pattern.compile("用时")).first().waitFor();
          picture(page, "between-6-arrived");
          inEnglish(page, "Police support", "between-6-station-in-English");
        });
    as(
        county,
        "t1.team.officer",
        page -> {
          page.setViewportSize(PHONE, 844);
          // somebody else's phone: the call is found in the list
          page.navigate(url("/support-calls"));
          page.getByText(PLACE).first().click();
          says(page, "民警二名", "已到场");
          shoot(page, "between-6-course-phone");
        });
  }

  @Test
  void anIncidentReportsUpwardAndOpinionIsFollowedUntilAnswered() {
    Made county = like("530426");
    String[] incident = new String[1];
    as(
        county,
        "t1.team.officer",
        page -> {
          open(page, "/incidents", "突发事件");
          page.getByText("登记突发事件").first().click();
          Locator form = page.locator("main");
          write(form, "title", TITLE);
          write(form, "address", PLACE);
          write(form, "words", "约五十人聚集。");
          incident[0] = begin(page, "登记突发事件", "/incidents");
          says(page, "还没有上报");
          assertThat(refused(page, "办结事件")).contains("ES-083", "ES-084");
          picture(page, "incident-1-open");
          act(page, "上报", dialog -> write(dialog, "words", "聚集约五十人，秩序可控。"));
          says(page, "已上报");
        });
    as(
        county,
        "t1.clerk",
        page -> {
          openNotification(page, url(""), TITLE);
          act(page, "上报", dialog -> write(dialog, "words", "街道已派员到场处置。"));
          picture(page, "incident-2-told-upward");
        });
    as(
        county,
        "gov.clerk",
        page -> {
          openNotification(page, url(""), TITLE);
          Locator knows = page.locator("section").filter(hasHeading("谁已知情"));
          assertThat(knows.innerText())
              .contains(body(county, "gov.clerk"), body(county, "t1.clerk"));
          picture(page, "incident-3-government");
        });
    as(county, "d1.clerk", page -> getsNothing(page, incident[0], TITLE));
    as(county, "t1.team.officer", page -> settle(page, incident[0]));
  }

  private void settle(Page page, String incident) {
    page.navigate(incident);
    act(
        page,
        "记录",
        dialog -> {
          tick(dialog, "宣传解释");
          write(dialog, "words", "现场宣讲政策，解释整治缘由。");
          tick(dialog, "中");
        });
    act(page, "办结事件", dialog -> write(dialog, "report", "群众散去，未发生冲突。"));
    says(page, "群众散去，未发生冲突。", "已办结");
    picture(page, "incident-4-closed");
    inEnglish(page, "Incidents", "incident-4-closed-in-English");
    page.getByText("中文").first().click();

    page.getByText("登记舆情").first().click();
    Locator form = page.locator("main");
    write(form, "source", "本地论坛");
    tick(form, "高");
    write(form, "words", "网传执法粗暴");
    begin(page, "登记舆情", "/opinions");
    says(page, "待回应");
    assertThat(refused(page, "舆情办结")).contains("ES-085");
    picture(page, "opinion-1-open");
    measure(page, "回应", "公布执法记录视频。");
    says(page, "已回应");
    measure(page, "引导", "邀请媒体和群众代表座谈。");
    act(page, "舆情办结", dialog -> write(dialog, "words", "热度回落。"));
    says(page, "已平息");
    picture(page, "opinion-2-closed");
    page.navigate(url("/opinions?open=false"));
    says(page, "本地论坛");
    picture(page, "opinion-3-list");
  }

  private static void measure(Page page, String kind, String words) {
    act(
        page,
        "回应或引导",
        dialog -> {
          tick(dialog, kind);
          write(dialog, "words", words);
          tick(dialog, "低");
        });
    says(page, words);
    assertThat(button(page, "回应或引导").isVisible()).isTrue();
  }

  private static Locator.FilterOptions hasHeading(String says) {
    return new Locator.FilterOptions().setHasText(says);
  }
}
