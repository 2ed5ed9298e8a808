using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>A bend of a link; <c>Next</c> is the link's next one, the first one after the last.</summary>
internal struct VertexDraft
{
    public MapPoint At;
    public int Next;
}
