namespace WaterSim.Quality;

/// <summary>A node on the way through the network.</summary>
internal struct Stop
{
    /// <summary>1 over all that enters it, s/m3; 0 where nothing does.</summary>
    public double InverseIn;

    /// <summary>What is drawn here, m3/s.</summary>
    public double Drawn;

    /// <summary>The node.</summary>
    public int Node;

    /// <summary>One behind its last entry among the links fed.</summary>
    public int FeedEnd;

    /// <summary>True where water enters from outside, or some that should be here is late.</summary>
    public bool IsSpecial;
}
