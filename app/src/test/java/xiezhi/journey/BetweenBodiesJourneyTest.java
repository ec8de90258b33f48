package xiezhi.journey;

import static xiezhi.journey.Screens.act;
import static xiezhi.journey.Screens.begin;
import static xiezhi.journey.Screens.button;
import static xiezhi.journey.Screens.choose;
import static xiezhi.journey.Screens.file;
import static xiezhi.journey.Screens.inEnglish;
import static xiezhi.journey.Screens.lead;
import static xiezhi.journey.Screens.letter;
import static xiezhi.journey.Screens.openLetter;
import static xiezhi.journey.Screens.says;
import static xiezhi.journey.Screens.tick;
import static xiezhi.journey.Screens.write;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import xiezhi.testcounty.TestCounties.Made;

/**
 * What goes between bodies, in a browser: each story begins at one desk, is found in the inbox of
 * the other, and comes back answered.
 */
class BetweenBodiesJourneyTest extends Journey {
  @Test
  void aDepartmentIsAskedForAnOpinionAndAnswersWithEvidence() {
    Made county = like("530426");
    String[] request = new String[1];
    as(
        county,
        "t1.team.officer",
        page -> {
          String matter = lead(page, url(""), "沿街商户私自改接燃气管道");
          page.navigate(matter + "?tab=flows");
          page.getByText("请求协助").first().click();
          page.waitForURL(Pattern.compile("/assistance/new$"));
          Locator form = page.locator("main");
          choose(form, "被请求单位", body(county, "d1.clerk"));
          write(form, "item", "燃气管道改接的技术鉴定");
          write(form, "needed", "请鉴定改接是否危及公共安全。");
          picture(page, "between-1-request");
          request[0] = begin(page, "拟制协助函", "/assistance");
        });
    as(
        county,
        "t1.signer",
        page -> {
          says(page, "燃气管道改接的技术鉴定");
          picture(page, "between-1-to-sign");
          page.navigate(request[0]);
          act(page, "签发并发出");
          page.getByText(Pattern.compile("〔\\d{4}〕1号")).first().waitFor();
        });
    as(
        county,
        "d1.clerk",
        page -> {
          page.navigate(url("/letters?unread=true"));
          letter(page, "燃气管道改接的技术鉴定").waitFor();
          picture(page, "between-1-inbox");
          openLetter(page, url(""), "燃气管道改接的技术鉴定");
          page.locator(".clocks a").first().click();
          page.getByText("逐日计算").or(page.getByText("条文没有给出数字")).first().waitFor();
          page.keyboard().press("Escape");
          act(
              page,
              "答复",
              dialog -> {
                write(dialog, "opinion", "经勘验，改接处漏气，危及公共安全。");
                dialog.locator("input[type=file]").first().setInputFiles(file("勘验记录"));
                dialog.getByText("勘验记录.txt").waitFor();
              });
          says(page, "危及公共安全");
          picture(page, "between-1-answered");
        });
    as(
        county,
        "t1.team.officer",
        page -> {
          page.navigate(request[0]);
          says(page, "经勘验，改接处漏气，危及公共安全。");
          page.navigate(url("/letters?box=out"));
          says(page, "都已查看");
          picture(page, "between-1-outbox");
          inEnglish(page, "Letters", "between-1-outbox-in-English");
          page.navigate(request[0]);
          inEnglish(page, "Assistance", "between-1-answered-in-English");
        });
  }

  @Test
  void whoseAMatterIsIsNegotiatedAndDecidedByTheCommonSuperior() {
    Made county = like("530426");
    String[] dispute = new String[1];
    String[] matter = new String[1];
    as(
        county,
        "t1.team.officer",
        page -> {
          matter[0] = lead(page, url(""), "户外广告牌未经批准设置");
          button(page, "提出管辖争议").click();
          page.waitForURL(Pattern.compile("/disputes/new"));
          Locator form = page.locator("main");
          choose(form, "对方单位", body(county, "d1.clerk"));
          write(form, "reason", "户外广告由贵单位审批，应由贵单位管辖。");
          picture(page, "between-4-raise");
          dispute[0] = begin(page, "提出管辖争议", "/disputes");
        });
    as(
        county,
        "d1.clerk",
        page -> {
          openLetter(page, url(""), "户外广告牌未经批准设置");
          act(
              page,
              "记录协商",
              dialog -> {
                write(dialog, "attendants", "双方经办人");
                write(dialog, "views", "我单位认为属街道日常监管。");
                tick(dialog, "协商不成");
              });
          picture(page, "between-4-negotiated");
        });
    as(
        county,
        "t1.signer",
        page -> {
          page.navigate(dispute[0]);
          act(page, "提请决定", dialog -> write(dialog, "views", "属审批部门管辖。"));
          // the county's government is above both: it decides
          says(page, body(county, "gov.coordinator"));
          picture(page, "between-4-referred");
        });
    as(
        county,
        "gov.coordinator",
        page -> {
          page.navigate(dispute[0]);
          act(
              page,
              "决定管辖",
              dialog -> {
                dialog.getByText(body(county, "d1.clerk")).first().click();
                write(dialog, "reason", "按权责清单属审批部门。");
              });
          says(page, "按权责清单属审批部门。");
          picture(page, "between-4-decided");
          inEnglish(page, "Disputes", "between-4-decided-in-English");
        });
    as(
        county,
        "d1.clerk",
        page -> {
          // the decision binds: the matter is theirs from that moment
          page.navigate(matter[0]);
          page.locator("header.head").getByText(body(county, "d1.clerk")).first().waitFor();
        });
  }
}
