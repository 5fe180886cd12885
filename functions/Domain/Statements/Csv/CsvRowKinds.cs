using System.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>What a row below the header is.</summary>
internal enum CsvRowKind
{
    /// <summary>An entry, or what should be one.</summary>
    Entry,

    /// <summary>More text of the entry above.</summary>
    Continuation,

    /// <summary>No entry, by the profile's rules.</summary>
    Ignored,

    /// <summary>The first row after the last entry.</summary>
    End,
}

/// <summary>Sorts rows by the rules of a profile.</summary>
internal sealed class CsvRowKinds(CsvLayout layout)
{
    private readonly CsvRowRules _rules = layout.Profile.Rows;
    private readonly (int Place, string Text)[] _ignored = Conditions(layout, layout.Profile.Rows.Ignored);
    private readonly (int Place, string Text)[] _pending = Conditions(layout, layout.Profile.Rows.Pending);

    /// <summary>What a row is.</summary>
    public CsvRowKind Of(CsvRow row)
    {
        if (!_rules.EndMarks.IsEmpty && IsEnd(row))
            return CsvRowKind.End;
        if (Meets(row, _ignored))
            return CsvRowKind.Ignored;
        // A row that lost its date still has its amount, and must not pass for text.
        if (row.IsFilled(layout.DatePlaceOf(row)) || HasAmount(row))
            return CsvRowKind.Entry;
        return _rules.WithoutDate switch
        {
            CsvDatelessRow.Refused => CsvRowKind.Entry,
            CsvDatelessRow.Continues => CsvRowKind.Continuation,
            CsvDatelessRow.Ignored => CsvRowKind.Ignored,
        };
    }

    /// <summary>Whether an entry's row says that it is not booked yet.</summary>
    public bool IsPending(CsvRow row) => Meets(row, _pending);

    /// <summary>Whether a row has a figure where entries have their amount.</summary>
    public bool HasAmount(CsvRow row) =>
        row.IsFilled(layout.Places.Amount) || row.IsFilled(layout.Places.Debit) || row.IsFilled(layout.Places.Credit);

    private bool IsEnd(CsvRow row)
    {
        var place = 0;
        while (place < row.Count && !row.IsFilled(place))
            place++;
        var first = row[place];
        return _rules.EndMarks.Any(mark => first.StartsWith(mark, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Meets(CsvRow row, (int Place, string Text)[] conditions)
    {
        foreach (var (place, text) in conditions)
        {
            var cell = row.Utf8(place);
            if (Ascii.IsValid(cell) ? Ascii.EqualsIgnoreCase(cell, text) : row[place].Equals(text, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static (int Place, string Text)[] Conditions(CsvLayout layout, IEnumerable<CsvRowCondition> conditions) =>
        [.. conditions.SelectMany(condition => condition.Is.Select(text => (layout.Place(condition.Column), text)))];
}
