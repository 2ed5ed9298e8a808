namespace WaterSim.Quality;

/// <summary>A link that a node feeds.</summary>
internal struct Feed
{
    /// <summary>Its flow, m3/s, never negative.</summary>
    public double Rate;

    /// <summary>The link.</summary>
    public int Link;

    /// <summary>The node it leads to; its complement where the link is late.</summary>
    public int To;

    /// <summary>That node's place on the way.</summary>
    public int Place;
}
