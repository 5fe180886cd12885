using System.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>An element of a STMTTRN.</summary>
/// <param name="Name">Its name; with that of its aggregate in front inside one: <c>CURRENCY/CURSYM</c>.</param>
/// <param name="Value">Its text, not empty.</param>
/// <param name="Line">The line on which it stands, from 1.</param>
internal readonly record struct OfxField(string Name, string Value, int Line);

/// <summary>The elements of one STMTTRN or STMTTRNP as they were read, in order. It serves one entry after the other.</summary>
internal sealed class OfxEntry
{
    private const int MaxFields = 100;
    private const int ElementCount = (int)OfxElement.CurrencyRate + 1;

    private readonly Element[] _elements = new Element[MaxFields];
    private readonly int[] _first = new int[ElementCount];
    private byte[] _ascii = new byte[256];
    private int _length;

    /// <summary>The line of its tag, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>True for STMTTRNP: announced, not booked.</summary>
    public bool IsPending { get; private set; }

    /// <summary>The account of the other side.</summary>
    public OfxAccount Counterparty { get; } = new();

    /// <summary>How many elements it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets the entry before.</summary>
    public void Begin(int line, bool isPending)
    {
        (Line, IsPending, Count, _length) = (line, isPending, 0, 0);
        _first.AsSpan().Clear();
        Counterparty.Clear();
    }

    /// <summary>Adds an element; false where there are more than any entry has.</summary>
    public bool Add(OfxName parent, OfxName name, OfxValue value, int line)
    {
        if (value.IsEmpty)
            return true;
        if (!parent.IsEntry && parent.Text is "BANKACCTTO" or "CCACCTTO" && Counterparty.Set(name.Text, value.ToString()))
            return true;
        if (Count == MaxFields)
            return false;
        var kind = name.ElementIn(parent);
        var text = IsFigure(kind) && value.IsAscii ? null : value.ToString();
        var start = _length;
        if (text is null)
            Keep(value.Ascii);
        _elements[Count++] = new Element(parent, name, kind, text, start, _length - start, line);
        ref var first = ref _first[(int)kind];
        if (first == 0)
            first = Count;
        return true;
    }

    /// <summary>Whether there is an element of a kind.</summary>
    public bool Has(OfxElement kind) => _first[(int)kind] > 0;

    /// <summary>The first element of a kind; null where there is none.</summary>
    public OfxField? Find(OfxElement kind) => _first[(int)kind] is > 0 and var place ? this[place - 1] : null;

    /// <summary>The value of the first element of a kind; null where there is none.</summary>
    public string? Value(OfxElement kind) => _first[(int)kind] is > 0 and var place ? Text(in _elements[place - 1]) : null;

    /// <summary>The value of the first element of a kind as ASCII; empty where there is none, or none of ASCII.</summary>
    public ReadOnlySpan<byte> Ascii(OfxElement kind) =>
        _first[(int)kind] is > 0 and var place ? AsciiOf(in _elements[place - 1]) : [];

    /// <summary>What an element means.</summary>
    public OfxElement KindAt(int place) => _elements[place].Kind;

    /// <summary>An element by its place, from 0.</summary>
    public OfxField this[int place]
    {
        get
        {
            ref readonly var element = ref _elements[place];
            return new OfxField(
                element.Parent.IsEntry ? element.Name.Text : $"{element.Parent.Text}/{element.Name.Text}", Text(in element), element.Line);
        }
    }

    // Their texts are seldom asked for.
    private static bool IsFigure(OfxElement kind) => kind is > OfxElement.Other and <= OfxElement.Amount;

    private ReadOnlySpan<byte> AsciiOf(in Element element) => element.Text is null ? _ascii.AsSpan(element.Start, element.Length) : [];

    private string Text(in Element element) => element.Text ?? Encoding.ASCII.GetString(_ascii, element.Start, element.Length);

    private void Keep(ReadOnlySpan<byte> value)
    {
        if (_ascii.Length - _length < value.Length)
            Array.Resize(ref _ascii, Math.Max(2 * _ascii.Length, _length + value.Length));
        value.CopyTo(_ascii.AsSpan(_length));
        _length += value.Length;
    }

    private readonly record struct Element(OfxName Parent, OfxName Name, OfxElement Kind, string? Text, int Start, int Length, int Line);
}
