namespace Reconciliation.Domain.Statements.Checks;

/// <summary>
/// The booked amounts of a statement with their places, kept so that a balance that does not tie can be explained.
/// Bounded: of a longer statement nothing is kept.
/// </summary>
internal sealed class BookedAmounts
{
    /// <summary>How many entries are kept at most, 16 bytes each.</summary>
    public const int Most = 100_000;

    private readonly List<BookedAmount> _amounts = [];

    /// <summary>False where the statement had more entries than are kept.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The amounts in the order of the file; none where it is not whole.</summary>
    public IReadOnlyList<BookedAmount> Amounts => _amounts;

    public void Add(StatementEntry entry)
    {
        if (!IsWhole)
            return;
        if (_amounts.Count < Most)
        {
            _amounts.Add(new BookedAmount(entry.Amount.MinorUnits, entry.Position, entry.Line));
            return;
        }

        IsWhole = false;
        _amounts.Clear();
        _amounts.TrimExcess();
    }
}

/// <summary>A booked amount and where it stands.</summary>
/// <param name="MinorUnits">The amount in minor units, signed.</param>
/// <param name="Position">The entry's place within its statement, from 1.</param>
/// <param name="Line">Its line, from 1; 0 where the format has no lines.</param>
internal readonly record struct BookedAmount(long MinorUnits, int Position, int Line);
