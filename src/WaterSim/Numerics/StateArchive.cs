using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WaterSim.Numerics;

/// <summary>
/// Writes the state of something to a stream, or reads it back: the same method of each owner names what it keeps, once for
/// both ways, so that they cannot part. Numbers stand as they do in memory, little end first.
/// </summary>
internal sealed class StateArchive
{
    private readonly Stream _stream;

    private StateArchive(Stream stream, bool isReading) => (_stream, IsReading) = (stream, isReading);

    /// <summary>True while a state is read back.</summary>
    public bool IsReading { get; }

    /// <summary>Writes to a stream.</summary>
    public static StateArchive To(Stream stream) => new(stream, isReading: false);

    /// <summary>Reads from a stream.</summary>
    public static StateArchive From(Stream stream) => new(stream, isReading: true);

    /// <summary>Keeps a value.</summary>
    /// <exception cref="InvalidDataException">The stream ends too soon.</exception>
    public void Keep<T>(ref T value)
        where T : unmanaged => Exchange(MemoryMarshal.AsBytes(new Span<T>(ref value)));

    /// <summary>Keeps values whose number is known.</summary>
    /// <exception cref="InvalidDataException">The stream ends too soon, or holds another number of them.</exception>
    public void Keep<T>(Span<T> values)
        where T : unmanaged
    {
        var length = values.Length;
        Keep(ref length);
        if (length != values.Length)
        {
            Refuse($"it holds {length} values where {values.Length} belong");
        }

        Exchange(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Keeps a list; on reading it is filled anew.</summary>
    /// <exception cref="InvalidDataException">The stream ends too soon.</exception>
    public void Keep<T>(List<T> values)
        where T : unmanaged
    {
        var length = values.Count;
        Keep(ref length);
        if (IsReading)
        {
            // Grown value by value: what a damaged length says is not taken at its word.
            values.Clear();
            for (var i = 0; i < length; i++)
            {
                T value = default;
                Keep(ref value);
                values.Add(value);
            }
        }
        else
        {
            Exchange(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(values)));
        }
    }

    /// <summary>Says that what is read is no state of this owner.</summary>
    [DoesNotReturn]
    public static void Refuse(string why) => throw new InvalidDataException($"this is no state of such a run: {why}.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Exchange(Span<byte> bytes)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("states are kept little end first.");
        }

        if (!IsReading)
        {
            _stream.Write(bytes);
            return;
        }

        if (_stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            Refuse("it ends too soon");
        }
    }
}
