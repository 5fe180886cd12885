using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>Finds which column says what, by the words of the header and by what the columns hold. A column says one thing.</summary>
internal sealed class ColumnFinder(ImmutableArray<SampleColumn> columns, ProposalList proposals)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The columns; null, with the reason, where a date or an amount is in none.</summary>
    public CsvColumns? Find()
    {
        var valueDate = Best("valueDate", column => column.IsDates && columns.Count(other => other.IsDates) > 1 && !HeaderWords.Is(column.Title, "bookingDate"));
        var bookingDate = BookingDates();
        var (amount, debit, credit) = Amounts();
        if (bookingDate.IsEmpty || (amount is null && debit is null))
            return null;
        var sign = amount is null ? null : Best("sign", IsFlags);
        var balance = Best("balance", column => column.IsFigures);
        var currency = Best("currency", column => column.IsCurrencies && column.Score("notAccountAmount") == 0);
        var account = Best("account", column => column.IsText && column.IsConstant);
        return new CsvColumns
        {
            BookingDate = bookingDate,
            ValueDate = valueDate,
            Amount = amount,
            Debit = debit,
            Credit = credit,
            Sign = sign,
            Balance = balance,
            Currency = currency,
            Account = account,
            EndToEndId = Best("endToEndId", column => column.IsText),
            MandateId = Best("mandateId", column => column.IsText),
            CreditorReference = Best("creditorReference", column => !column.IsDates),
            CounterpartyAccount = Best("counterpartyAccount", column => column.IsText) ?? Best("account", column => column.IsText && !column.Filled.IsEmpty, "counterpartyAccount"),
            CounterpartyBank = Best("counterpartyBank", column => column.IsText),
            Type = Best("type", column => column.IsText),
            Reference = Best("reference", column => !column.IsDates),
            CounterpartyName = Best("counterpartyName", column => column.IsText),
            Remittance = Remittance(),
        };
    }

    private ImmutableArray<string> BookingDates()
    {
        var found = new List<string>();
        // Where the first choice is empty, as of what is not booked yet, another date stands in for it.
        while (Best("bookingDate", column => column.IsDates) is { } title)
        {
            found.Add(title);
            if (Column(title).IsFull)
                return [.. found];
        }

        if (found.Count == 0 && columns.FirstOrDefault(column => column.IsDates && column.IsFull && !_taken.Contains(column.Title)) is { } dates)
        {
            Take(dates, "bookingDate", CsvCertainty.Guessed, "No title says it, but dates stand here.");
            found.Add(dates.Title);
        }

        if (found.Count == 0)
            proposals.Miss("columns.bookingDate", "No column holds dates under a title that is known.");
        return [.. found];
    }

    private (string? Amount, string? Debit, string? Credit) Amounts()
    {
        if (Best("amount", column => column.IsFigures && column.IsFull && column.Title.Contains(CsvLayout.CurrencyMark, StringComparison.Ordinal) && IsOfAccount(column)) is { } own)
            return (own, null, null);
        var debits = Candidates("debit", column => (column.IsFigures || column.Filled.IsEmpty) && IsOfAccount(column));
        var credits = Candidates("credit", column => (column.IsFigures || column.Filled.IsEmpty) && IsOfAccount(column));
        if (debits is [var debit, ..] && credits.FirstOrDefault(column => column.Title != debit.Title && Complements(column, debit)) is { } credit)
        {
            Take(debit, "debit", CertaintyOf(debit.Score("debit")), "Its title says money out, and no row has money in as well.");
            Take(credit, "credit", CertaintyOf(credit.Score("credit")), "Its title says money in, and no row has money out as well.");
            return (null, debit.Title, credit.Title);
        }

        if (Best("amount", column => column.IsFigures && IsOfAccount(column)) is { } amount)
            return (amount, null, null);
        if (columns.FirstOrDefault(column => column is { IsFigures: true, IsDates: false, IsFull: true } && column.Score("balance") == 0 && !_taken.Contains(column.Title)) is { } figures)
        {
            Take(figures, "amount", CsvCertainty.Guessed, "No title says it, but amounts stand here.");
            return (figures.Title, null, null);
        }

        proposals.Miss("columns.amount", "No column holds amounts under a title that is known.");
        return default;
    }

    private ImmutableArray<string> Remittance()
    {
        var found = new List<string>();
        while (Best("remittance", column => column.IsText) is { } title)
            found.Add(title);
        if (found.Count == 0 && columns.Where(column => column.IsText && !_taken.Contains(column.Title)).MaxBy(column => column.Filled.Sum(cell => cell.Length)) is { Filled.IsEmpty: false } longest)
        {
            Take(longest, "remittance", CsvCertainty.Guessed, "No title says it, but the longest texts stand here.");
            found.Add(longest.Title);
        }

        // In the order of the file, as people read them.
        return [.. columns.Select(column => column.Title).Where(found.Contains)];
    }

    private string? Best(string what, Func<SampleColumn, bool> fits, string? property = null)
    {
        if (Candidates(what, fits) is not [var best, ..])
            return null;
        var certainty = CertaintyOf(best.Score(what));
        Take(best, property ?? what, certainty, certainty == CsvCertainty.Sure ? "Its title is a word for it." : "A word for it stands in its title.");
        return best.Title;
    }

    private ImmutableArray<SampleColumn> Candidates(string what, Func<SampleColumn, bool> fits) =>
    [
        .. columns.Where(column => !_taken.Contains(column.Title) && column.Score(what) > 0 && fits(column))
            .OrderByDescending(column => column.Score(what)).ThenByDescending(column => column.Filled.Length),
    ];

    private void Take(SampleColumn column, string what, CsvCertainty certainty, string reason)
    {
        _taken.Add(column.Title);
        proposals.Add($"columns.{what}", column.Title, certainty, reason);
    }

    private SampleColumn Column(string title) => columns.First(column => column.Title == title);

    private static CsvCertainty CertaintyOf(int score) => score >= HeaderWords.Exact ? CsvCertainty.Sure : CsvCertainty.Likely;

    private static bool IsOfAccount(SampleColumn column) => column.Score("notAccountAmount") == 0 && column.Score("sign") == 0;

    private static bool Complements(SampleColumn column, SampleColumn other) =>
        column.Cells.Zip(other.Cells).All(pair => !IsAmount(pair.First) || !IsAmount(pair.Second)) &&
        column.Cells.Zip(other.Cells).Any(pair => IsAmount(pair.First) || IsAmount(pair.Second));

    private static bool IsAmount(string cell) => cell.AsSpan().ContainsAnyInRange('1', '9');

    private static bool IsFlags(SampleColumn column) =>
        column.IsFull && column.Filled.All(cell => HeaderWords.Is(cell, "debitFlag") || HeaderWords.Is(cell, "creditFlag"));
}
