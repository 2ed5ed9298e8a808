using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace WaterSim.IO.Epanet;

/// <summary>A place in the bytes of EPANET's binary results, which moves on as they are read.</summary>
internal ref struct EpanetCursor(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Passes over some bytes.</summary>
    public void Skip(int count) => _rest = _rest[count..];

    /// <summary>A text, up to the first zero byte of its field.</summary>
    public string Text(int field)
    {
        var text = Take(field);
        var end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }

    /// <summary>Some texts in fields of equal length.</summary>
    public ImmutableArray<string> Texts(int count, int field)
    {
        var texts = ImmutableArray.CreateBuilder<string>(count);
        for (var i = 0; i < count; i++)
        {
            texts.Add(Text(field));
        }

        return texts.MoveToImmutable();
    }

    /// <summary>Some integers, each less a number: EPANET counts from 1.</summary>
    public ImmutableArray<int> Integers(int count, int less)
    {
        var values = ImmutableArray.CreateBuilder<int>(count);
        for (var i = 0; i < count; i++)
        {
            values.Add(BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int))) - less);
        }

        return values.MoveToImmutable();
    }

    /// <summary>Some numbers.</summary>
    public float[] Numbers(int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));
        }

        return values;
    }

    /// <summary>The energy of some pumps.</summary>
    public ImmutableArray<EpanetPumpUse> Pumps(int count)
    {
        var pumps = ImmutableArray.CreateBuilder<EpanetPumpUse>(count);
        for (var i = 0; i < count; i++)
        {
            var link = Integers(1, less: 1)[0];
            var use = Numbers(6);
            pumps.Add(new EpanetPumpUse(link, use[0], use[1], use[2], use[3], use[4], use[5]));
        }

        return pumps.MoveToImmutable();
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
