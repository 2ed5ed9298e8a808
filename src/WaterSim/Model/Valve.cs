namespace WaterSim.Model;

/// <summary>A valve that holds a pressure, a flow or a loss.</summary>
public sealed record Valve : Link
{
    /// <summary>What the valve holds.</summary>
    public required ValveKind Kind { get; init; }

    /// <summary>Diameter, m.</summary>
    public double Diameter { get; init; }

    /// <summary>
    /// What it holds: PRV, PSV and PBV pressure head or drop, m; FCV flow, m3/s; TCV loss coefficient, -;
    /// PCV opening, percent; GPV nothing (its curve says all).
    /// </summary>
    public double Setting { get; init; }

    /// <summary>GPV: headloss (m) by flow (m3/s). PCV: relative flow coefficient (percent) by opening (percent). Else null.</summary>
    public string? CurveId { get; init; }

    /// <summary>Minor loss coefficient K when fully open, -.</summary>
    public double MinorLoss { get; init; }

    /// <summary>Active: the setting is in force. Open or closed: fixed so, and the setting waits.</summary>
    public LinkStatus InitialStatus { get; init; } = LinkStatus.Active;
}
