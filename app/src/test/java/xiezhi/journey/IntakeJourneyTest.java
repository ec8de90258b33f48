package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import xiezhi.testcounty.TestCounties;
import xiezhi.testcounty.TestCounties.Made;

/**
 * Somebody reports on a phone, without an account; whoever is answerable accepts, verifies and
 * brings it to its end as that county does; the reporter reads the reply and says whether it will
 * do. Each county goes a way of its own.
 */
class IntakeJourneyTest extends Journey {
  @Autowired private TestCounties counties;

  @Test
  void noViolationIsFoundAndTheOneWhoVerifiedReplies() {
    Made county = counties.make(TestCounties.Wanted.like("530426"));
    String code = reported(county, "530426", false);

    as(
        county,
        "t1.team.officer",
        page -> {
          picture(page, "intake-530426-workbench");
          page.navigate(url("/complaints"));
          page.locator("table.grid tbody tr").first().waitFor();
          picture(page, "intake-530426-list");
          openFirst(page);
          picture(page, "intake-530426-received");
          act(page, "受理投诉举报", _ -> {});
          act(page, "核实", found("未发现违法行为", "现场查看：商户物品均在店内，未占道。"));
          answer(page, "经现场核查，未发现占道经营。");
          picture(page, "intake-530426-replied");
          inEnglish(page, "intake-530426-replied");
        });

    reportIsAnswered(county, "530426", code, "经现场核查，未发现占道经营。");
  }

  @Test
  void aCaseIsOpenedAndItsStepsAreDoneInOrder() {
    Made county = counties.make(TestCounties.Wanted.like("350602"));
    String code = reported(county, "350602", true);

    as(
        county,
        "t1.officer",
        page -> {
          openFirst(page);
          act(page, "受理投诉举报", _ -> {});
          button(page, "查看联系方式").click();
          page.getByText("13800000000").first().waitFor();
          act(page, "核实", found("有违法行为", "现场查看：占道堆放约十平方米，已拍照。"));
          act(page, "立案", _ -> {});
          for (String step : List.of("调查", "决定", "送达")) {
            act(
                page,
                "记录办案步骤",
                dialog -> {
                  dialog
                      .getByText(step, new Locator.GetByTextOptions().setExact(true))
                      .first()
                      .waitFor();
                  dialog.locator("textarea[name=note]").fill(step + "已完成。");
                });
          }
          picture(page, "intake-350602-case");
          act(
              page,
              "结案",
              dialog -> dialog.locator("textarea[name=result]").fill("已责令改正，当事人当日清理完毕。"));
          answer(page, "已责令改正，当事人当日清理完毕。");
        });

    reportIsAnswered(county, "350602", code, "已责令改正，当事人当日清理完毕。");
  }

  @Test
  void aCaseIsOpenedAndTheReplySaysWhatCameOfIt() {
    Made county = counties.make(TestCounties.Wanted.like("320723"));
    String code = reported(county, "320723", false);

    as(
        county,
        "t1.team.officer",
        page -> {
          openFirst(page);
          act(page, "受理投诉举报", _ -> {});
          act(page, "核实", found("有违法行为", "现场查看：夜间施工，无许可。"));
          act(page, "立案", _ -> {});
          act(
              page,
              "结案",
              dialog -> dialog.locator("textarea[name=result]").fill("已立案查处，责令停止夜间施工。"));
          answer(page, "已立案查处，责令停止夜间施工。");
          picture(page, "intake-320723-replied");
        });

    reportIsAnswered(county, "320723", code, "已立案查处，责令停止夜间施工。");
  }

