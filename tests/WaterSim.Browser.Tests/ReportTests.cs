using System.Globalization;
using Microsoft.Playwright;

namespace WaterSim.Browser.Tests;

/// <summary>Reports as a reader has them: in a browser, by mouse, keyboard and finger.</summary>
public sealed class ReportTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Pointing_at_a_village_shows_its_figures()
    {
        await using var open = await browser.Open(browser.Day);
        var circle = open.Page.Locator("#map-places circle[data-i='20']");
        await circle.HoverAsync();

        await Assertions.Expect(open.Page.Locator("#map-tip")).ToBeVisibleAsync();
        var name = await open.Page.Locator("#map-tip b").InnerTextAsync();
        Assert.Matches("^.+ village [0-9]+$", name);
        Assert.Matches(@"Lowest pressure: [0-9]+\.[0-9] m", await open.Page.Locator("#map-tip").InnerTextAsync());
        await circle.ClickAsync();
        await Assertions.Expect(open.Page.Locator("#map-card h3")).ToHaveTextAsync(name);
        await Assertions.Expect(open.Page.Locator("#map-card dl")).ToContainTextAsync("Cost to serve");
    }

    [Fact]
    public async Task The_slider_goes_through_the_day_and_changes_colours_and_legend()
    {
        await using var open = await browser.Open(browser.Day);
        await open.Page.SelectOptionAsync("#map-quantity", new SelectOptionValue { Label = "Pressure through the day" });
        var before = await Colours(open.Page);
        await Set(open.Page, "#map-time", 76);

        await Assertions.Expect(open.Page.Locator("#map-clock")).ToHaveTextAsync("19:00");
        Assert.NotEqual(before, await Colours(open.Page));
        var people = await open.Page.Locator("#map-legend td:last-child").AllInnerTextsAsync();
        Assert.Equal(435_000, people.Sum(p => int.Parse(p, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Play_moves_time_on_and_stops_when_asked()
    {
        await using var open = await browser.Open(browser.Year);
        await open.Page.SelectOptionAsync("#map-quantity", new SelectOptionValue { Label = "Need not met, day by day" });
        await open.Page.ClickAsync("#map-play");
        await Assertions.Expect(open.Page.Locator("#map-clock")).Not.ToHaveTextAsync("2026-01-01");
        await open.Page.ClickAsync("#map-play");
        var at = await open.Page.Locator("#map-clock").InnerTextAsync();
        await open.Page.WaitForTimeoutAsync(500);
        await Assertions.Expect(open.Page.Locator("#map-clock")).ToHaveTextAsync(at);
    }

    [Fact]
    public async Task What_the_script_colours_is_what_was_coloured_without_it()
    {
        await using var open = await browser.Open(browser.Year);
        var scripted = await Colours(open.Page);
        var written = await open.Page.EvaluateAsync<string[]>(
            """
            text => [...new DOMParser().parseFromString(text, "text/html").querySelectorAll("#map-places circle")].map(c => c.getAttribute("fill"))
            """,
            await File.ReadAllTextAsync(browser.Year, TestContext.Current.CancellationToken));
        Assert.Equal(scripted, written);
        Assert.True(scripted.Distinct().Count() > 2);
    }

    [Fact]
    public async Task The_map_is_zoomed_and_moved_by_wheel_mouse_and_keyboard()
    {
        await using var open = await browser.Open(browser.Day);
        var view = open.Page.Locator("#map-view");
        await open.Page.Locator("#map-svg").HoverAsync();
        await open.Page.Mouse.WheelAsync(0, -400);
        await Assertions.Expect(view).Not.ToHaveAttributeAsync("transform", "translate(0 0) scale(1)");
        var wheeled = await view.GetAttributeAsync("transform");
        await open.Page.FocusAsync("#map-svg");
        await open.Page.Keyboard.PressAsync("ArrowRight");
        Assert.NotEqual(wheeled, await view.GetAttributeAsync("transform"));
        await open.Page.Keyboard.PressAsync("0");
        await Assertions.Expect(view).ToHaveAttributeAsync("transform", "translate(0 0) scale(1)");

        await open.Page.ClickAsync("#zoom-in");
        var box = (await open.Page.Locator("#map-svg").BoundingBoxAsync())!;
        var zoomed = await view.GetAttributeAsync("transform");
        await open.Page.Mouse.MoveAsync(box.X + 40, box.Y + 40);
        await open.Page.Mouse.DownAsync();
        await open.Page.Mouse.MoveAsync(box.X + 140, box.Y + 90, new MouseMoveOptions { Steps = 4 });
        await open.Page.Mouse.UpAsync();
        Assert.NotEqual(zoomed, await view.GetAttributeAsync("transform"));
    }

    [Fact]
    public async Task Villages_are_reached_by_keyboard()
    {
        await using var open = await browser.Open(browser.Day);
        await open.Page.FocusAsync("#map-places circle[tabindex='0']");
        var first = await open.Page.Locator("#map-card h3").InnerTextAsync();
        await open.Page.Keyboard.PressAsync("ArrowUp");
        var second = await open.Page.Locator("#map-card h3").InnerTextAsync();

        Assert.Equal("Zhuquan town", first);
        Assert.NotEqual(first, second);
        Assert.Equal(1, await open.Page.Locator("#map-places circle[tabindex='0']").CountAsync());
    }

    [Fact]
    public async Task Tables_are_sorted_by_their_headings_and_filtered_by_words()
    {
        await using var open = await browser.Open(browser.Day);
        var table = open.Page.Locator("#communities-table");
        await table.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "People" }).ClickAsync();
        Assert.Equal(["80,000", "11,000", "11,000"], (await table.Locator("tbody td:nth-child(4)").AllInnerTextsAsync()).Take(3));
        await table.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "People" }).ClickAsync();
        await Assertions.Expect(table.Locator("thead th").Nth(3)).ToHaveAttributeAsync("aria-sort", "ascending");
        Assert.True(int.Parse((await table.Locator("tbody td:nth-child(4)").AllInnerTextsAsync())[0], CultureInfo.InvariantCulture) < 800);

        await open.Page.FillAsync("#communities-table-filter", "puman village 09");
        await Assertions.Expect(table.Locator("tbody tr:visible")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Names_that_look_like_markup_are_shown_and_run_nothing()
    {
        await using var open = await browser.Open(browser.Hostile);
        Assert.Contains("<script>alert(1)</script>", await open.Page.Locator("#communities-table").InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("</title><script>alert(0)</script>");
        foreach (var i in new[] { 0, 1, 4, 5, 9 })
        {
            await open.Page.SelectOptionAsync("#map-find", i.ToString(CultureInfo.InvariantCulture));
            await Assertions.Expect(open.Page.Locator("#map-tip b")).ToContainTextAsync("c" + i.ToString(CultureInfo.InvariantCulture));
        }

        await open.Page.Locator("#figures rect").First.ClickAsync();
        Assert.Equal(0, await open.Page.Locator("img, iframe, main script:not([type])").CountAsync());
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task No_page_is_wider_than_its_window(int width)
    {
        foreach (var file in new[] { browser.Day, browser.DayInChinese, browser.Hostile, browser.Year })
        {
            await using var open = await browser.Open(file, width);
            Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [Theory]
    [InlineData(390, Media.Screen, 8)]
    [InlineData(720, Media.Print, 9)]
    [InlineData(1280, Media.Screen, 14)]
    public async Task No_name_on_the_map_lies_on_another(int width, Media media, int fewest)
    {
        await using var open = await browser.Open(browser.Day, width);
        await open.Page.EmulateMediaAsync(new() { Media = media });
        await open.Page.EvaluateAsync("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var (shown, overlaps) = await Names(open.Page);

        Assert.Equal("", overlaps);
        Assert.True(shown >= fewest, $"{shown} names");

        static async Task<(int Shown, string Overlaps)> Names(IPage page)
        {
            var told = await page.EvaluateAsync<string[]>(
                """
                () => {
                  const names = [...document.querySelectorAll("#map-svg .label text")]
                    .filter((n) => getComputedStyle(n).visibility !== "hidden").map((n) => ({ text: n.textContent, box: n.getBoundingClientRect() }))
                    .filter((n) => n.box.width > 0);
                  const overlap = (a, b) => a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top + 1 && b.bottom > a.top + 1;
                  const pairs = names.flatMap((a, i) => names.slice(i + 1).filter((b) => overlap(a.box, b.box)).map((b) => `${a.text} on ${b.text}`));
                  return [String(names.length), pairs.join(", ")];
                }
                """);
            return (int.Parse(told[0], CultureInfo.InvariantCulture), told[1]);
        }
    }

    [Fact]
    public async Task In_Chinese_the_page_says_so_and_its_map_is_Chinese()
    {
        await using var open = await browser.Open(browser.DayInChinese);
        await Assertions.Expect(open.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        await Assertions.Expect(open.Page.Locator("#summary h2")).ToHaveTextAsync("摘要");
        await open.Page.Locator("#map-places circle[data-i='0']").HoverAsync();
        await Assertions.Expect(open.Page.Locator("#map-tip b")).ToHaveTextAsync("珠泉镇区");
    }

    [Fact]
    public async Task A_finger_that_taps_a_village_gets_its_figures()
    {
        await using var open = await browser.Open(browser.Day, 390, 844);
        var circle = open.Page.Locator("#map-places circle[data-i='0']");
        await circle.ScrollIntoViewIfNeededAsync();
        await circle.DispatchEventAsync("click");
        await Assertions.Expect(open.Page.Locator("#map-card h3")).ToHaveTextAsync("Zhuquan town");
        await Assertions.Expect(open.Page.Locator("#map-tip")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Ids_are_unique_and_what_is_pointed_to_exists()
    {
        await using var open = await browser.Open(browser.Day);
        var wrong = await open.Page.EvaluateAsync<string[]>(
            """
            () => {
              const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
              const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
              const links = [...document.querySelectorAll("a[href^='#']")].map(a => a.getAttribute("href").slice(1));
              const clips = [...document.querySelectorAll("[clip-path]")].map(e => e.getAttribute("clip-path").slice(5, -1));
              const labels = [...document.querySelectorAll("[aria-labelledby]")].map(e => e.getAttribute("aria-labelledby"));
              return [...twice, ...[...links, ...clips, ...labels].filter(id => !document.getElementById(id))];
            }
            """);

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task In_print_the_map_is_static_and_whole_and_nothing_scrolls()
    {
        await using var open = await browser.Open(browser.Day);
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Assertions.Expect(open.Page.Locator(".controls")).ToBeHiddenAsync();
        await Assertions.Expect(open.Page.Locator("nav")).ToBeHiddenAsync();
        await Assertions.Expect(open.Page.Locator("#map-svg")).ToBeVisibleAsync();
        Assert.True(await open.Page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('.scroll')].every(e => getComputedStyle(e).overflowY === 'visible' && e.scrollHeight <= e.clientHeight + 1)"));
    }

    private static Task<string[]> Colours(IPage page) =>
        page.Locator("#map-places circle").EvaluateAllAsync<string[]>("all => all.map(c => c.getAttribute('fill'))");

    private static Task Set(IPage page, string input, int value) => page.Locator(input).EvaluateAsync(
        "(e, v) => { e.value = v; e.dispatchEvent(new Event('input', { bubbles: true })); }", value);
}
