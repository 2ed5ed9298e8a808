using Microsoft.Playwright;

namespace WaterSim.Browser.Tests;

/// <summary>A page in the browser, and what it asked for or complained of.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly string _address;

    public OpenPage(IPage page, string address)
    {
        (Page, _address) = (page, address);
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Complaints.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public List<string> Requests { get; } = [];

    public List<string> Complaints { get; } = [];

    public Task Load() => Page.GotoAsync(_address);

    public async ValueTask DisposeAsync()
    {
        // Whatever a test looked at, its page asked for nothing else and complained of nothing. Data: is the empty icon.
        Assert.Equal([_address], Requests.Where(r => r != "data:,"));
        Assert.Empty(Complaints);
        await Page.CloseAsync();
    }
}
