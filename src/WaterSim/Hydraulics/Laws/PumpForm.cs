namespace WaterSim.Hydraulics.Laws;

/// <summary>How a pump's lift is given.</summary>
internal enum PumpForm
{
    /// <summary>Not at all: an open valve.</summary>
    None,

    /// <summary>A power function through one or three points.</summary>
    PowerFunction,

    /// <summary>Straight lines between points.</summary>
    Custom,

    /// <summary>A constant power.</summary>
    ConstantPower,
}
