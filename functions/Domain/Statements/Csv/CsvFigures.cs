using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>The amount and the balance of a row, with the sign that they have for the holder.</summary>
internal sealed class CsvFigures(CsvLayout layout)
{
    private readonly CsvProfile _profile = layout.Profile;
    private readonly CsvPlaces _places = layout.Places;
    private readonly bool _hasPlainFigures = CsvAmount.HasPlainFigures(layout.Profile);

    /// <summary>The amount, positive for money in; null where there is none, which is a finding.</summary>
    public Money? Amount(CsvRow row, Currency currency, List<Diagnostic> findings) => _profile.Columns switch
    {
        { Amount: null } => DebitOrCredit(row, currency, findings),
        { Sign: { } sign } => Flagged(row, sign, currency, findings),
        _ => Figure(row, _places.Amount, currency, findings) is { } amount ? _profile.PurchasesPositive ? -amount : amount : null,
    };

    /// <summary>The balance after the entry; null where the row states none.</summary>
    public Money? Balance(CsvRow row, Currency currency, List<Diagnostic> findings) =>
        row.IsFilled(_places.Balance) ? Figure(row, _places.Balance, currency, findings) : null;

    private Money? DebitOrCredit(CsvRow row, Currency currency, List<Diagnostic> findings)
    {
        var hasDebit = row.IsFilled(_places.Debit);
        var hasCredit = row.IsFilled(_places.Credit);
        if (!hasDebit && !hasCredit)
        {
            var (debitColumn, creditColumn) = (Title(_places.Debit, currency), Title(_places.Credit, currency));
            findings.Add(DiagnosticRules.FieldMissing.At($"Neither {debitColumn} nor {creditColumn} is filled.", row.Line, debitColumn));
            return null;
        }

        var debit = hasDebit ? Figure(row, _places.Debit, currency, findings) : Money.Zero(currency);
        var credit = hasCredit ? Figure(row, _places.Credit, currency, findings) : Money.Zero(currency);
        if (debit is not { } moneyOut || credit is not { } moneyIn)
            return null;
        if (moneyOut.IsZero || moneyIn.IsZero)
            return moneyOut.IsZero ? moneyIn : _profile.DebitsNegative ? moneyOut : -moneyOut;
        findings.Add(DiagnosticRules.AmountInvalid.At(
            $"Both {Title(_places.Debit, currency)} and {Title(_places.Credit, currency)} are filled.", row.Line, Title(_places.Debit, currency), row[_places.Debit]));
        return null;
    }

    private Money? Flagged(CsvRow row, string column, Currency currency, List<Diagnostic> findings)
    {
        if (Figure(row, _places.Amount, currency, findings) is not { } amount)
            return null;
        var flag = row[_places.Sign];
        var isDebit = _profile.DebitFlags.Contains(flag, StringComparer.OrdinalIgnoreCase);
        if (amount.IsNegative)
            findings.Add(DiagnosticRules.AmountInvalid.At(
                $"The amount is negative, while {column} gives the sign.", row.Line, _profile.Columns.Amount, row[_places.Amount]));
        else if (isDebit || _profile.CreditFlags.Contains(flag, StringComparer.OrdinalIgnoreCase))
            return isDebit ? -amount : amount;
        else
            findings.Add(DiagnosticRules.SyntaxInvalid.At(
                $"{column} holds '{flag}', which says neither debit nor credit.", row.Line, column, flag));
        return null;
    }

    private Money? Figure(CsvRow row, int place, Currency currency, List<Diagnostic> findings)
    {
        if (_hasPlainFigures && PlainAmount.TryRead(row.Utf8(place), _profile.DecimalMark, currency, out var plain))
            return plain;
        var text = row[place];
        var reading = CsvAmount.Read(text, _profile, currency, out var amount);
        if (AmountFindings.Of(reading, amount, Title(place, currency), text, row.Line) is { } finding)
            findings.Add(finding);
        return reading is AmountReading.Exact or AmountReading.OverPrecise ? amount : null;
    }

    private string Title(int place, Currency currency) => CsvLayout.Title(_profile.Header[place], currency);
}
