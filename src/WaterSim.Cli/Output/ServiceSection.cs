using Spectre.Console;
using WaterSim.Planning.County;
using WaterSim.Planning.Results;

namespace WaterSim.Cli.Output;

/// <summary>Who is served, and who is not.</summary>
internal static class ServiceSection
{
    private const int MostNotServed = 20;

    /// <summary>Prints the people served, and the communities that are not.</summary>
    public static void Write(IAnsiConsole console, ServiceSummary service, string language)
    {
        var facts = new FactList();
        facts.Add("People served", $"{Say.Count(service.PeopleServed)} of {Say.Count(service.People)}");
        facts.Add(
            "People served",
            $"{Of(service, CommunityClass.Urban)} in towns, {Of(service, CommunityClass.Rural)} in villages");
        var villages = service.Communities.Where(c => c.Community.Class == CommunityClass.Rural).ToList();
        facts.Add("Villages served", $"{villages.Count(v => v.IsServed)} of {villages.Count}");
        facts.WriteTo(console);
        console.WriteLine();

        var table = new TextTable(
            "Not served", "<Community", "<Town", "People", "Lowest, m", "Standard, m", "Short, m3");
        foreach (var community in service.NotServed.Take(MostNotServed))
        {
            table.Add(
                community.Community.Name.In(language),
                community.Community.Town,
                Say.Count(community.Community.People),
                Say.Head(community.MinimumPressure),
                Say.Head(community.Community.ServiceHead),
                Say.Volume(community.Shortage));
        }

        if (service.NotServed.Length > MostNotServed)
        {
            table.Add($"and {service.NotServed.Length - MostNotServed} more");
        }

        table.WriteTo(console);
    }

    private static string Of(ServiceSummary service, CommunityClass which)
    {
        var all = service.Communities.Where(c => c.Community.Class == which).ToList();
        return $"{Say.Count(all.Where(c => c.IsServed).Sum(c => c.Community.People))} of "
            + Say.Count(all.Sum(c => c.Community.People));
    }
}
