namespace WaterSim.IO.Inp;

/// <summary>A file's bytes, asked for by their offsets.</summary>
internal abstract class InpSource : IDisposable
{
    /// <summary>How many there are.</summary>
    public abstract int Length { get; }

    /// <summary>Some of them; they hold until the next ones are asked for.</summary>
    /// <param name="start">Offset of the first byte.</param>
    /// <param name="end">Offset after the last one.</param>
    /// <exception cref="IOException">They cannot be read.</exception>
    public abstract ReadOnlySpan<byte> Load(int start, int end);

    /// <inheritdoc/>
    public abstract void Dispose();
}
