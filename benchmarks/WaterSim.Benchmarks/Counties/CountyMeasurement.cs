using System.Globalization;

namespace WaterSim.Benchmarks.Counties;

/// <summary>What was measured of a county: medians of the rounds.</summary>
/// <param name="Load">Reading its INP file, validation included, ms.</param>
/// <param name="Compile">Compiling it, ms.</param>
/// <param name="Solve">Making a workspace and solving one steady state from initial flows, ms.</param>
/// <param name="PeakMemory">Most memory that the process held until the end of the first round, MB.</param>
/// <param name="Unknowns">Heads that the solver has to find.</param>
/// <param name="Iterations">Iterations of the solution.</param>
internal sealed record CountyMeasurement(
    double Load, double Compile, double Solve, double PeakMemory, int Unknowns, int Iterations)
{
    /// <summary>All three one after the other, ms.</summary>
    public double Together => Load + Compile + Solve;

    /// <summary>One line, for the process that asked for it.</summary>
    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture, $"{Load:R} {Compile:R} {Solve:R} {PeakMemory:R} {Unknowns} {Iterations}");

    /// <summary>What <see cref="ToLine"/> wrote.</summary>
    public static CountyMeasurement OfLine(string line)
    {
        var fields = line.Split(' ');
        return new CountyMeasurement(
            Number(0), Number(1), Number(2), Number(3), (int)Number(4), (int)Number(5));

        double Number(int field) => double.Parse(fields[field], CultureInfo.InvariantCulture);
    }
}
