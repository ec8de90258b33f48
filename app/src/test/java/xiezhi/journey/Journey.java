package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties;
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
  @Autowired private TestCounties counties;

  /** What the browser of each person keeps once they have signed in, by login. */
  private final Map<String, String> signedIn = new HashMap<>();

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

  // ------------------------------------------------------------------ who and where

  /** A fresh county like one of the five. */
  final Made like(String base) {
    return counties.make(TestCounties.Wanted.like(base));
  }

  /** Somebody more, in the first body so called: the police, the organ of discipline. */
  final Person seat(Made county, String key, String named, Role role) {
    return counties.seat(county, key, named, role);
  }

  static Person person(Made county, String key) {
    return county.people().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
  }

  /** The name of the body where that person sits. */
  static String body(Made county, String key) {
    return person(county, key).bodyName();
  }

  final String url(String path) {
    return path.startsWith("http") ? path : "http://localhost:" + port + path;
  }

  private static Browser.NewContextOptions here() {
    return new Browser.NewContextOptions().setLocale("zh-CN").setTimezoneId("Asia/Shanghai");
  }

  private static void in(BrowserContext context, Consumer<Page> work) {
    context.setDefaultTimeout(Integer.getInteger("xiezhi.journey.timeout", 60_000));
    Page page = context.newPage();
    try {
      work.accept(page);
    } catch (RuntimeException | AssertionError e) {
      try {
        shoot(page, "failed" + page.url().replaceAll("^.*://[^/]*|[^a-z]+", "-"));
      } catch (RuntimeException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  final void as(Made county, String key, Consumer<Page> work) {
    as(person(county, key), work);
  }

  /** Signs in as that person, and does the work at a desk of their own. */
  final void as(Person person, Consumer<Page> work) {
    Browser.NewContextOptions options = here().setViewportSize(DESK, 900);
    String before = signedIn.get(person.login());
    if (before != null) {
      options.setStorageState(before);
    }
    try (var context = browser.newContext(options)) {
      in(
          context,
          page -> {
            page.navigate(url(before == null ? "/sign-in" : "/workbench"));
            if (before == null) {
              page.locator("input[name=login]").fill(person.login());
              page.locator("input[name=password]").fill(person.password());
              page.locator("form button[type=submit]").first().click();
              page.waitForURL("**/workbench");
              signedIn.put(person.login(), context.storageState());
            }
            heading(page, "工作台");
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

  /** Opens a page that is begun by its heading. */
  final void open(Page page, String path, String heading) {
    page.navigate(url(path));
    heading(page, heading);
  }

  static void heading(Page page, String says) {
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(says)).first().waitFor();
  }

  // ------------------------------------------------------------------ what is not theirs

  /** Whoever asks for it by its address is told that there is nothing, and reads none of it. */
  final void getsNothing(Page page, String address, String... secrets) {
    page.navigate(url(address));
    page.getByText("您无权查看").or(page.getByText("没有这件事")).first().waitFor();
    assertThat(page.locator("#main").innerText()).doesNotContain(secrets);
  }

  /** Nothing of it stands in a list of theirs. */
  final void findsNothing(Page page, String list, String... secrets) {
    page.navigate(url(list));
    page.locator(".empty, li.unread, table.grid tbody tr").first().waitFor();
    assertThat(page.locator("#main").innerText()).doesNotContain(secrets);
  }

  // ------------------------------------------------------------------ pictures

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
}
