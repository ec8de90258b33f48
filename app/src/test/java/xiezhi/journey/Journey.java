package xiezhi.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testcounty.TestCounties.Person;
import xiezhi.testing.ServerTest;

/**
 * A story in a real browser. Pictures of its stations, in both languages and both sizes, are left
 * in {@code target/journey}.
 */
@ServerTest
abstract class Journey {
  static final int DESK = 1440;
  static final int PHONE = 390;
  private static final Path PICTURES = Path.of("target/journey");

  private static Playwright playwright;
  private static Browser browser;

  @LocalServerPort private int port;

  @BeforeAll
  static void openBrowser() throws Exception {
    Optional<Path> chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    // continuous integration installs one (.ci/run): there, its absence is a failure
    assumeTrue(
        chromium.isPresent() || System.getenv("CI") != null,
        "no Chromium on this machine: the browser journey is left out");
    Files.createDirectories(PICTURES);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void closeBrowser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  private static Browser.NewContextOptions here() {
    return new Browser.NewContextOptions().setLocale("zh-CN").setTimezoneId("Asia/Shanghai");
  }

  private static void in(BrowserContext context, Consumer<Page> work) {
    context.setDefaultTimeout(60_000);
    Page page = context.newPage();
    try {
      work.accept(page);
    } catch (RuntimeException | AssertionError e) {
      shoot(page, "failed");
      throw e;
    }
  }

  /** Signs in as that person of the county, and does the work at a desk of their own. */
  final void as(Made county, String key, Consumer<Page> work) {
    Person person = person(county, key);
    try (var context = browser.newContext(here().setViewportSize(DESK, 900))) {
      in(
          context,
          page -> {
            page.navigate(url("/sign-in"));
            page.locator("input[name=login]").fill(person.login());
            page.locator("input[name=password]").fill(person.password());
            page.locator("form button[type=submit]").first().click();
            page.waitForURL("**/workbench");
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("工作台")).waitFor();
            work.accept(page);
          });
    }
  }

  /** Somebody with a phone, who has no account and gives nobody their position. */
  final void onPhone(Consumer<Page> work) {
    try (var context =
        browser.newContext(
            here().setViewportSize(PHONE, 844).setIsMobile(true).setHasTouch(true))) {
      in(context, work);
    }
  }

  static Person person(Made county, String key) {
    return county.people().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
  }

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

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  /** The same page at desk and phone size. */
  static void picture(Page page, String name) {
    page.waitForTimeout(300);
    shoot(page, name + "-desk");
    page.setViewportSize(PHONE, 844);
    shoot(page, name + "-phone");
    page.setViewportSize(DESK, 900);
  }

  static void shoot(Page page, String name) {
    // what sticks to an edge belongs there, not where somebody had scrolled to
    page.evaluate("scrollTo(0, 0)");
    page.waitForTimeout(150);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  final String url(String path) {
    return "http://localhost:" + port + path;
  }
}
