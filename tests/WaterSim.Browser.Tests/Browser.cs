using Microsoft.Playwright;
using WaterSim.Plots.Report;
using WaterSim.Plots.Tests.Support;

namespace WaterSim.Browser.Tests;

/// <summary>
/// Debian's Chromium and pages for it, made once. Where there is no browser, tests are skipped and say so; none is ever fetched.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private readonly TemporaryFolder _place = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the browser is, or null.</summary>
    public static string? Path { get; } = new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium" }
        .FirstOrDefault(p => !string.IsNullOrEmpty(p) && File.Exists(p));

    public string Day => _place.At("day.html");

    public string DayInChinese => _place.At("day-zh.html");

    public string Hostile => _place.At("hostile.html");

    public string Year => _place.At("year.html");

    public async ValueTask InitializeAsync()
    {
        if (Path is null)
        {
            return;
        }

        RunFolders.Day(_place.At("day"), hasFigures: true, scenario: "Average day");
        RunFolders.Day(_place.At("hostile"), RunFolders.Hostile(), scenario: "</title><script>alert(0)</script>", before: folder =>
        {
            Directory.CreateDirectory(System.IO.Path.Combine(folder, "figures"));
            File.WriteAllText(
                System.IO.Path.Combine(folder, "figures", "x.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(8)'><script>alert(9)</script><rect width='9' height='9' onclick='alert(10)'/></svg>");
        });
        RunFolders.Year(_place.At("year"), new DateOnly(2026, 1, 1), 300);
        foreach (var (run, page, language) in new[]
        {
            ("day", Day, Plots.FigureLanguage.English), ("day", DayInChinese, Plots.FigureLanguage.Chinese),
            ("hostile", Hostile, Plots.FigureLanguage.English), ("year", Year, Plots.FigureLanguage.English),
        })
        {
            var report = HtmlReport.Of(_place.At(run), language);
            Assert.Empty(report.Diagnostics);
            await File.WriteAllBytesAsync(page, report.Html.ToArray());
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens a page, and skips the test where there is no browser.</summary>
    internal async Task<OpenPage> Open(string file, int width = 1280, int height = 900)
    {
        Assert.SkipWhen(Path is null, "There is no Chromium at CHROMIUM or /usr/bin/chromium.");
        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        var open = new OpenPage(page, new Uri(file).AbsoluteUri);
        await open.Load();
        return open;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _place.Dispose();
    }
}
