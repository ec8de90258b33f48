package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.journey.Screens.act;
import static xiezhi.journey.Screens.choose;
import static xiezhi.journey.Screens.english;
import static xiezhi.journey.Screens.prepareTransfer;
import static xiezhi.journey.Screens.write;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import xiezhi.testcounty.TestCounties.Made;

/**
 * The story that the platform is for, in a real browser: a lead is registered, judged not ours,
 * sent under the county's clock, accepted on the other side, and its result comes back.
 */
class TransferJourneyTest extends Journey {
  @Test
  void aLeadGoesToWhomItBelongsAndItsResultComesBack() {
    Made county = like("530426");
    String[] matter = new String[1];
    String[] transfer = new String[1];

    as(
        county,
        "t1.team.officer",
        page -> {
          picture(page, "1-workbench");
          page.navigate(url("/leads/new"));
          Locator form = page.locator("main");
          write(form, "subject", "沿街商户私自改接燃气管道");
          write(form, "facts", "检查时发现商户私自改接燃气管道，未经燃气企业许可。");
          choose(form, "乡镇（街道）", Pattern.compile("\\S"));
          write(form, "address", "人民路12号");
          picture(page, "2-lead");
          page.locator(".submit button[type=submit]").click();
          page.waitForURL(Pattern.compile("/matters/[0-9a-f-]{36}$"));
          matter[0] = page.url();

          act(
              page,
              "认定管辖",
              dialog -> {
                dialog.getByText("不属本机关管辖", new Locator.GetByTextOptions().setExact(true)).click();
                write(dialog, "reason", "燃气管理不属于街道职权。");
                choose(dialog, "应属哪个机构", body(county, "d1.clerk"));
              });
          Locator clock =
              page.locator(".clocks li").filter(new Locator.FilterOptions().setHasText("移送"));
          clock.first().waitFor();
          picture(page, "3-matter");
          clock.locator("a").first().click();
          Locator why = page.getByText("应当在3个工作日内移送给有管辖权的一方处理").first();
          why.waitFor();
          Locator drawer =
              page.getByRole(AriaRole.DIALOG)
                  .filter(new Locator.FilterOptions().setHasText("为什么是这个时间"));
          assertThat(drawer.first().innerText()).contains("ES-019", "逐日计算");
          picture(page, "4-why");
        });

    as(
        county,
        "t1.team.officer",
        page -> {
          transfer[0] = prepareTransfer(page, matter[0], () -> picture(page, "5-prepare"));
          act(page, "报请签发");
        });

    as(
        county,
        "t1.signer",
        page -> {
          picture(page, "6-to-sign");
          page.navigate(transfer[0]);
          act(page, "签发并移送");
          page.getByText(Pattern.compile("〔\\d{4}〕1号")).first().waitFor();
          picture(page, "7-sent");
        });

    as(
        county,
        "d1.clerk",
        page -> {
          page.navigate(transfer[0]);
          act(page, "签收");
          act(page, "受理");
          act(page, "反馈结果", dialog -> write(dialog, "result", "已责令改正并立案。"));
          picture(page, "8-result");
        });

    as(
        county,
        "t1.team.officer",
        page -> {
          page.navigate(matter[0]);
          page.getByText("已责令改正并立案。").first().waitFor();
          picture(page, "9-closed");
          english(page);
          page.getByText("Workbench").first().waitFor();
          picture(page, "9-closed-in-English");
          page.navigate(url("/workbench"));
          heading(page, "Workbench");
          picture(page, "1-workbench-in-English");
          page.navigate(transfer[0]);
          page.getByText("已责令改正并立案。").first().waitFor();
          picture(page, "8-result-in-English");
        });
  }
}
