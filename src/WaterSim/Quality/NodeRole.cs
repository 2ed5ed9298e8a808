namespace WaterSim.Quality;

/// <summary>What water does at a node.</summary>
internal enum NodeRole : byte
{
    /// <summary>It mixes and goes on.</summary>
    Junction,

    /// <summary>As at a junction, but something enters here or arrives late: looked at more closely.</summary>
    Special,

    /// <summary>What leaves is given: a reservoir, or a node that is traced.</summary>
    Held,

    /// <summary>It is stored.</summary>
    Tank,
}