  @Test
  void aDepartmentTellsTheTownshipAndTheComplainantInOneStep() {
    Made county = counties.make(TestCounties.Wanted.like("140602"));
    String[] complaint = new String[1];

    as(
        county,
        "d1.clerk",
        page -> {
          page.navigate(url("/complaints/new"));
          page.locator("input[name=subject]").fill("沿街商户占道经营");
          page.locator("textarea[name=facts]").fill("来电反映沿街商户每天傍晚占道摆摊，通行困难。");
          page.locator(".el-form-item")
              .filter(new Locator.FilterOptions().setHasText("乡镇（街道）"))
              .locator(".el-select")
              .first()
              .click();
          page.getByRole(
                  AriaRole.OPTION, new Page.GetByRoleOptions().setName(town(county)).setExact(true))
              .first()
              .click();
          page.locator("input[name=address]").fill("人民路12号门前");
          page.locator("input[name=name]").fill("张某");
          page.locator("input[name=phone]").fill("13900000000");
          page.locator("input[type=file]").first().setInputFiles(statement());
          Locator row =
              page.locator(".drop-area li")
                  .filter(new Locator.FilterOptions().setHasText("情况说明.txt"));
          row.locator(".el-select").click();
          page.getByRole(
                  AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("基本违法事实")))
              .last()
              .click();
          picture(page, "intake-140602-form");
          page.locator(".submit button[type=submit]").click();
          page.waitForURL(Pattern.compile("/complaints/[0-9a-f-]{36}$"));
          complaint[0] = page.url();
          act(
              page,
              "核实",
              dialog -> {
                found("应由他方处理", "占道经营属乡镇（街道）职权。").accept(dialog);
                dialog.locator(".el-select").click();
                page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(person(county, "t1.clerk").bodyName()))
                    .first()
                    .click();
              });
          act(
              page,
              "告知他方",
              dialog -> dialog.locator("textarea[name=told]").fill("已电话告知来电人，由街道受理。"));
          picture(page, "intake-140602-referred");
        });
    as(
        county,
        "t1.officer",
        page -> {
          page.navigate(complaint[0]);
          act(page, "受理投诉举报", _ -> {});
          act(page, "核实", found("未发现违法行为", "傍晚两次巡查，商户已入店经营。"));
          act(page, "答复", dialog -> dialog.locator("textarea[name=text]").fill("经两次巡查，商户已入店经营。"));
          // and the department that told them of it learns the result: only then is it complete
          act(page, "反馈告知单位", _ -> {});
          page.getByText("已结束").first().waitFor();
          picture(page, "intake-140602-replied");
        });
  }

  @Test
  void whoCannotBeReachedIsTriedAndTheAttemptsStandInPlaceOfTheReply() {
    Made county = counties.make(TestCounties.Wanted.like("310120"));
    String code = reported(county, "310120", true);
    onPhone(
        page -> {
          page.navigate(url("/track/" + code));
          button(page, "补充情况").click();
          page.locator("textarea[name=addition]").fill("今天傍晚又摆出来了。");
          button(page, "提交补充").click();
          page.getByText("补充的情况已转给办理单位。").waitFor();
          shoot(page, "intake-310120-public-7-added");
        });

    as(
        county,
        "t1.team.officer",
        page -> {
          openFirst(page);
          page.getByText("今天傍晚又摆出来了。").first().waitFor();
          act(page, "受理投诉举报", _ -> {});
          act(page, "核实", found("未发现违法行为", "两次巡查，商户已入店经营。"));
          act(
              page,
              "答复",
              dialog -> {
                dialog
                    .locator(".el-radio")
                    .filter(new Locator.FilterOptions().setHasText("多次联系不上"))
                    .click();
                dialog.locator("input[name=how1]").fill("拨打所留电话，无人接听");
              });
          page.getByText("拨打所留电话，无人接听").first().waitFor();
          picture(page, "intake-310120-unreachable");
        });
    onPhone(
        page -> {
          page.navigate(url("/track/" + code));
          page.getByText("今天傍晚又摆出来了。").first().waitFor();
          shoot(page, "intake-310120-public-8-tracked");
        });
  }

  // ------------------------------------------------------------------ the public

  /** Reports on a phone that gives no position, and reads the code from the receipt. */
  private String reported(Made county, String name, boolean named) {
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
          page.getByText("附近已经有人举报过吗？").waitFor();
          shoot(page, station + "3-nearby");
          button(page, "下一步").click();
          page.locator("textarea[name=description]").fill("沿街商户每天傍晚占道摆摊，通行困难。");
          page.locator("input[type=file]").last().setInputFiles(photo());
          page.getByText("已上传").waitFor();
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
          page.getByText("Your report has arrived").waitFor();
          shoot(page, station + "6-receipt-in-English");
        });
    assertThat(code[0]).startsWith(county.code() + "-");
    return code[0];
  }

  /** Follows it by its code, reads the reply, and is satisfied. */
  private void reportIsAnswered(Made county, String name, String code, String reply) {
    onPhone(
        page -> {
          page.navigate(url("/track"));
          page.locator("input[name=code]").fill(code.toLowerCase(Locale.ROOT));
          button(page, "查看").click();
          page.getByText(reply).first().waitFor();
          shoot(page, "intake-" + name + "-public-7-tracked");
          button(page, "满意").click();
          button(page, "提交评价").click();
          page.getByText("您的评价：满意").waitFor();
          english(page);
          page.getByText("You were satisfied").waitFor();
          shoot(page, "intake-" + name + "-public-8-rated-in-English");
          page.setViewportSize(DESK, 900);
          shoot(page, "intake-" + name + "-public-8-rated-desk");
        });
    assertThat(code).startsWith(county.code().value());
  }

  /** The first sub-district's name, as the public chooses it. */
  private static String town(Made county) {
    return person(county, "t1.clerk").bodyName().replaceFirst("(人民政府|办事处)$", "");
  }

  private static FilePayload statement() {
    return new FilePayload(
        "情况说明.txt", "text/plain", "来电反映沿街商户占道经营。".getBytes(StandardCharsets.UTF_8));
  }

  private static FilePayload photo() {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, new Color(0x9db7c9), 0, 480, new Color(0x6f6a5c)));
    pen.fillRect(0, 0, 640, 480);
    pen.setColor(new Color(0xb5301f));
    pen.fillRect(120, 250, 180, 120);
    pen.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpg", out);
      return new FilePayload("现场.jpg", "image/jpeg", out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ------------------------------------------------------------------ the desk

  private void openFirst(Page page) {
    page.navigate(url("/complaints"));
    page.locator("table.grid tbody tr a").first().click();
    page.waitForURL(Pattern.compile("/complaints/[0-9a-f-]{36}$"));
    page.locator(".action-bar").waitFor();
  }

  private static Consumer<Locator> found(String finding, String note) {
    return dialog -> {
      dialog.locator(".el-radio").filter(new Locator.FilterOptions().setHasText(finding)).click();
      dialog.locator("textarea[name=note]").fill(note);
    };
  }

  private static void answer(Page page, String words) {
    act(page, "答复", dialog -> dialog.locator("textarea[name=text]").fill(words));
    page.getByText("已结束").first().waitFor();
  }

  private static void english(Page page) {
    page.getByText("English", new Page.GetByTextOptions().setExact(true)).first().click();
  }

  private static void inEnglish(Page page, String name) {
    english(page);
    page.getByText("Responsibility").first().waitFor();
    picture(page, name + "-in-English");
    page.getByText("中文", new Page.GetByTextOptions().setExact(true)).first().click();
  }
}
