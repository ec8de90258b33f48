package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.testcounty.TestCounties;
import xiezhi.testcounty.TestCounties.Made;

/**
 * What goes between bodies, in a browser: each story begins at one desk, is found in the inbox of
 * the other, and comes back answered.
 */
class BetweenBodiesJourneyTest extends Journey {
  @Autowired private TestCounties counties;

  @SuppressWarnings("NullAway.Init") // made before each story
  private Made county;

  @BeforeEach
  void makeCounty() {
    county = counties.make(TestCounties.Wanted.like("530426"));
  }

  @Test
  void aDepartmentIsAskedForAnOpinionAndAnswersWithEvidence() {
    String[] request = new String[1];
    as(
        county,
        "t1.team.officer",
        page -> {
          String matter = lead(page, "沿街商户私自改接燃气管道");
          page.navigate(matter + "?tab=flows");
          page.getByText("请求协助").first().click();
          page.waitForURL(Pattern.compile("/assistance/new$"));
          choose(page, "被请求单位", person(county, "d1.clerk").bodyName());
          page.locator("input[name=item]").fill("燃气管道改接的技术鉴定");
          page.locator("textarea[name=needed]").fill("请鉴定改接是否危及公共安全。");
          picture(page, "between-1-request");
          button(page, "拟制协助函").click();
          page.waitForURL(Pattern.compile("/assistance/[0-9a-f-]{36}$"));
          request[0] = page.url();
        });
    as(
        county,
        "t1.signer",
        page -> {
          page.getByText("燃气管道改接的技术鉴定").first().waitFor();
          picture(page, "between-1-to-sign");
          page.navigate(request[0]);
          act(page, "签发并发出", _ -> {});
          page.getByText(Pattern.compile("〔\\d{4}〕1号")).first().waitFor();
        });
    as(
        county,
        "d1.clerk",
        page -> {
          openFromInbox(page, "燃气管道改接的技术鉴定", "between-1-inbox");
          page.locator(".clocks a").first().click();
          page.getByText("逐日计算").or(page.getByText("条文没有给出数字")).first().waitFor();
          page.keyboard().press("Escape");
          act(
              page,
              "答复",
              dialog -> {
                dialog.locator("textarea[name=opinion]").fill("经勘验，改接处漏气，危及公共安全。");
                dialog.locator("input[type=file]").first().setInputFiles(file("勘验记录"));
                dialog.getByText("勘验记录.txt").waitFor();
              });
          page.getByText("危及公共安全").first().waitFor();
          picture(page, "between-1-answered");
        });
    as(
        county,
        "t1.team.officer",
        page -> {
          page.navigate(request[0]);
          page.getByText("经勘验，改接处漏气，危及公共安全。").first().waitFor();
          page.navigate(url("/letters?box=out"));
          page.getByText("都已查看").first().waitFor();
          picture(page, "between-1-outbox");
          english(page, url("/letters?box=out"), "Letters", "between-1-outbox-in-English");
          english(page, request[0], "Assistance", "between-1-answered-in-English");
        });
  }

