using System.Runtime.Intrinsics;
using System.Text;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>The attributes of one tag. Of them only a currency and the declarations of namespaces matter; all are held to the rules.</summary>
internal sealed class Utf8Attributes(OpenElements open, XmlNames names, Vocabulary words)
{
    /// <summary>The length of a currency as <see cref="TryReadCurrency"/> takes it.</summary>
    public const int CurrencyLength = 10;

    private const int Most = 16;

    private readonly XmlName[] _met = new XmlName[Most];
    private int _count;
    private string? _last;

    /// <summary>The value of Ccy; null for none.</summary>
    public string? Currency { get; private set; }

    /// <summary>
    /// Reads the attributes up to the end of the tag, <c>/</c> or <c>&gt;</c>, and moves <paramref name="at"/> there.
    /// </summary>
    /// <param name="bytes">The bytes at hand.</param>
    /// <param name="at">Behind the name of the element.</param>
    /// <param name="depth">The depth of the element.</param>
    public XmlStep Read(ReadOnlySpan<byte> bytes, ref int at, int depth)
    {
        _count = 0;
        Currency = null;
        if (TryReadCurrency(bytes[at..]))
        {
            at += CurrencyLength;
            return XmlStep.Node;
        }

        while (true)
        {
            var blanks = Blanks(bytes, at);
            at += blanks;
            if (at >= bytes.Length)
                return XmlStep.Cut;
            if (bytes[at] is (byte)'>' or (byte)'/')
                return Check();
            if (blanks == 0)
                return XmlStep.NotTaken;
            var step = ReadOne(bytes, ref at, depth);
            if (step != XmlStep.Node)
                return step;
        }
    }

    /// <summary>How many blanks stand at a place, line ends among them; a carriage return alone is none.</summary>
    public static int Blanks(ReadOnlySpan<byte> bytes, int at)
    {
        var end = at;
        while (true)
        {
            if (bytes.Length - end >= Vector128<byte>.Count)
            {
                var next = Vector128.Create(bytes[end..]);
                var blanks = Vector128.Equals(next, Vector128.Create((byte)' ')) | Vector128.Equals(next, Vector128.Create((byte)'\n')) | Vector128.Equals(next, Vector128.Create((byte)'\t'));
                var count = Vector128.IndexOf(~blanks, byte.MaxValue);
                end += count < 0 ? Vector128<byte>.Count : count;
                if (count < 0)
                    continue;
            }

            if (end >= bytes.Length || !IsBlank(bytes[end..]))
                return end - at;
            end++;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes) =>
        bytes[0] is (byte)' ' or (byte)'\n' or (byte)'\t' || (bytes[0] == '\r' && bytes.Length > 1 && bytes[1] == '\n');

    /// <summary>Takes a currency in the usual form and alone in its tag, by far the most frequent attribute.</summary>
    public bool TryReadCurrency(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= CurrencyLength || !bytes.StartsWith(" Ccy=\""u8) || bytes[CurrencyLength - 1] != '"' || bytes[CurrencyLength] != '>')
            return false;
        var code = bytes.Slice(6, 3);
        if (code.IndexOfAnyExceptInRange((byte)'A', (byte)'Z') >= 0)
            return false;
        if (_last is not { } last || last[0] != code[0] || last[1] != code[1] || last[2] != code[2])
            _last = words.Word(code);
        Currency = _last;
        return true;
    }

    private XmlStep ReadOne(ReadOnlySpan<byte> bytes, ref int at, int depth)
    {
        var equals = bytes[at..].IndexOfAny("=><"u8);
        if (equals < 0)
            return XmlStep.Cut;
        var written = bytes.Slice(at, equals);
        at += equals + 1;
        if (bytes[at - 1] != '=')
            return XmlStep.NotTaken;
        if (at >= bytes.Length)
            return XmlStep.Cut;
        var quote = bytes[at];
        if (quote is not ((byte)'"' or (byte)'\''))
            return XmlStep.NotTaken;
        var length = bytes[(at + 1)..].IndexOf(quote);
        if (length < 0)
            return XmlStep.Cut;
        var value = bytes.Slice(at + 1, length);
        at += length + 2;
        return Take(written, value, depth) ? XmlStep.Node : XmlStep.NotTaken;
    }

    private bool Take(ReadOnlySpan<byte> written, ReadOnlySpan<byte> value, int depth)
    {
        if (value.IndexOfAny("<&\t\n\r"u8) >= 0 || !Utf8Text.IsAllowed(value))
            return false;
        if (written.SequenceEqual("Ccy"u8))
            Currency = value.Length == 3 ? words.Word(value) : Encoding.UTF8.GetString(value);
        if (_count == Most || names.Find(written) is not { } name || !IsNew(name))
            return false;
        _met[_count++] = name;
        return name.Prefix == "xmlns" ? TryDeclare(name.Local, value, depth)
            : name.Prefix.Length == 0 && name.Local == "xmlns" ? TryDeclare("", value, depth)
            : !name.Prefix.StartsWith("xml", StringComparison.Ordinal);
    }

    // Two names without their prefixes may be the same, or not; that is rare enough to be left to others.
    private bool IsNew(XmlName name)
    {
        foreach (var other in _met.AsSpan(0, _count))
        {
            if (other.Local == name.Local && (other.Prefix == "xmlns") == (name.Prefix == "xmlns"))
                return false;
        }

        return true;
    }

    private bool TryDeclare(string prefix, ReadOnlySpan<byte> value, int depth)
    {
        // The names that XML keeps for itself may not be declared anew, and a prefix not for nothing.
        if (prefix.StartsWith("xml", StringComparison.Ordinal) || value.StartsWith("http://www.w3.org/XML/"u8) || value.StartsWith("http://www.w3.org/2000/xmlns"u8))
            return false;
        return (prefix.Length == 0 || !value.IsEmpty) && open.TryDeclare(new XmlNamespace(prefix, Encoding.UTF8.GetString(value), depth));
    }

    private XmlStep Check()
    {
        foreach (var name in _met.AsSpan(0, _count))
        {
            if (name.Prefix.Length > 0 && name.Prefix != "xmlns" && open.NamespaceOf(name.Prefix) is null)
                return XmlStep.NotTaken;
        }

        return XmlStep.Node;
    }
}
