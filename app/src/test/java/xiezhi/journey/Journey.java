package xiezhi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testcounty.TestCounties.Person;
import xiezhi.testing.ServerTest;

/**
 * A story in a real browser, told beside the other tests, for much of it is waiting. A picture of
 * where it failed is left in {@code target/journey}; with {@code -Dxiezhi.pictures=true}, so are
 * its stations in both languages and both sizes.
 */
@ServerTest
@Execution(ExecutionMode.CONCURRENT)
abstract class Journey {
  static final int DESK = 1440;
  static final int PHONE = 390;
  private static final Path PICTURES = Path.of("target/journey");

  @LocalServerPort private int port;
  @Autowired private TestCounties counties;

  /** By what the server knows each person once they have signed in, by login. */
  private final Map<String, List<Cookie>> signedIn = new HashMap<>();

  @BeforeAll
  static void thereIsABrowser() throws Exception {
    // continuous integration installs one (.ci/run): there, its absence is a failure
    assumeTrue(
        Chromium.program().isPresent() || System.getenv("CI") != null,
        "no Chromium on this machine: the browser journey is left out");
    Files.createDirectories(PICTURES);
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

  private static void on(Page page, Consumer<Page> work) {
    try {
      work.accept(page);
    } catch (RuntimeException | AssertionError e) {
      try {
        take(page, "failed" + page.url().replaceAll("^.*://[^/]*|[^a-z]+", "-"));
      } catch (RuntimeException again) {
        e.addSuppressed(again);
      }
      throw e;
    } finally {
      page.close();
    }
  }

  final void as(Made county, String key, Consumer<Page> work) {
    as(person(county, key), work);
  }

  /** Signs in as that person, and does the work at a desk of their own. */
  final void as(Person person, Consumer<Page> work) {
    List<Cookie> before = signedIn.getOrDefault(person.login(), List.of());
    on(
        Chromium.open().atDesk(url(""), before),
        page -> {
          page.navigate(url(before.isEmpty() ? "/sign-in" : "/workbench"));
          if (before.isEmpty()) {
            page.locator("input[name=login]").fill(person.login());
            page.locator("input[name=password]").fill(person.password());
            page.locator("form button[type=submit]").first().click();
            page.waitForURL("**/workbench");
            signedIn.put(person.login(), page.context().cookies());
          }
          heading(page, "工作台");
          work.accept(page);
        });
  }

  /** Somebody with a phone, who has no account and gives nobody their position. */
  final void onPhone(Consumer<Page> work) {
    on(Chromium.open().onPhone(url("")), work);
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

  /** The same page at desk and phone size, if pictures are wanted. */
  static void picture(Page page, String name) {
    if (areWanted()) {
      page.waitForTimeout(300);
      take(page, name + "-desk");
      page.setViewportSize(PHONE, 844);
      take(page, name + "-phone");
      page.setViewportSize(DESK, 900);
    }
  }

  /** The page as it is, if pictures are wanted. */
  static void shoot(Page page, String name) {
    if (areWanted()) {
      take(page, name);
    }
  }

  private static boolean areWanted() {
    return Boolean.getBoolean("xiezhi.pictures");
  }

  private static void take(Page page, String name) {
    // what sticks to an edge belongs there, not where somebody had scrolled to
    page.evaluate("scrollTo(0, 0)");
    page.waitForTimeout(150);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }
}
