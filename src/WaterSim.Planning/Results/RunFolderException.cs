using WaterSim.Model;

namespace WaterSim.Planning.Results;

/// <summary>A run folder could not be made or may not be replaced. Nothing was lost.</summary>
public sealed class RunFolderException : IOException
{
    internal RunFolderException(Diagnostic diagnostic, Exception? inner = null)
        : base(diagnostic.Message, inner) => Diagnostic = diagnostic;

    /// <summary>What is wrong and what to do.</summary>
    public Diagnostic Diagnostic { get; }
}
