namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>An element of a STMTTRN.</summary>
/// <param name="Name">Its name; with that of its aggregate in front inside one: <c>CURRENCY/CURSYM</c>.</param>
/// <param name="Value">Its text, not empty.</param>
/// <param name="Line">The line on which it stands, from 1.</param>
internal readonly record struct OfxField(string Name, string Value, int Line);

/// <summary>The elements of one STMTTRN or STMTTRNP as they were read, in order.</summary>
internal sealed class OfxEntry(int line, bool isPending)
{
    private const int MaxFields = 100;

    private readonly List<OfxField> _fields = [];

    /// <summary>The line of its tag, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>True for STMTTRNP: announced, not booked.</summary>
    public bool IsPending { get; } = isPending;

    /// <summary>What it holds, in order.</summary>
    public IReadOnlyList<OfxField> Fields => _fields;

    /// <summary>The account of the other side.</summary>
    public OfxAccount Counterparty { get; } = new();

    /// <summary>Adds an element; false where there are more than any entry has.</summary>
    public bool Add(string parent, string name, string value, int line)
    {
        if (value.Length == 0)
            return true;
        if (parent is "BANKACCTTO" or "CCACCTTO" && Counterparty.Set(name, value))
            return true;
        if (_fields.Count == MaxFields)
            return false;
        _fields.Add(new OfxField(OfxAggregates.IsEntry(parent) ? name : $"{parent}/{name}", value, line));
        return true;
    }

    /// <summary>The first element of a name; null where there is none.</summary>
    public OfxField? Find(string name)
    {
        foreach (var field in _fields)
        {
            if (field.Name == name)
                return field;
        }

        return null;
    }

    /// <summary>The value of the first element of a name; null where there is none.</summary>
    public string? Value(string name) => Find(name)?.Value;
}
