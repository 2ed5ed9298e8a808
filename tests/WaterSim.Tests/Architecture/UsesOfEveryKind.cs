using WaterSim.Model;

namespace WaterSim.Tests.Architecture;

/// <summary>Uses for the assembly reader to find; never run. Each stands where a reader could miss it.</summary>
internal static class UsesOfEveryKind
{
    // In a generic argument of a field.
    private static readonly Dictionary<string, List<Pipe>> Pipes = [];

    // In a lambda, which the compiler moves to a nested type.
    public static Func<string, string> Reads { get; } = path => File.ReadAllText(path) + Pipes.Count;

    // In an iterator, another nested type, behind a switch with a jump table.
    public static IEnumerable<long> Clocks(int kind)
    {
        switch (kind)
        {
            case 0:
                yield return DateTime.Now.Ticks;
                break;
            case 1:
                yield return Environment.TickCount64;
                break;
            case 2:
                yield return new Random().Next();
                break;
            case 3:
                yield return 3;
                break;
        }
    }

    // In a type test, an array's element and a catch clause.
    public static int Counts(object item)
    {
        try
        {
            return item is Tank ? new Pump[1].Length : 0;
        }
        catch (FormatException)
        {
            return -1;
        }
    }
}
