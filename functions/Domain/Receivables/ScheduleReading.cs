using System.Collections.Immutable;
using Reconciliation.Domain.Calendars;

namespace Reconciliation.Domain.Receivables;

/// <summary>Holds the terms of one receivable against it.</summary>
internal static class ScheduleReading
{
    /// <summary>The terms by sequence; null where a fault was found, which then is among <paramref name="faults"/>.</summary>
    public static InstalmentSchedule? Of(ImmutableArray<InstalmentRow> rows, Receivable? receivable, ImmutableArray<RowFault>.Builder faults)
    {
        if (receivable is null)
        {
            faults.AddRange(rows.Select(row => ImportRules.ReceivableUnknown.At(
                row.Line, "receivable", $"There is no receivable {row.Receivable}.", row.Receivable)));
            return null;
        }

        var before = faults.Count;
        var terms = rows.Select(row => Term(row, receivable, faults)).OrderBy(term => term.Sequence).ToImmutableArray();
        if (faults.Count == before)
            CheckWhole(rows, terms, receivable, faults);
        return faults.Count == before ? new InstalmentSchedule(receivable.Number, terms, rows[0].Line) : null;
    }

    private static Instalment Term(InstalmentRow row, Receivable receivable, ImmutableArray<RowFault>.Builder faults)
    {
        var currency = receivable.Amount.Currency;
        var reading = AmountText.Read(row.Amount, CsvLine.DecimalMark(row.Amount), currency, out var amount);
        if (reading == AmountReading.TooLarge)
            faults.Add(ImportRules.AmountInvalid.At(row.Line, "amount", $"'{row.Amount}' is larger than any amount.", row.Amount));
        else if (reading != AmountReading.Exact)
            faults.Add(ImportRules.AmountOverPrecise.At(
                row.Line, "amount", $"'{row.Amount}' has more decimals than {currency}, which has {currency.Exponent}.", row.Amount));
        if (row.DueDate < receivable.IssueDate)
            faults.Add(ImportRules.DueBeforeIssue.At(
                row.Line, "due_date", $"Due on {row.DueDate.Iso()}; {receivable.Number} was issued on {receivable.IssueDate.Iso()}.", row.DueDate.Iso()));
        return new Instalment(row.Sequence, row.DueDate, amount);
    }

    private static void CheckWhole(
        ImmutableArray<InstalmentRow> rows, ImmutableArray<Instalment> terms, Receivable receivable, ImmutableArray<RowFault>.Builder faults)
    {
        // In 128 bits the sum of any file's terms has room.
        var total = terms.Aggregate((Int128)0, (sum, term) => sum + term.Amount.MinorUnits);
        var numbers = string.Join(", ", terms.Select(term => term.Sequence));
        if (receivable.Type == ReceivableType.CreditNote)
            Add($"{receivable.Number} is a credit note, which is not paid in terms.", null);
        else if (!terms.Select(term => term.Sequence).SequenceEqual(Enumerable.Range(1, terms.Length)))
            Add($"The terms of {receivable.Number} are numbered {numbers}.", numbers);
        else if (total != receivable.Amount.MinorUnits)
            Add($"The terms of {receivable.Number} come to {Written(total)}, the invoice is of {receivable.Amount}.", Written(total));

        void Add(string message, string? value) => faults.Add(ImportRules.InstalmentsDoNotAddUp.At(rows[0].Line, null, message, value));

        string Written(Int128 minor) => minor <= long.MaxValue
            ? new Money((long)minor, receivable.Amount.Currency).ToString()
            : "more than any amount";
    }
}
