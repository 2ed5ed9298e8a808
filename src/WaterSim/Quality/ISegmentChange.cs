namespace WaterSim.Quality;

/// <summary>A change of every segment of some water, as by a reaction.</summary>
internal interface ISegmentChange
{
    /// <summary>The new value of a segment.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="volume">Its volume, m3.</param>
    double Apply(double value, double volume);
}
