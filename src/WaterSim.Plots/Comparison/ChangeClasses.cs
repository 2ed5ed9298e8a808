using SkiaSharp;
using WaterSim.Planning.Comparison;
using WaterSim.Planning.Indicators;
using WaterSim.Plots.Drawing;
using WaterSim.Plots.Lettering;

namespace WaterSim.Plots.Comparison;

/// <summary>Seven classes of change, even on both sides of none; worse is orange and better blue whichever way that is.</summary>
internal sealed class ChangeClasses
{
    private readonly double _least;
    private readonly double _step;
    private readonly bool _isHigherBetter;

    public ChangeClasses(CommunityMeasure measure, IEnumerable<double> changes)
    {
        _least = 0.5 * Math.Pow(10, -measure.Decimals);
        _step = Math.Max(NiceSteps.Step(Math.Max(changes.Select(Math.Abs).DefaultIfEmpty(0).Max(), 2 * _least), 3), 2 * _least);
        _isHigherBetter = measure.Better == IndicatorDirection.Higher;
    }

    /// <summary>Number of classes.</summary>
    public int Count => Inks.Diverging.Length;

    /// <summary>Colours by class, the largest fall first.</summary>
    public SKColor[] Colors => _isHigherBetter ? Inks.Diverging : [.. Inks.Diverging.Reverse()];

    /// <summary>Class of a change: 0 is the largest fall, the last the largest rise.</summary>
    public int ClassOf(double change)
    {
        var size = Math.Abs(change);
        var away = size < _least ? 0 : size <= _step ? 1 : size <= 2 * _step ? 2 : 3;
        return (Count / 2) + (change < 0 ? -away : away);
    }

    /// <summary>What a class stands for.</summary>
    public string Text(int of, Phrases phrases)
    {
        var away = of - (Count / 2);
        var sign = Math.Sign(away);
        return Math.Abs(away) switch
        {
            0 => phrases.NoChange,
            1 => phrases.Up(sign * _step),
            2 => phrases.Signed(sign * _step, sign * 2 * _step),
            _ => Phrases.MoreThan(sign * 2 * _step),
        };
    }
}
