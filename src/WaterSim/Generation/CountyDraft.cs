namespace WaterSim.Generation;

/// <summary>The county while it is built: junctions, each with the pipe that leads to it, and what else there is.</summary>
/// <remarks>A junction stands after the one it hangs on, so that flows add up in one pass from the last to the first.</remarks>
internal sealed class CountyDraft(int junctions, Terrain terrain)
{
    private readonly DraftNode[] _nodes = new DraftNode[junctions];

    /// <summary>How many junctions there are so far.</summary>
    public int Count { get; private set; }

    /// <summary>How many are yet to be added.</summary>
    public int Left => _nodes.Length - Count;

    /// <summary>The junctions so far.</summary>
    public Span<DraftNode> Nodes => _nodes.AsSpan(0, Count);

    /// <summary>Pipes that close loops, between two junctions.</summary>
    public List<(int From, int To, MainClass Main)> Loops { get; } = [];

    /// <summary>Plants: where they stand, and the junction at their gate.</summary>
    public List<(double X, double Y, int Gate)> Plants { get; } = [];

    /// <summary>Junctions with an elevated tank, and the first junction of what it serves and the one after the last.</summary>
    public List<(int Junction, int First, int End)> Tanks { get; } = [];

    /// <summary>Adds a junction.</summary>
    /// <param name="x">Easting, m.</param>
    /// <param name="y">Northing, m.</param>
    /// <param name="parent">The junction it hangs on; -1: none, it is a plant's gate.</param>
    /// <param name="main">What the pipe to it is for.</param>
    /// <returns>Its position.</returns>
    public int Add(double x, double y, int parent, MainClass main)
    {
        // Map and terrain are known to a decimetre, as a file writes them.
        (x, y) = (Math.Round(x, 1), Math.Round(y, 1));
        _nodes[Count] = new DraftNode
        {
            X = x,
            Y = y,
            Elevation = Math.Round(terrain.At(x, y), 1),
            Parent = parent,
            Main = main,
        };
        if (parent >= 0)
        {
            _nodes[parent].LeadsOn = true;
        }

        return Count++;
    }
}
