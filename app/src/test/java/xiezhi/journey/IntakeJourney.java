package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.journey.Screens.act;
import static xiezhi.journey.Screens.button;
import static xiezhi.journey.Screens.choose;
import static xiezhi.journey.Screens.english;
import static xiezhi.journey.Screens.says;
import static xiezhi.journey.Screens.write;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import xiezhi.testcounty.TestCounties.Made;

/** What stories of complaints share: the public's phone, and the desk that takes them up. */
abstract class IntakeJourney extends Journey {
  static final Pattern COMPLAINT = Pattern.compile("/complaints/[0-9a-f-]{36}$");

  // ------------------------------------------------------------------ the public

  /** Reports on a phone that gives no position, and reads the code from the receipt. */
  final String reported(Made county, String name, boolean named) {
    String[] code = new String[1];
    String station = "intake-" + name + "-public-";
    onPhone(
        page -> {
          page.navigate(url("/report?county=" + county.code()));
          page.locator("details").first().waitFor();
          shoot(page, station + "1-what");
          page.locator("details summary").first().click();
          page.locator("details li button").first().click();
          button(page, "用我现在的位置").click();
          page.locator(".note").waitFor();
          page.locator("select[name=division]")
              .selectOption(new SelectOption().setLabel(town(county)));
          page.locator("input[name=address]").fill("人民路12号门前");
          shoot(page, station + "2-where");
          button(page, "下一步").click();
          says(page, "附近已经有人举报过吗？");
          shoot(page, station + "3-nearby");
          button(page, "下一步").click();
          page.locator("textarea[name=description]").fill("沿街商户每天傍晚占道摆摊，通行困难。");
          page.locator("input[type=file]")
              .last()
              .setInputFiles(new FilePayload("现场.jpg", "image/jpeg", Screens.picture()));
          says(page, "已上传");
          shoot(page, station + "4-tell");
          button(page, "下一步").click();
          if (named) {
            page.getByText("留下联系方式").click();
            page.locator("input[name=name]").fill("李某");
            page.locator("input[name=phone]").fill("13800000000");
          } else {
            page.getByText("匿名", new Page.GetByTextOptions().setExact(true)).click();
          }
          shoot(page, station + "5-contact");
          button(page, "提交").click();
          code[0] = page.locator("[data-code]").innerText().strip();
          shoot(page, station + "6-receipt");
          english(page);
          says(page, "Your report has arrived");
          shoot(page, station + "6-receipt-in-English");
        });
    assertThat(code[0]).startsWith(county.code() + "-");
    return code[0];
  }

  /** What somebody with the code reads at that time. */
  final void tracked(String code, Consumer<Page> work) {
    onPhone(
        page -> {
          page.navigate(url("/track"));
          page.locator("input[name=code]").fill(code.toLowerCase(Locale.ROOT));
          button(page, "查看").click();
          page.locator("section.now").waitFor();
          work.accept(page);
        });
  }

  /** Follows it by its code, reads the reply, and is satisfied. */
  final void reportIsAnswered(Made county, String name, String code, String reply) {
    tracked(
        code,
        page -> {
          says(page, reply);
          shoot(page, "intake-" + name + "-public-7-tracked");
          button(page, "满意").click();
          button(page, "提交评价").click();
          says(page, "您的评价：满意");
          english(page);
          says(page, "You were satisfied");
          shoot(page, "intake-" + name + "-public-8-rated-in-English");
          page.setViewportSize(DESK, 900);
          shoot(page, "intake-" + name + "-public-8-rated-desk");
        });
    assertThat(code).startsWith(county.code().value());
  }

  /** The first sub-district's name, as the public chooses it. */
  static String town(Made county) {
    return body(county, "t1.clerk").replaceFirst("(人民政府|办事处)$", "");
  }

  // ------------------------------------------------------------------ the desk

  /** Fills in what a caller tells, up to the button. */
  final Locator call(Page page, Made county, String subject, String name, String phone) {
    page.navigate(url("/complaints/new"));
    Locator form = page.locator("main");
    write(form, "subject", subject);
    write(form, "facts", "来电反映" + subject + "，每天傍晚通行困难。");
    choose(form, "乡镇（街道）", town(county));
    write(form, "address", "人民路12号门前");
    write(form, "name", name);
    write(form, "phone", phone);
    return form;
  }

  static String register(Page page) {
    page.locator(".submit button[type=submit]").click();
    page.waitForURL(COMPLAINT);
    return page.url();
  }

  final void openFirst(Page page) {
    page.navigate(url("/complaints"));
    page.locator("table.grid tbody tr a").first().click();
    page.waitForURL(COMPLAINT);
    page.locator(".action-bar").waitFor();
  }

  static Consumer<Locator> found(String finding, String note) {
    return dialog -> {
      dialog.locator(".el-radio").filter(new Locator.FilterOptions().setHasText(finding)).click();
      write(dialog, "note", note);
    };
  }

  static void answer(Page page, String words) {
    act(page, "答复", dialog -> write(dialog, "text", words));
    says(page, "已结束");
  }
}
