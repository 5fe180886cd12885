using System.Runtime.InteropServices;
using System.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>A text that is put together byte by byte: without the blanks before it, and no longer than is kept.</summary>
internal sealed class OfxTextBuffer
{
    private readonly List<byte> _bytes = [];
    private int _characters;
    private bool _isKept = true;
    private bool _isCut;
    private int _line;

    /// <summary>Adds a byte of UTF-8 that stands on a line.</summary>
    public void Append(byte value, int line)
    {
        if (_bytes.Count == 0)
        {
            if (value <= ' ')
                return;
            _line = line;
        }

        if ((value & 0xC0) != 0x80)
        {
            _isKept = _characters < OfxScanner.MaxText;
            _characters += _isKept ? value >= 0xF0 ? 2 : 1 : 0;
        }

        if (_isKept)
            _bytes.Add(value);
        else
            _isCut |= value > ' ';
    }

    /// <summary>Adds bytes that stand on a line.</summary>
    public void Append(ReadOnlySpan<byte> values, int line)
    {
        foreach (var value in values)
            Append(value, line);
    }

    /// <summary>As the other.</summary>
    public void Append(List<byte> values, int line) => Append(CollectionsMarshal.AsSpan(values), line);

    /// <summary>The text as it is meant, which may be empty; the next begins.</summary>
    public string Take(out bool isCut, out int line)
    {
        (isCut, line) = (_isCut, _line);
        var text = _bytes.Count == 0 ? "" : OfxText.Plain(Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_bytes)));
        _bytes.Clear();
        (_characters, _isKept, _isCut) = (0, true, false);
        return text;
    }
}
