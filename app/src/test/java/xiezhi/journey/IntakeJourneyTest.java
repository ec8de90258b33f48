package xiezhi.journey;

import static xiezhi.journey.Screens.act;
import static xiezhi.journey.Screens.button;
import static xiezhi.journey.Screens.choose;
import static xiezhi.journey.Screens.inEnglish;
import static xiezhi.journey.Screens.says;
import static xiezhi.journey.Screens.upload;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import xiezhi.testcounty.TestCounties.Made;

/**
 * Somebody reports on a phone, without an account; whoever is answerable accepts, verifies and
 * brings it to its end as that county does; the reporter reads the reply and says whether it will
 * do. Each county goes a way of its own.
 */
class IntakeJourneyTest extends IntakeJourney {
  @Test
  void noViolationIsFoundAndTheOneWhoVerifiedReplies() {
    Made county = like("530426");
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
          act(page, "受理投诉举报");
          act(page, "核实", found("未发现违法行为", "现场查看：商户物品均在店内，未占道。"));
          answer(page, "经现场核查，未发现占道经营。");
          picture(page, "intake-530426-replied");
          inEnglish(page, "Responsibility", "intake-530426-replied-in-English");
        });

    reportIsAnswered(county, "530426", code, "经现场核查，未发现占道经营。");
  }

  @Test
  void aCaseIsOpenedAndItsStepsAreDoneInOrder() {
    Made county = like("350602");
    String code = reported(county, "350602", true);

    as(
        county,
        "t1.officer",
        page -> {
          openFirst(page);
          act(page, "受理投诉举报");
          button(page, "查看联系方式").click();
          page.getByText("13800000000").first().waitFor();
          act(page, "核实", found("有违法行为", "现场查看：占道堆放约十平方米，已拍照。"));
          act(page, "立案");
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
    Made county = like("320723");
    String code = reported(county, "320723", false);

    as(
        county,
        "t1.team.officer",
        page -> {
          openFirst(page);
          act(page, "受理投诉举报");
          act(page, "核实", found("有违法行为", "现场查看：夜间施工，无许可。"));
          act(page, "立案");
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
    Made county = like("140602");
    String[] complaint = new String[1];

    as(
        county,
        "d1.clerk",
        page -> {
          Locator form = call(page, county, "沿街商户占道经营", "张某", "13900000000");
          upload(form, "情况说明", "基本违法事实");
          picture(page, "intake-140602-form");
          complaint[0] = register(page);
          act(
              page,
              "核实",
              dialog -> {
                found("应由他方处理", "占道经营属乡镇（街道）职权。").accept(dialog);
                choose(dialog, "应由谁处理", body(county, "t1.clerk"));
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
          act(page, "受理投诉举报");
          act(page, "核实", found("未发现违法行为", "傍晚两次巡查，商户已入店经营。"));
          act(page, "答复", dialog -> dialog.locator("textarea[name=text]").fill("经两次巡查，商户已入店经营。"));
          // and the department that told them of it learns the result: only then is it complete
          act(page, "反馈告知单位");
          page.getByText("已结束").first().waitFor();
          picture(page, "intake-140602-replied");
        });
  }

  @Test
  void whoCannotBeReachedIsTriedAndTheAttemptsStandInPlaceOfTheReply() {
    Made county = like("310120");
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
          act(page, "受理投诉举报");
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

  @Test
  void aReportReachesTheTownshipThatRepliesToIt() {
    Made county = like("140602");
    String code = reported(county, "140602", true);

    as(
        county,
        "t1.team.officer",
        page -> {
          openFirst(page);
          says(page, "现由谁负责：", "由谁答复", body(county, "t1.clerk"));
          act(page, "受理投诉举报");
          act(page, "核实", found("未发现违法行为", "傍晚两次巡查，商户已入店经营。"));
          answer(page, "经两次巡查，商户已入店经营。");
        });

    reportIsAnswered(county, "140602", code, "经两次巡查，商户已入店经营。");
  }
}
