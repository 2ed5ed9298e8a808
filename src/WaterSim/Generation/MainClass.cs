namespace WaterSim.Generation;

/// <summary>What a pipe is for; it decides how wide it must be.</summary>
internal enum MainClass
{
    /// <summary>Joins plants and towns.</summary>
    Trunk,

    /// <summary>A town's main street.</summary>
    MainStreet,

    /// <summary>A street of a town.</summary>
    Street,

    /// <summary>A lane of a town that ends blind.</summary>
    Lane,

    /// <summary>Leads to a village, and through it.</summary>
    Village,
}
