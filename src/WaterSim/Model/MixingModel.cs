namespace WaterSim.Model;

/// <summary>How water mixes in a tank.</summary>
public enum MixingModel
{
    /// <summary>Completely and at once.</summary>
    Complete,

    /// <summary>In an inlet zone that spills into a second zone.</summary>
    TwoCompartments,

    /// <summary>Not at all: first in, first out.</summary>
    FirstInFirstOut,

    /// <summary>Not at all: last in, first out.</summary>
    LastInFirstOut,
}
