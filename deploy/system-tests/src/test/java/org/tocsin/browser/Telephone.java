package org.tocsin.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tocsin.stories.Tools;

/** A browser as narrow as a telephone, without script. */
final class Telephone implements AutoCloseable {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 740;

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;

    private Telephone(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
        this.page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(WIDTH, HEIGHT).setJavaScriptEnabled(false));
    }

    static Telephone start() {
        var chromium = Tools.need("chromium", "browser");
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox"))); // builds run as root
        return new Telephone(playwright, browser);
    }

    Page open(String address) {
        page.navigate(address);
        return page;
    }

    Page page() {
        return page;
    }

    boolean scrollsSideways() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** Kept with the build, for people to look at. */
    void photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
