using System.Text.Json;
using Spectre.Console;

namespace WaterSim.Cli.Output;

/// <summary>What <c>--profile</c> prints.</summary>
internal static class ProfileSection
{
    private const double BytesPerMegabyte = 1e6;

    /// <summary>Prints it as tables.</summary>
    public static void Write(IAnsiConsole console, RunProfile profile, TimeSpan startClock)
    {
        var table = new TextTable("Profile", "<Phase", "s", "MB allocated", "<");
        var hasQuality = profile.Phases.Any(n => n.Kind == PhaseKind.ByTurns);
        foreach (var note in profile.Phases)
        {
            Add(note);
        }

        table.AddTotal("Total", Seconds(profile.Total));
        console.WriteLine();
        table.WriteTo(console);
        Facts(profile, startClock).WriteTo(console);

        void Add(PhaseNote note) => table.Add(
            note.Name,
            Seconds(note.Took),
            note.Allocated is { } bytes ? Megabytes(bytes) : "-",
            note.Kind switch
            {
                PhaseKind.Beside => "beside others: memory not told apart",
                PhaseKind.Together => "all that ran beside each other",
                PhaseKind.ByTurns => "turn by turn with simulate, which has its memory",
                _ => note.Name != RunProfile.Simulate ? "" : hasQuality ? "hydraulics" : "hydraulics; no quality was asked for",
            });
    }

    /// <summary>Writes it as a JSON object.</summary>
    public static void Write(Utf8JsonWriter json, RunProfile? profile)
    {
        if (profile is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("total_s", Rounded(profile.Total));
        json.WriteStartArray("phases");
        foreach (var note in profile.Phases)
        {
            json.WriteStartObject();
            json.WriteString("name", note.Name);
            json.WriteString("runs", note.Kind switch
            {
                PhaseKind.Beside => "beside",
                PhaseKind.Together => "together",
                PhaseKind.ByTurns => "by turns",
                _ => "alone",
            });
            json.WriteNumber("time_s", Rounded(note.Took));
            WriteNumber(json, "allocated_bytes", note.Allocated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("nodes", profile.Nodes);
        json.WriteNumber("links", profile.Links);
        json.WriteNumber("unknown_heads", profile.UnknownHeads);
        json.WriteNumber("solutions", profile.Solver.Steps);
        json.WriteNumber("iterations", profile.Solver.Iterations);
        json.WriteNumber("iterations_per_solution", profile.Solver.IterationsPerStep);
        json.WriteNumber("most_iterations", profile.Solver.WorstIterations);
        json.WriteNumber("most_iterations_at_s", profile.Solver.WorstTime.TotalSeconds);
        json.WritePropertyName("time_per_iteration_s");
        if (profile.TimePerIteration is { } each)
        {
            json.WriteNumberValue(each.TotalSeconds);
        }
        else
        {
            json.WriteNullValue();
        }

        WriteNumber(json, "peak_memory_bytes", profile.PeakMemory);
        json.WriteStartArray("collections");
        foreach (var count in profile.Collections)
        {
            json.WriteNumberValue(count);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static FactList Facts(RunProfile profile, TimeSpan startClock)
    {
        var solver = profile.Solver;
        var facts = new FactList();
        facts.Add(
            "Solved",
            $"{Say.Counted(profile.Nodes, "node")}, {Say.Counted(profile.UnknownHeads, "head")} to be found, "
            + Say.Counted(profile.Links, "link"));
        facts.Add(
            "Iterations",
            $"{Say.Count(solver.Iterations)} in {Say.Counted(solver.Steps, "solution")}: "
            + $"{Say.Number(solver.IterationsPerStep, 1)} each, most {solver.WorstIterations} at "
            + Say.Clock(solver.WorstTime, startClock));
        if (profile.TimePerIteration is { } each)
        {
            facts.Add(
                "Iterations",
                $"{Say.Number(each.TotalMilliseconds, 3)} ms each, controls, tanks and keeping of results included");
        }

        facts.Add("Peak memory", profile.PeakMemory is { } bytes
            ? $"{Megabytes(bytes)} MB resident in the whole process"
            : "not told by this system");
        facts.Add(
            "Collections",
            string.Join(", ", profile.Collections.Select((count, g) => $"{Say.Count(count)} of generation {g}")));
        return facts;
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Seconds(TimeSpan time) => Say.Number(time.TotalSeconds, 3);

    private static string Megabytes(long bytes) => Say.Number(bytes / BytesPerMegabyte, 1);

    private static double Rounded(TimeSpan time) => Math.Round(time.TotalSeconds, 6);
}
