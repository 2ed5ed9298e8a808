using WaterSim.Planning.County;
using WaterSim.Planning.Resources;

namespace WaterSim.Plots.Year;

/// <summary>The volumes by which a reservoir is run, m3.</summary>
internal sealed class Basin
{
    public Basin(StorageReservoir reservoir)
    {
        var curve = new StorageCurve(reservoir.Curve);
        Dead = curve.Volume(reservoir.DeadLevel);
        Floor = curve.Volume(reservoir.FloorLevel);
        Normal = curve.Volume(reservoir.NormalLevel);
    }

    public double Dead { get; }

    public double Floor { get; }

    public double Normal { get; }

    public double Live => Normal - Floor;
}
