using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>A link as the file gives it, in the file's units. There are as many as links: what few have stands elsewhere.</summary>
internal struct LinkDraft
{
    public string Id;
    public double Length;
    public double Diameter;
    public double Roughness;
    public double MinorLoss;
    public int From;
    public int To;
    public int Line;

    /// <summary>What few links have (<see cref="InpSession.More(ref LinkDraft)"/>); -1: nothing.</summary>
    public int More;

    public LinkKind Kind;
    public bool HasCheckValve;
    private byte _valve;
    private byte _status;

    public ValveKind Valve
    {
        readonly get => (ValveKind)_valve;
        set => _valve = (byte)value;
    }

    public LinkStatus Status
    {
        readonly get => (LinkStatus)_status;
        set => _status = (byte)value;
    }
}
