package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static xiezhi.journey.Screens.act;
import static xiezhi.journey.Screens.button;
import static xiezhi.journey.Screens.choose;
import static xiezhi.journey.Screens.day;
import static xiezhi.journey.Screens.inEnglish;
import static xiezhi.journey.Screens.says;
import static xiezhi.journey.Screens.write;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import xiezhi.testcounty.TestCounties.Made;

/** What a device saw is a lead that a person confirms or dismisses, never a case by itself. */
class DeviceJourneyTest extends Journey {
  private static final String KIND = "秸秆焚烧";

  @Test
  void whatADeviceSawIsConfirmedByAPerson() {
    Made county = like("530426");
    String[] key = new String[1];
    as(
        county,
        "gov.administrator",
        page -> {
          open(page, "/devices", "设备");
          act(
              page,
              "登记设备",
              dialog -> {
                write(dialog, "name", "人民路口摄像头");
                write(dialog, "maker", "某设备厂");
                write(dialog, "serial", "SN-0001");
                choose(dialog, "使用单位", body(county, "t1.team.officer"));
                choose(dialog, "乡镇（街道）", body(county, "t1.clerk").replaceFirst("(人民政府|办事处)$", ""));
                write(dialog, "place", "人民路口");
                write(dialog, "lng", "102.40");
                write(dialog, "lat", "24.17");
              });
          says(page, "没有检定", "没有密钥");
          act(
              page,
              "登记检定",
              dialog -> {
                write(dialog, "certificate", "检字2026-17号");
                day(dialog, "检定日期", "2026-01-10");
                day(dialog, "有效期至", "2099-01-09");
              });
          button(page, "发放密钥").click();
          says(page, "只显示这一次");
          key[0] = page.locator(".key").innerText().strip();
          page.getByRole(AriaRole.DIALOG)
              .getByRole(AriaRole.BUTTON)
              .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("关闭"))
              .last()
              .click();
          picture(page, "device-1-devices");
          sees(page, "wrong key", 401);
          sees(page, key[0], 201);
          sees(page, key[0], 201);
        });
    as(
        county,
        "t1.team.officer",
        page -> {
          open(page, "/device-leads", "设备线索");
          page.getByText(KIND).first().click();
          page.waitForURL(Pattern.compile("/device-leads/[0-9a-f-]{36}$"));
          // both events of one scene, with the papers of that moment
          says(page, "设备记录（2）", "当时的检定：检字2026-17号", "未经审核");
          assertThat(page.locator(".events img").count()).isEqualTo(2);
          picture(page, "device-2-lead");
          inEnglish(page, "Recorded (2)", "device-2-lead-in-English");
          page.getByText("中文").first().click();
          act(page, "确认", dialog -> write(dialog, "note", "现场有明火，属实。"));
          says(page, "已确认", "现场有明火，属实。");
          picture(page, "device-3-confirmed");
          page.getByText("查看事项").first().click();
          page.waitForURL(Pattern.compile("/matters/[0-9a-f-]{36}$"));
          // a lead like any other from here on: whose it is is for a person to judge
          button(page, "认定管辖").waitFor();
          says(page, "设备感知");
          picture(page, "device-4-matter");
        });
    as(county, "t2.team.officer", page -> findsNothing(page, "/device-leads", KIND));
  }

  /** The device posts what it saw, with its key. */
  private void sees(Page page, String key, int status) {
    APIResponse answer =
        page.request()
            .post(
                url("/api/device-events"),
                RequestOptions.create()
                    .setHeader("Authorization", "Bearer " + key)
                    .setMultipart(
                        FormData.create()
                            .set("kind", KIND)
                            .set("at", Instant.now().minusSeconds(60).toString())
                            .set("confidence", "0.87")
                            .set(
                                "picture",
                                new FilePayload("scene.jpg", "image/jpeg", Screens.picture()))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }
}
