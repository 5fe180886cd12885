using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Calendars;

namespace Reconciliation.Domain.Reporting;

/// <summary>One check of the lines of a file.</summary>
internal sealed class FecChecks(IReadOnlyList<FecLine> lines)
{
    private readonly ImmutableArray<FecFault>.Builder _faults = ImmutableArray.CreateBuilder<FecFault>();

    /// <summary>Every fault: of lines in their order, then of entries, then of the file.</summary>
    public ImmutableArray<FecFault> Run()
    {
        var last = (Number: 0, ValidDate: DateOnly.MinValue);
        foreach (var line in lines)
        {
            CheckAmounts(line);
            CheckTexts(line);
            CheckPlace(line, last);
            last = (line.EcritureNum, line.ValidDate);
        }

        CheckBalances();
        return _faults.ToImmutable();
    }

    private void CheckAmounts(FecLine line)
    {
        if (line.Debit.Currency != Currency.Eur || line.Credit.Currency != Currency.Eur)
            Add(FecRules.CurrencyForeign, line, $"{(line.Debit.IsZero ? line.Credit : line.Debit)} on {line.CompteNum} is not in euros.");
        if (line.Debit.IsNegative || line.Credit.IsNegative)
            Add(FecRules.AmountNegative, line, $"The debit of {line.Debit} or the credit of {line.Credit} on {line.CompteNum} is negative.");
        if (!line.Debit.IsZero && !line.Credit.IsZero)
            Add(FecRules.LineBothSides, line, $"A line on {line.CompteNum} has a debit of {line.Debit} and a credit of {line.Credit}.");
        if (line.Debit.IsZero && line.Credit.IsZero)
            Add(FecRules.LineWithoutAmount, line, $"A line on {line.CompteNum} has neither debit nor credit.");
    }

    private void CheckTexts(FecLine line)
    {
        (string Column, string Text)[] required =
        [
            (nameof(line.JournalCode), line.JournalCode), (nameof(line.JournalLib), line.JournalLib), (nameof(line.CompteNum), line.CompteNum),
            (nameof(line.CompteLib), line.CompteLib), (nameof(line.PieceRef), line.PieceRef), (nameof(line.EcritureLib), line.EcritureLib),
        ];
        foreach (var (column, _) in required.Where(field => string.IsNullOrWhiteSpace(field.Text)))
            Add(FecRules.TextMissing, line, $"{column} is blank.");
        if (line.EcritureLet is null != line.DateLet is null)
            Add(FecRules.LetteringHalf, line, $"EcritureLet is '{line.EcritureLet}' and DateLet is '{line.DateLet?.Iso()}'.");
    }

    private void CheckPlace(FecLine line, (int Number, DateOnly ValidDate) last)
    {
        if (line.ValidDate < line.EcritureDate)
            Add(FecRules.ValidatedTooEarly, line, $"The entry of {line.EcritureDate.Iso()} is validated on {line.ValidDate.Iso()}.");
        if (line.EcritureNum != last.Number && line.EcritureNum != last.Number + 1)
            Add(FecRules.NumberGap, line, string.Create(CultureInfo.InvariantCulture, $"Number {line.EcritureNum} follows {last.Number}."));
        if (line.ValidDate < last.ValidDate)
            Add(FecRules.OrderBroken, line, $"An entry validated on {line.ValidDate.Iso()} follows one of {last.ValidDate.Iso()}.");
    }

    private void CheckBalances()
    {
        foreach (var entry in lines.GroupBy(line => (line.EcritureNum, line.Debit.Currency)))
            CheckBalance(FecRules.EntryUnbalanced, entry.Key.EcritureNum, entry, entry.Key.Currency);
        foreach (var file in lines.GroupBy(line => line.Debit.Currency))
            CheckBalance(FecRules.FileUnbalanced, null, file, file.Key);
    }

    private void CheckBalance(string code, int? number, IEnumerable<FecLine> of, Currency currency)
    {
        var difference = new RunningTotal(currency);
        foreach (var line in of.Where(line => line.Credit.Currency == currency))
        {
            difference.Add(line.Debit);
            difference.Add(-line.Credit);
        }

        if (difference.Amount is not { IsZero: true })
            _faults.Add(new FecFault(code, number, $"Debits less credits come to {difference}."));
    }

    private void Add(string code, FecLine line, string message) => _faults.Add(new FecFault(code, line.EcritureNum, message));
}