  @Test
  void whoseAMatterIsIsNegotiatedAndDecided() {
    String[] dispute = new String[1];
    as(
        county,
        "t1.team.officer",
        page -> {
          String matter = lead(page, "户外广告牌未经批准设置");
          page.navigate(matter);
          button(page, "提出管辖争议").click();
          page.waitForURL(Pattern.compile("/disputes/new"));
          choose(page, "对方单位", person(county, "d1.clerk").bodyName());
          page.locator("textarea[name=reason]").fill("户外广告由贵单位审批，应由贵单位管辖。");
          picture(page, "between-4-raise");
          button(page, "提出管辖争议").click();
          page.waitForURL(Pattern.compile("/disputes/[0-9a-f-]{36}$"));
          dispute[0] = page.url();
        });
    as(
        county,
        "d1.clerk",
        page -> {
          openFromInbox(page, "户外广告牌未经批准设置", "between-4-inbox");
          act(
              page,
              "记录协商",
              dialog -> {
                dialog.locator("input[name=attendants]").fill("双方经办人");
                dialog.locator("textarea[name=views]").fill("我单位认为属街道日常监管。");
                dialog.getByText("协商不成", new Locator.GetByTextOptions().setExact(true)).click();
              });
          picture(page, "between-4-negotiated");
        });
    as(
        county,
        "t1.signer",
        page -> {
          page.navigate(dispute[0]);
          act(page, "提请决定", dialog -> dialog.locator("textarea[name=views]").fill("属审批部门管辖。"));
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
                dialog.getByText(person(county, "d1.clerk").bodyName()).first().click();
                dialog.locator("textarea[name=reason]").fill("按权责清单属审批部门。");
              });
          page.getByText("按权责清单属审批部门。").first().waitFor();
          picture(page, "between-4-decided");
          english(page, dispute[0], "Disputes", "between-4-decided-in-English");
        });
  }

  @Test
  void aSuspectedCrimeGoesToThePoliceAndIsAnswered() {
    String[] referral = new String[1];
    as(
        county,
        "t1.officer",
        page -> assertThat(page.url()).endsWith("/workbench")); // takes the second seat of the team
    as(
        county,
        "t1.team.officer",
        page -> {
          String matter = lead(page, "非法储存销售液化气");
          page.navigate(matter);
          button(page, "标记涉嫌犯罪").click();
          page.waitForURL(Pattern.compile("/referrals/new$"));
          page.locator("textarea[name=suspicion]").fill("无证储存、销售液化气，数额约八万元。");
          page.locator("input[name=crime]").fill("非法经营罪");
          page.locator(".el-form-item")
              .filter(new Locator.FilterOptions().setHasText("专案组"))
              .locator(".el-select")
              .click();
          page.getByRole(AriaRole.OPTION).nth(0).click();
          page.getByRole(AriaRole.OPTION).nth(1).click();
          page.keyboard().press("Escape");
          picture(page, "between-5-mark");
          button(page, "标记涉嫌犯罪").click();
          page.waitForURL(Pattern.compile("/referrals/[0-9a-f-]{36}$"));
          referral[0] = page.url();
          picture(page, "between-5-marked");
          act(
              page,
              "提出移送报告",
              dialog -> {
                dialog.locator("textarea[name=report]").fill("经专案组核实，建议移送公安机关。");
                dialog.locator("input[type=file]").first().setInputFiles(file("调查报告"));
                dialog.getByText("调查报告.txt").waitFor();
              });
        });
    as(
        county,
        "t1.signer",
        page -> {
          page.navigate(referral[0]);
          act(page, "审批移送", _ -> {});
          page.getByText("批准移送").first().waitFor();
          picture(page, "between-5-approved");
          english(page, referral[0], "Referrals", "between-5-approved-in-English");
        });
  }

  @Test
  void anOfficerInTroublePressesOneButtonAndThePoliceCome() {
    as(
        county,
        "t1.team.officer",
        page -> {
          page.setViewportSize(PHONE, 844);
          page.navigate(url("/support"));
          page.locator(".big").waitFor();
          shoot(page, "between-6-button-phone");
          page.locator("input[name=address]").fill("农贸市场东门");
          BrowserContext phone = page.context();
          phone.setOffline(true);
          page.locator(".big").click();
          page.locator(".big").click();
          page.getByText("求助正在发出").waitFor();
          shoot(page, "between-6-offline-phone");
          phone.setOffline(false);
          page.getByText("求助已送达").waitFor();
          shoot(page, "between-6-sent-phone");
        });
    as(
        county,
        "t1.pcs.clerk",
        page -> {
          page.navigate(url("/support-calls"));
          page.getByText("农贸市场东门").first().waitFor();
          assertThat(page.getByText("农贸市场东门").count()).isEqualTo(1);
          picture(page, "between-6-station");
          act(page, "接警", _ -> {});
          act(page, "到场", _ -> {});
          page.getByText(Pattern.compile("用时")).first().waitFor();
          picture(page, "between-6-arrived");
          english(page, url("/support-calls"), "Police support", "between-6-station-in-English");
        });
  }

  // ------------------------------------------------------------------ what every story does

  /** Registers a lead and answers the address of its matter. */
  private String lead(Page page, String subject) {
    page.navigate(url("/leads/new"));
    page.locator("input[name=subject]").fill(subject);
    page.locator("textarea[name=facts]").fill(subject + "，现场检查发现。");
    page.locator(".el-form-item")
        .filter(new Locator.FilterOptions().setHasText("乡镇（街道）"))
        .locator(".el-select")
        .first()
        .click();
    page.getByRole(AriaRole.OPTION).first().click();
    page.locator("input[name=address]").fill("人民路12号");
    page.locator(".submit button[type=submit]").click();
    page.waitForURL(Pattern.compile("/matters/[0-9a-f-]{36}$"));
    return page.url();
  }

  /** Finds it unread in the inbox, opens it, and comes to its page. */
  private void openFromInbox(Page page, String title, String picture) {
    page.navigate(url("/letters?unread=true"));
    Locator letter =
        page.locator("li.unread").filter(new Locator.FilterOptions().setHasText(title));
    letter.first().waitFor();
    picture(page, picture);
    letter.first().locator(".title a").click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)).first().waitFor();
  }

  private static void choose(Page page, String field, String option) {
    page.locator(".el-form-item")
        .filter(new Locator.FilterOptions().setHasText(field))
        .locator(".el-select")
        .first()
        .click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .first()
        .click();
  }

  /** The same page as an English reader sees it, at both sizes. */
  private static void english(Page page, String address, String says, String picture) {
    page.navigate(address);
    Locator other = page.getByText("English", new Page.GetByTextOptions().setExact(true));
    other.or(page.getByText("中文", new Page.GetByTextOptions().setExact(true))).first().waitFor();
    if (other.first().isVisible()) {
      other.first().click();
    }
    page.getByText(says).first().waitFor();
    picture(page, picture);
  }

  private static FilePayload file(String name) {
    return new FilePayload(
        name + ".txt",
        "text/plain",
        (name + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
  }
}
