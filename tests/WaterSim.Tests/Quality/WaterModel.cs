namespace WaterSim.Tests.Quality;

/// <summary>The water of a link as anybody would write it down: a list, the water that leaves next first.</summary>
internal sealed class WaterModel(int lanes)
{
    /// <summary>The segments; there is always one.</summary>
    public List<(double Volume, double[] Value)> Segments { get; } = [(0, new double[lanes])];

    public double Volume => Segments.Sum(s => s.Volume);

    public double[] Content => Add(Segments);

    public void Enter(double volume, double[] value, double tolerance)
    {
        var (held, tail) = Segments[^1];
        if (held <= 0)
        {
            Segments[^1] = (volume, value);
        }
        else if (tail.Zip(value).All(p => Math.Abs(p.First - p.Second) < tolerance))
        {
            var total = held + volume;
            Segments[^1] = (total, [.. tail.Zip(value).Select(p => ((p.First * held) + (p.Second * volume)) / total)]);
        }
        else
        {
            Segments.Add((volume, value));
        }
    }

    public double[] Leave(double volume)
    {
        var left = new List<(double Volume, double[] Value)>();
        while (volume > 0 && Segments[0].Volume > 0)
        {
            var (held, value) = Segments[0];
            var part = Math.Min(held, volume);
            left.Add((part, value));
            volume -= part;
            Segments[0] = (held - part, value);
            if (Segments[0].Volume == 0 && Segments.Count > 1)
            {
                Segments.RemoveAt(0);
            }
        }

        return Add(left);
    }

    public void Scale(double factor)
    {
        for (var i = 0; i < Segments.Count; i++)
        {
            Segments[i] = (Segments[i].Volume * factor, Segments[i].Value);
        }
    }

    private double[] Add(List<(double Volume, double[] Value)> segments) =>
        [.. Enumerable.Range(0, lanes).Select(l => segments.Sum(s => s.Volume * s.Value[l]))];
}
