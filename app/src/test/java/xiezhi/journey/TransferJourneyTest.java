package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.testcounty.TestCounties;
import xiezhi.testcounty.TestCounties.Made;

/**
 * The story that the platform is for, in a real browser: a lead is registered, judged not ours,
 * sent under the county's clock, accepted on the other side, and its result comes back.
 */
class TransferJourneyTest extends Journey {
  @Autowired private TestCounties counties;

  @SuppressWarnings("NullAway.Init") // made when the journey begins
  private Made county;

  @Test
  void aLeadGoesToWhomItBelongsAndItsResultComesBack() {
    county = counties.make(TestCounties.Wanted.like("530426"));
    String[] matter = new String[1];
    String[] transfer = new String[1];

    as(
        county,
        "t1.team.officer",
        page -> {
          picture(page, "1-workbench");
          page.navigate(url("/leads/new"));
          page.locator("input[name=subject]").fill("沿街商户私自改接燃气管道");
          page.locator("textarea[name=facts]").fill("检查时发现商户私自改接燃气管道，未经燃气企业许可。");
          page.locator(".el-form-item")
              .filter(new Locator.FilterOptions().setHasText("乡镇（街道）"))
              .locator(".el-select")
              .first()
              .click();
          page.getByRole(AriaRole.OPTION).first().click();
          page.locator("input[name=address]").fill("人民路12号");
          picture(page, "2-lead");
          page.locator(".submit button[type=submit]").click();
          page.waitForURL(Pattern.compile("/matters/[0-9a-f-]{36}$"));
          matter[0] = page.url();

          act(
              page,
              "认定管辖",
              dialog -> {
                dialog.getByText("不属本机关管辖", new Locator.GetByTextOptions().setExact(true)).click();
                dialog.locator("textarea[name=reason]").fill("燃气管理不属于街道职权。");
                dialog.locator(".el-select").click();
                page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(name("d1")).setExact(true))
                    .first()
                    .click();
              });
          page.locator(".clocks li").first().waitFor();
          picture(page, "3-matter");
          page.locator(".clocks a").first().click();
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
          page.navigate(matter[0] + "/transfers/new");
          for (String kind : List.of("基本违法事实", "案源材料", "初步证")) {
            page.locator("input[type=file]").first().setInputFiles(file(kind));
            Locator row =
                page.locator(".drop-area li")
                    .filter(new Locator.FilterOptions().setHasText(kind + ".txt"));
            row.locator(".el-select").click();
            page.getByRole(
                    AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile(kind)))
                .last()
                .click();
          }
          picture(page, "5-prepare");
          button(page, "保存").click();
          page.waitForURL(Pattern.compile("/transfers/[0-9a-f-]{36}$"));
          transfer[0] = page.url();
          act(page, "报请签发", dialog -> {});
        });

    as(
        county,
        "t1.signer",
        page -> {
          picture(page, "6-to-sign");
          page.navigate(transfer[0]);
          act(page, "签发并移送", dialog -> {});
          page.getByText(Pattern.compile("〔\\d{4}〕1号")).first().waitFor();
          picture(page, "7-sent");
        });

    as(
        county,
        "d1.clerk",
        page -> {
          page.navigate(transfer[0]);
          act(page, "签收", dialog -> {});
          act(page, "受理", dialog -> {});
          act(page, "反馈结果", dialog -> dialog.locator("textarea[name=result]").fill("已责令改正并立案。"));
          picture(page, "8-result");
        });

    as(
        county,
        "t1.team.officer",
        page -> {
          page.navigate(matter[0]);
          page.getByText("已责令改正并立案。").first().waitFor();
          picture(page, "9-closed");
          page.getByText("English", new Page.GetByTextOptions().setExact(true)).first().click();
          page.getByText("Workbench").first().waitFor();
          picture(page, "9-closed-in-English");
          page.navigate(url("/workbench"));
          page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Workbench"))
              .waitFor();
          picture(page, "1-workbench-in-English");
          page.navigate(transfer[0]);
          page.getByText("已责令改正并立案。").first().waitFor();
          picture(page, "8-result-in-English");
        });
  }

  private static FilePayload file(String kind) {
    return new FilePayload(
        kind + ".txt",
        "text/plain",
        (kind + "：现场情况 " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
  }

  private String name(String body) {
    return county.people().stream()
        .filter(p -> p.key().startsWith(body + "."))
        .findFirst()
        .orElseThrow()
        .bodyName();
  }
}
