package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.journey.Screens.act;
import static xiezhi.journey.Screens.button;
import static xiezhi.journey.Screens.choose;
import static xiezhi.journey.Screens.prepareTransfer;
import static xiezhi.journey.Screens.refused;
import static xiezhi.journey.Screens.says;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xiezhi.testcounty.TestCounties.Made;

/** Complaints at the desk: the same in every county, by its own rules. */
class DeskIntakeJourneyTest extends IntakeJourney {
  private static final String SUBJECT = "沿街商户占道经营";

  @ParameterizedTest
  @ValueSource(strings = {"530426", "350602", "320723", "140602", "310120"})
  void aCallIsRegisteredVerifiedAndAnswered(String base) {
    Made county = like(base);
    as(
        county,
        "t1.team.officer",
        page -> {
          Locator form = call(page, county, SUBJECT, "张某", "13900000000");
          // the power list is searched for what the caller tells, and never chooses by itself
          Locator suggested = suggestion(page);
          says(page, "因为：");
          suggested.getByRole(AriaRole.BUTTON).first().click();
          assertThat(form.innerText()).contains("加密保存，只有办理人员能看");
          register(page);
          says(page, "现由谁负责：", "已收到");
          // who replies, and by which clause
          says(page, "由谁答复");
          assertThat(refused(page, "答复")).isNotBlank();
          button(page, "查看联系方式").click();
          says(page, "13900000000");
          act(page, "受理投诉举报");
          act(page, "核实", found("未发现违法行为", "傍晚两次巡查，商户已入店经营。"));
          says(page, "已办结，待答复");
          answer(page, "经两次巡查，商户已入店经营。");
          picture(page, "desk-" + base + "-answered");
        });
  }

  private static Locator suggestion(Page page) {
    Locator card =
        page.locator("aside section").filter(new Locator.FilterOptions().setHasText("可能涉及的事项"));
    card.locator("li").first().waitFor();
    return card;
  }

  @Test
  void whoCallsAboutTheSameIsMergedAndStillGetsAReply() {
    Made county = like("310120");
    String[] second = new String[1];
    as(
        county,
        "t1.team.officer",
        page -> {
          call(page, county, SUBJECT, "张某", "13900000000");
          String first = register(page);
          call(page, county, SUBJECT + "堵塞通道", "李某", "13700000000");
          Locator similar =
              page.locator("aside section")
                  .filter(new Locator.FilterOptions().setHasText("可能是同一件"));
          similar.getByText("文字相近").first().waitFor();
          picture(page, "desk-same-1-seen");
          second[0] = register(page);
          button(page, "合并到此件").click();
          page.getByRole(AriaRole.DIALOG)
              .getByRole(
                  AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("合并到此件").setExact(true))
              .click();
          says(page, "已并入");
          picture(page, "desk-same-2-merged");
          page.navigate(first);
          act(page, "受理投诉举报");
          act(page, "核实", found("未发现违法行为", "傍晚两次巡查，商户已入店经营。"));
          act(page, "答复", dialog -> Screens.write(dialog, "text", "商户已入店经营。"));
          page.navigate(second[0]);
          answer(page, "您反映的问题已一并办理：商户已入店经营。");
          page.navigate(first);
          says(page, "已结束");
        });
  }

  @Test
  void whoIsAnswerableNowIsPlainToTheReporterWhenItGoesToAnotherBody() {
    Made county = like("530426");
    String code = reported(county, "moved", true);
    String[] transfer = new String[1];
    as(
        county,
        "t1.team.officer",
        page -> {
          openFirst(page);
          act(page, "受理投诉举报");
          act(
              page,
              "核实",
              dialog -> {
                found("应由他方处理", "经核查属县级部门职权。").accept(dialog);
                choose(dialog, "应由谁处理", body(county, "d1.clerk"));
                // what another body is to handle goes to it in writing
                Screens.upload(dialog, "违法事实", "基本违法事实");
              });
          page.locator("header a[href*='/matters/']").first().click();
          page.waitForURL(Pattern.compile("/matters/[0-9a-f-]{36}$"));
          transfer[0] = prepareTransfer(page, page.url());
          act(page, "报请签发");
        });
    as(
        county,
        "t1.signer",
        page -> {
          page.navigate(transfer[0]);
          act(page, "签发并移送");
          page.getByText(Pattern.compile("〔\\d{4}〕1号")).first().waitFor();
        });
    // sent, but nobody has taken it up: it is still theirs
    tracked(
        code,
        page -> {
          says(page, "已移送有权机关");
          assertThat(page.locator("section.now").innerText())
              .contains("现在由谁负责：", town(county))
              .doesNotContain(body(county, "d1.clerk"));
          shoot(page, "moved-1-sent-phone");
        });
    as(
        county,
        "d1.clerk",
        page -> {
          page.navigate(transfer[0]);
          act(page, "签收");
          act(page, "受理");
        });
    tracked(
        code,
        page -> {
          says(page, "有权机关受理");
          assertThat(page.locator("section.now").innerText()).contains(body(county, "d1.clerk"));
          shoot(page, "moved-2-accepted-phone");
        });
    as(
        county,
        "d1.clerk",
        page -> {
          page.navigate(transfer[0]);
          act(page, "反馈结果", dialog -> Screens.write(dialog, "result", "已责令改正。"));
          openFirst(page);
          says(page, "已办结，待答复");
          answer(page, "您反映的问题已责令改正。");
          picture(page, "moved-3-replied");
        });
    reportIsAnswered(county, "moved", code, "您反映的问题已责令改正。");
  }
}
