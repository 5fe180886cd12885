using System.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>The text of an element, trimmed, with its entities resolved. It is valid until the next token is read.</summary>
internal readonly ref struct OfxValue
{
    private readonly string? _text;

    /// <summary>A text of printable ASCII that means what it says.</summary>
    public OfxValue(ReadOnlySpan<byte> ascii) => Ascii = ascii;

    /// <summary>Any other text.</summary>
    public OfxValue(string text) => _text = text;

    /// <summary>The text where it is nothing but ASCII; empty where <see cref="IsAscii"/> is false.</summary>
    public ReadOnlySpan<byte> Ascii { get; }

    /// <summary>Whether it is at hand as ASCII.</summary>
    public bool IsAscii => _text is null;

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => _text is null ? Ascii.IsEmpty : _text.Length == 0;

    /// <inheritdoc/>
    public override string ToString() => _text ?? Encoding.ASCII.GetString(Ascii);
}
