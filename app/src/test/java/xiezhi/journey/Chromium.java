package xiezhi.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The browser of a thread that tells stories, with a desk and a phone. Opening it, and fetching and
 * compiling the platform's own files, takes longer than many a story; so it stays open, and whoever
 * sits down finds those files and nothing else of whoever sat there before.
 */
final class Chromium {
  private static final String REMEMBERED =
      "cookies,local_storage,indexeddb,cache_storage,service_workers";

  private static final ThreadLocal<@Nullable Chromium> OPENED = new ThreadLocal<>();

  private final Browser browser;
  private final BrowserContext desk;
  private final BrowserContext phone;

  private Chromium(Browser browser) {
    this.browser = browser;
    this.desk = browser.newContext(here().setViewportSize(Journey.DESK, 900));
    this.phone =
        browser.newContext(
            here().setViewportSize(Journey.PHONE, 844).setIsMobile(true).setHasTouch(true));
    for (BrowserContext context : browser.contexts()) {
      context.setDefaultTimeout(Integer.getInteger("xiezhi.journey.timeout", 60_000));
    }
  }

  /** Where it is on this machine, if it is. */
  static Optional<Path> program() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium open() {
    Chromium before = OPENED.get();
    if (before != null && before.browser.isConnected()) {
      return before;
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    Chromium now =
        new Chromium(
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(program().orElseThrow())
                        .setArgs(
                            List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"))));
    OPENED.set(now);
    return now;
  }

  private static Browser.NewContextOptions here() {
    return new Browser.NewContextOptions().setLocale("zh-CN").setTimezoneId("Asia/Shanghai");
  }

  /** An empty page at the desk, for whom that server knows by these. */
  Page atDesk(String server, List<Cookie> known) {
    return fresh(desk, server, known);
  }

  /** An empty page on the phone of somebody who gives nobody their position. */
  Page onPhone(String server) {
    return fresh(phone, server, List.of());
  }

  private static Page fresh(BrowserContext context, String server, List<Cookie> known) {
    context.setOffline(false);
    context.clearCookies();
    Page page = context.newPage();
    JsonObject all = new JsonObject();
    all.addProperty("origin", server);
    all.addProperty("storageTypes", REMEMBERED);
    CDPSession session = context.newCDPSession(page);
    session.send("Storage.clearDataForOrigin", all);
    session.detach();
    context.addCookies(known);
    return page;
  }
}
