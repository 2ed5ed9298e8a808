using System.Collections.Immutable;

namespace WaterSim.Model;

/// <summary>What EPANET's text report holds. Defaults are EPANET's.</summary>
public sealed record ReportOptions
{
    /// <summary>Lines of a page; 0: no page breaks.</summary>
    public int PageSize { get; init; }

    /// <summary>How much is told of statuses.</summary>
    public ReportStatus Status { get; init; }

    /// <summary>Whether there is a summary of the network.</summary>
    public bool Summary { get; init; } = true;

    /// <summary>Whether errors and warnings are told.</summary>
    public bool Messages { get; init; } = true;

    /// <summary>Whether there is a table of the pumps' energy.</summary>
    public bool Energy { get; init; }

    /// <summary>Whether every node is listed.</summary>
    public bool AllNodes { get; init; }

    /// <summary>The nodes that are listed where not all are.</summary>
    public ImmutableArray<string> NodeIds { get; init; } = [];

    /// <summary>Whether every link is listed.</summary>
    public bool AllLinks { get; init; }

    /// <summary>The links that are listed where not all are.</summary>
    public ImmutableArray<string> LinkIds { get; init; } = [];

    /// <summary>Columns that differ from EPANET's own choice.</summary>
    public ImmutableArray<ReportField> Fields { get; init; } = [];

    /// <summary>File that the report goes to, or null.</summary>
    public string? File { get; init; }
}
