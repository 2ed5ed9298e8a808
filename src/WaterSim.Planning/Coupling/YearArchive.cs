using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using WaterSim.Planning.Resources;

namespace WaterSim.Planning.Coupling;

/// <summary>All that the rest of a year depends on, as JSON: numbers come back to the same bits.</summary>
internal sealed record YearArchive
{
    private const string Layout = "watersim-year/1";

    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        MaxDepth = 16,
    };

    public string Format { get; init; } = Layout;

    public required int Day { get; init; }

    public required ImmutableArray<double> Storage { get; init; }

    public required int Stage { get; init; }

    public required double DaysLeft { get; init; }

    public required CountyState? Pipes { get; init; }

    public required Allocation? Before { get; init; }

    public required ImmutableArray<double> LinkMost { get; init; }

    public required ImmutableArray<double> LinkLeast { get; init; }

    public required ImmutableArray<double> LinkScale { get; init; }

    public required ImmutableArray<double> PlantMost { get; init; }

    public required ImmutableArray<double> Leaked { get; init; }

    public required ImmutableArray<double> Unordered { get; init; }

    public required ImmutableArray<double> Decided { get; init; }

    public required YearTotals.Kept Totals { get; init; }

    public static byte[] Write(YearArchive archive) => JsonSerializer.SerializeToUtf8Bytes(archive, Options);

    /// <summary>Reads one that fits a plan.</summary>
    /// <exception cref="FormatException">It is none, or another year's.</exception>
    public static YearArchive Read(ReadOnlyMemory<byte> bytes, YearPlan plan)
    {
        YearArchive? archive;
        try
        {
            archive = JsonSerializer.Deserialize<YearArchive>(bytes.Span, Options);
        }
        catch (JsonException e)
        {
            throw new FormatException("This is no state of a year: " + e.Message, e);
        }

        var (links, plants, zones) = (plan.Links.Length, plan.System.Plants.Length, plan.Map.Zones.Length);
        var fits = archive is { Format: Layout }
            && archive.Day >= 0 && archive.Day <= plan.Options.Days
            && Has(archive.Storage, plan.System.Sources.Length)
            && archive.Stage >= -1 && archive.Stage < plan.Dispatch.Stages.Length
            && plan.Options.DailyOnly == archive.Pipes is null
            && (archive.Before is null || AllocationMistake.Fits(archive.Before, plan.System, plan.Map))
            && (archive.Pipes is null || Has(archive.Pipes.TankHeads, plan.Tanks.Length))
            && Has(archive.LinkMost, links) && Has(archive.LinkLeast, links) && Has(archive.LinkScale, links)
            && Has(archive.Unordered, links)
            && Has(archive.PlantMost, plants) && Has(archive.Leaked, zones)
            && Has(archive.Decided, links + plan.System.Sources.Length + plants)
            && archive.Totals.Fits(plan);
        return fits ? archive! : throw new FormatException("This is no state of this year: its sizes are another's.");
    }

    private static bool Has(ImmutableArray<double> values, int count) => !values.IsDefault && values.Length == count;
}
