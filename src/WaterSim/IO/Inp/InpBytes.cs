namespace WaterSim.IO.Inp;

/// <summary>Bytes that are in memory.</summary>
internal sealed class InpBytes(ReadOnlyMemory<byte> bytes) : InpSource
{
    /// <inheritdoc/>
    public override int Length => bytes.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Load(int start, int end) => bytes.Span[start..end];

    /// <inheritdoc/>
    public override void Dispose()
    {
        // The memory is its owner's.
    }
}
