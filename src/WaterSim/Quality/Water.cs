namespace WaterSim.Quality;

/// <summary>
/// The water in a link or a tank, as a row of segments: what enters goes to the tail, what leaves comes from the head. Both
/// ends stand here, the rest in a ring of <see cref="SegmentPool"/>. There is always a tail, if of no volume.
/// </summary>
/// <typeparam name="T">The values that are followed together.</typeparam>
internal struct Water<T>
{
    /// <summary>Volume of the tail, m3.</summary>
    public double TailVolume;

    /// <summary>Volume of the head, m3; without meaning while the tail is all there is.</summary>
    public double HeadVolume;

    /// <summary>What the tail holds.</summary>
    public T Tail;

    /// <summary>What the head holds.</summary>
    public T Head;

    /// <summary>Number of segments, 1 or more.</summary>
    public int Count;

    /// <summary>Place of the first segment of the ring's block in the pool.</summary>
    public int Start;

    /// <summary>Place within the block of the ring's first segment.</summary>
    public int First;

    /// <summary>The block holds 2 to this segments; -1: there is none.</summary>
    public short Level;

    /// <summary>True: the ring's first segment is the one at the tail.</summary>
    public bool IsReversed;
}
