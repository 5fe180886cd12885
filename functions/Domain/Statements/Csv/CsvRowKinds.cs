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

    /// <summary>What a row is.</summary>
    public CsvRowKind Of(CsvRow row)
    {
        var first = row.Cells.FirstOrDefault(cell => cell.Length > 0) ?? "";
        if (_rules.EndMarks.Any(mark => first.StartsWith(mark, StringComparison.OrdinalIgnoreCase)))
            return CsvRowKind.End;
        if (_rules.Ignored.Any(condition => Meets(row, condition)))
            return CsvRowKind.Ignored;
        // A row that lost its date still has its amount, and must not pass for text.
        if (layout.BookingDate.Any(place => row[place].Length > 0) || HasAmount(row))
            return CsvRowKind.Entry;
        return _rules.WithoutDate switch
        {
            CsvDatelessRow.Refused => CsvRowKind.Entry,
            CsvDatelessRow.Continues => CsvRowKind.Continuation,
            CsvDatelessRow.Ignored => CsvRowKind.Ignored,
        };
    }

    /// <summary>Whether an entry's row says that it is not booked yet.</summary>
    public bool IsPending(CsvRow row) => _rules.Pending.Any(condition => Meets(row, condition));

    /// <summary>Whether a row has a figure where entries have their amount.</summary>
    public bool HasAmount(CsvRow row)
    {
        var columns = layout.Profile.Columns;
        return row[layout.Place(columns.Amount)].Length > 0 || row[layout.Place(columns.Debit)].Length > 0 || row[layout.Place(columns.Credit)].Length > 0;
    }

    private bool Meets(CsvRow row, CsvRowCondition condition) =>
        condition.Is.Any(text => row[layout.Place(condition.Column)].Equals(text, StringComparison.OrdinalIgnoreCase));
}
