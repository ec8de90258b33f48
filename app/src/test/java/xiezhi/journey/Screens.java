package xiezhi.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** How the screens are worked: what a person presses and fills in again and again. */
final class Screens {
  private static final String ID = "[0-9a-f-]{36}$";

  private Screens() {}

  // ------------------------------------------------------------------ acts

  /**
   * Presses the button, fills in what its dialog asks for, and presses the dialog's button of the
   * same name.
   */
  static void act(Page page, String name, Consumer<Locator> fill) {
    button(page, name).click();
    Locator dialog =
        page.getByRole(AriaRole.DIALOG).filter(new Locator.FilterOptions().setHasText(name));
    fill.accept(dialog);
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .last()
        .click();
    dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  static void act(Page page, String name) {
    act(page, name, _ -> {});
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  /** Presses what cannot be done now, and answers what the screen says of why. */
  static String refused(Page page, String act) {
    page.locator(".action-bar").first().waitFor();
    Locator button =
        page.locator(".action-bar button.refused")
            .filter(new Locator.FilterOptions().setHasText(act))
            .first();
    Locator fold = page.locator(".action-bar .fold").first();
    button.or(fold).first().waitFor();
    if (!button.isVisible()) {
      fold.click();
    }
    button.click();
    Locator dialog =
        page.getByRole(AriaRole.DIALOG)
            .filter(new Locator.FilterOptions().setHasText("为何不能“" + act + "”"));
    String said = dialog.innerText();
    page.keyboard().press("Escape");
    dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    return said;
  }

  /** Fills in the form of a page, presses its button, and answers the address it leads to. */
  static String begin(Page page, String button, String leadsTo) {
    button(page, button).click();
    page.waitForURL(Pattern.compile(leadsTo + "/" + ID));
    return page.url();
  }

  static void says(Page page, String... texts) {
    for (String text : texts) {
      page.getByText(text).first().waitFor();
    }
  }

  // ------------------------------------------------------------------ fields

  static Locator field(Locator form, String label) {
    return form.locator(".el-form-item")
        .filter(new Locator.FilterOptions().setHasText(label))
        .first();
  }

  static void choose(Locator form, String label, String option) {
    choose(form, label, new Page.GetByRoleOptions().setName(option).setExact(true));
  }

  static void choose(Locator form, String label, Pattern option) {
    choose(form, label, new Page.GetByRoleOptions().setName(option));
  }

  private static void choose(Locator form, String label, Page.GetByRoleOptions option) {
    pick(
        field(form, label).locator(".el-select").first(),
        form.page().getByRole(AriaRole.OPTION, option).first());
  }

  /**
   * Opens a list and takes one of it; opens it again if it closed because the page grew under it.
   */
  private static void pick(Locator list, Locator option) {
    for (int tries = 1; ; tries++) {
      list.click();
      try {
        option.click(new Locator.ClickOptions().setTimeout(5_000));
        return;
      } catch (TimeoutError e) {
        if (tries == 6) {
          throw e;
        }
      }
    }
  }

  /** From a list of which several may be chosen, and which stays open meanwhile. */
  static void chooseSeveral(Locator form, String label, String... options) {
    field(form, label).locator(".el-select").first().click();
    for (String option : options) {
      form.page()
          .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
          .first()
          .click();
    }
    form.page().keyboard().press("Escape");
  }

  static void tick(Locator form, String label) {
    form.getByText(label, new Locator.GetByTextOptions().setExact(true)).first().click();
  }

  static void write(Locator form, String name, String words) {
    form.locator("[name='" + name + "']").first().fill(words);
  }

  static void day(Locator form, String label, String day) {
    Locator input = field(form, label).locator("input");
    input.fill(day);
    input.press("Enter");
  }

  /** Uploads a file, and says of which kind it is. */
  static void upload(Locator form, String name, String kind) {
    form.locator("input[type=file]").first().setInputFiles(file(name));
    Locator row =
        form.locator(".drop-area li")
            .filter(new Locator.FilterOptions().setHasText(name + ".txt"))
            .first();
    if (!kind.isEmpty()) {
      pick(
          row.locator(".el-select"),
          form.page()
              .getByRole(
                  AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile(kind)))
              .last());
    }
    row.waitFor();
  }

  static FilePayload file(String name) {
    return new FilePayload(
        name + ".txt",
        "text/plain",
        (name + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
  }

  /** A photograph, such as a phone or a camera at a crossing takes. */
  static byte[] picture() {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, new Color(0x9db7c9), 0, 480, new Color(0x6f6a5c)));
    pen.fillRect(0, 0, 640, 480);
    pen.setColor(new Color(0xb5301f));
    pen.fillRect(120, 250, 180, 120);
    pen.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ------------------------------------------------------------------ leads and transfers

  /** Registers a lead and answers the address of its matter. */
  static String lead(Page page, String origin, String subject) {
    page.navigate(origin + "/leads/new");
    Locator form = page.locator("main");
    write(form, "subject", subject);
    write(form, "facts", subject + "，现场检查发现。");
    choose(form, "乡镇（街道）", Pattern.compile("\\S"));
    write(form, "address", "人民路12号");
    page.locator(".submit button[type=submit]").click();
    page.waitForURL(Pattern.compile("/matters/" + ID));
    return page.url();
  }

  /** On the page of a matter that was judged not ours: prepares its transfer with all it needs. */
  static String prepareTransfer(Page page, String matter) {
    return prepareTransfer(page, matter, () -> {});
  }

  /**
   * @param look at the form before it is kept
   */
  static String prepareTransfer(Page page, String matter, Runnable look) {
    page.navigate(matter + "/transfers/new");
    Locator form = page.locator("main");
    for (String kind : List.of("基本违法事实", "案源材料", "初步证")) {
      upload(form, kind, kind);
    }
    look.run();
    return begin(page, "保存", "/transfers");
  }

  // ------------------------------------------------------------------ finding what came

  /** Finds it unread in the inbox, opens it, and comes to its page. */
  static void openLetter(Page page, String origin, String title) {
    page.navigate(origin + "/letters?unread=true");
    letter(page, title).locator(".title a").click();
    Journey.heading(page, title);
  }

  static Locator letter(Page page, String title) {
    return page.locator("li.unread").filter(new Locator.FilterOptions().setHasText(title)).first();
  }

  /** Opens the page to which a notification leads. */
  static void openNotification(Page page, String origin, String says) {
    page.navigate(origin + "/notifications");
    page.locator("li.unread button")
        .filter(new Locator.FilterOptions().setHasText(says))
        .first()
        .click();
    page.waitForURL(Pattern.compile(ID));
  }

  // ------------------------------------------------------------------ English

  static void english(Page page) {
    page.getByText("English", new Page.GetByTextOptions().setExact(true)).first().click();
  }

  /** The same page as an English reader sees it, at both sizes. */
  static void inEnglish(Page page, String says, String picture) {
    Locator other = page.getByText("English", new Page.GetByTextOptions().setExact(true));
    other.or(page.getByText("中文", new Page.GetByTextOptions().setExact(true))).first().waitFor();
    if (other.first().isVisible()) {
      other.first().click();
    }
    page.getByText(says).first().waitFor();
    Journey.picture(page, picture);
  }
}
