using System.Text;

namespace WaterSim.Cli.Output;

/// <summary>Passes text on without the spaces that tables leave at the ends of lines.</summary>
internal sealed class LineEndTrimmer(TextWriter to) : TextWriter
{
    private int _spaces;

    /// <inheritdoc/>
    public override Encoding Encoding => to.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        switch (value)
        {
            case ' ':
                _spaces++;
                return;
            case '\n' or '\r':
                _spaces = 0;
                break;
        }

        for (; _spaces > 0; _spaces--)
        {
            to.Write(' ');
        }

        to.Write(value);
    }

    /// <inheritdoc/>
    public override void Flush() => to.Flush();
}
