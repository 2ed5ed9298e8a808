using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>A bend of a link; <c>Next</c> is the link's next one, or -1.</summary>
internal struct VertexDraft
{
    public MapPoint At;
    public int Next;
}
