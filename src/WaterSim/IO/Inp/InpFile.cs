using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace WaterSim.IO.Inp;

/// <summary>Bytes that stay on the disk but for those that are being read: a large file takes no memory.</summary>
internal sealed class InpFile(string path, int length) : InpSource
{
    private readonly SafeFileHandle _handle = File.OpenHandle(path);
    private byte[] _buffer = [];

    /// <inheritdoc/>
    public override int Length => length;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Load(int start, int end)
    {
        if (_buffer.Length < end - start)
        {
            Return();
            _buffer = ArrayPool<byte>.Shared.Rent(end - start);
        }

        // A file that somebody cuts short meanwhile ends where it ends.
        var count = 0;
        for (int n; count < end - start; count += n)
        {
            n = RandomAccess.Read(_handle, _buffer.AsSpan(count, end - start - count), start + count);
            if (n == 0)
            {
                break;
            }
        }

        return _buffer.AsSpan(0, count);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Return();
        _handle.Dispose();
    }

    private void Return()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }
}
