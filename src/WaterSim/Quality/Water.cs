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

    /// <summary>Place of the ring's block in the pool.</summary>
    public int Start;

    /// <summary>Segments the block has room for: 0 or a power of two.</summary>
    public int Room;

    /// <summary>Place in the block, but for whole rounds, of the segment that follows the head.</summary>
    public int HeadAt;

    /// <summary>Place in the block, but for whole rounds, of the segment that the tail follows.</summary>
    public int TailAt;

    /// <summary>1 or -1: the way from head to tail through the ring.</summary>
    public int Way;
}
