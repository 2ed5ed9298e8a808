namespace WaterSim.Model;

/// <summary>Pressure units of files and reports. Inside, pressure is a head of water in m.</summary>
public enum PressureUnits
{
    /// <summary>Pounds per square inch.</summary>
    Psi,

    /// <summary>Kilopascal.</summary>
    Kilopascal,

    /// <summary>Metres of water.</summary>
    Meters,

    /// <summary>Bar.</summary>
    Bar,

    /// <summary>Feet of water.</summary>
    Feet,
}
