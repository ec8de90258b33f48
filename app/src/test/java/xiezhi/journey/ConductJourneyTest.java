package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.journey.Screens.act;
import static xiezhi.journey.Screens.button;
import static xiezhi.journey.Screens.choose;
import static xiezhi.journey.Screens.english;
import static xiezhi.journey.Screens.inEnglish;
import static xiezhi.journey.Screens.openNotification;
import static xiezhi.journey.Screens.says;
import static xiezhi.journey.Screens.write;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testcounty.TestCounties.Person;

/**
 * Somebody complains of an officer's conduct on a phone: only the supervising body learns of it,
 * the one complained of does not handle it, and the complainant reads the reply by code.
 */
class ConductJourneyTest extends Journey {
  private static final String TOLD = "执法人员没有出示证件，态度粗暴。";

  @Test
  void aComplaintAboutConductIsHandledApart() {
    Made county = like("320723");
    Person concerned = seat(county, "judicial.one", "司法行政部门", Role.SUPERVISOR);
    Person handler = seat(county, "judicial.two", "司法行政部门", Role.SUPERVISOR);
    String[] complaint = new String[1];
    String code = complained(county, concerned.name());

    for (String other : List.of("gov.coordinator", "t1.clerk", "d1.clerk")) {
      as(
          county,
          other,
          page -> {
            assertThat(page.locator(".shell-side").getByText("对执法行为的投诉").count())
                .as("%s in the menu", other)
                .isZero();
            findsNothing(page, "/conduct-complaints", code);
          });
    }
    as(
        handler,
        page -> {
          openNotification(page, url(""), "投诉");
          complaint[0] = page.url();
          says(page, TOLD, concerned.name());
          assertThat(named(page, concerned.name())).contains("GY-075");
          act(page, "指定承办人", dialog -> choose(dialog, "承办人", handler.name()));
          says(page, "处理中");
          picture(page, "conduct-3-assigned");
          act(page, "答复投诉人", dialog -> write(dialog, "text", "已核查，对当事队员批评教育。"));
          says(page, "已答复");
          picture(page, "conduct-4-replied");
          inEnglish(page, "Replied", "conduct-4-replied-in-English");
        });
    as(county, "gov.supervisor", page -> getsNothing(page, complaint[0], TOLD));
    onPhone(
        page -> {
          page.navigate(url("/conduct?follow=1"));
          write(page.locator("main"), "code", code);
          button(page, "查看").click();
          says(page, "已核查，对当事队员批评教育。", "由 " + handler.bodyName() + " 处理");
          button(page, "不满意").click();
          write(page.locator("main"), "words", "希望书面道歉。");
          button(page, "提交评价").click();
          says(page, "您的评价：不满意");
          shoot(page, "conduct-5-rated-phone");
          english(page);
          says(page, "You were not satisfied");
          shoot(page, "conduct-5-rated-in-English-phone");
        });
    as(
        handler,
        page -> {
          page.navigate(complaint[0]);
          says(page, "不满意", "希望书面道歉。");
        });
  }

  private String complained(Made county, String officer) {
    String[] code = new String[1];
    onPhone(
        page -> {
          page.navigate(url("/conduct?county=" + county.code()));
          says(page, "被投诉的人和所在单位的其他人看不到");
          Locator form = page.locator("main");
          button(page, "提交投诉").click();
          says(page, "请写几句看到的情况。", "请选一种。");
          shoot(page, "conduct-1-lacking-phone");
          write(form, "description", TOLD);
          write(form, "body", "县司法行政部门");
          write(form, "officer", officer);
          write(form, "when", "昨天上午，人民路");
          page.getByText("匿名", new Page.GetByTextOptions().setExact(true)).click();
          shoot(page, "conduct-1-form-phone");
          button(page, "提交投诉").click();
          code[0] = page.locator("[data-code]").innerText().strip();
          says(page, "已收到您的投诉");
          shoot(page, "conduct-2-receipt-phone");
        });
    assertThat(code[0]).startsWith(county.code() + "-");
    return code[0];
  }

  /** Tries to name that person to handle it, and answers what is said. */
  private static String named(Page page, String name) {
    button(page, "指定承办人").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    choose(dialog, "承办人", name);
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("指定承办人").setExact(true))
        .last()
        .click();
    Locator notice = dialog.getByRole(AriaRole.ALERT).first();
    notice.waitFor();
    String said = notice.innerText();
    picture(page, "conduct-3-not-the-one-complained-of");
    page.onceDialog(com.microsoft.playwright.Dialog::accept);
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("取消").setExact(true))
        .click();
    return said;
  }
}
