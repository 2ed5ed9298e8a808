using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WaterSim.Numerics;

/// <summary>
/// Writes the state of something to bytes, or reads it back: the same method of each owner names what it keeps, once for
/// both ways, so that they cannot part. Numbers stand as they do in memory, little end first.
/// </summary>
internal sealed class StateArchive
{
    private readonly ArrayBufferWriter<byte> _written = new();
    private readonly ReadOnlyMemory<byte> _read;
    private int _place;

    private StateArchive(ReadOnlyMemory<byte> read, bool isReading) => (_read, IsReading) = (read, isReading);

    /// <summary>True while a state is read back.</summary>
    public bool IsReading { get; }

    /// <summary>Writes.</summary>
    public static StateArchive ToWrite() => new(default, isReading: false);

    /// <summary>Reads what was written.</summary>
    public static StateArchive ToRead(ReadOnlyMemory<byte> state) => new(state, isReading: true);

    /// <summary>What has been written.</summary>
    public byte[] Written() => _written.WrittenSpan.ToArray();

    /// <summary>Says that nothing more is to be read.</summary>
    /// <exception cref="FormatException">There is more.</exception>
    public void End()
    {
        if (_place < _read.Length)
        {
            Refuse("it goes on behind its end");
        }
    }

    /// <summary>Keeps a value.</summary>
    /// <exception cref="FormatException">It ends too soon.</exception>
    public void Keep<T>(ref T value)
        where T : unmanaged => Exchange(MemoryMarshal.AsBytes(new Span<T>(ref value)));

    /// <summary>Keeps values whose number is known.</summary>
    /// <exception cref="FormatException">It ends too soon, or holds another number of them.</exception>
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
    /// <exception cref="FormatException">It ends too soon.</exception>
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
    public static void Refuse(string why) => throw new FormatException($"this is no state of such a run: {why}.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Exchange(Span<byte> bytes)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("states are kept little end first.");
        }

        if (!IsReading)
        {
            _written.Write(bytes);
            return;
        }

        if (_read.Length - _place < bytes.Length)
        {
            Refuse("it ends too soon");
        }

        _read.Span.Slice(_place, bytes.Length).CopyTo(bytes);
        _place += bytes.Length;
    }
}
