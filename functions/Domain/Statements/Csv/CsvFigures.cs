using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>The amount and the balance of a row, with the sign that they have for the holder.</summary>
internal sealed class CsvFigures(CsvLayout layout)
{
    private readonly CsvProfile _profile = layout.Profile;

    /// <summary>The amount, positive for money in; null where there is none, which is a finding.</summary>
    public Money? Amount(CsvRow row, Currency currency, List<Diagnostic> findings) => _profile.Columns switch
    {
        { Amount: null } => DebitOrCredit(row, currency, findings),
        { Sign: { } sign } => Flagged(row, sign, currency, findings),
        { Amount: var column } => Figure(row, column, currency, findings) is { } amount ? _profile.PurchasesPositive ? -amount : amount : null,
    };

    /// <summary>The balance after the entry; null where the row states none.</summary>
    public Money? Balance(CsvRow row, Currency currency, List<Diagnostic> findings) =>
        _profile.Columns.Balance is { } column && row[layout.Place(column)].Length > 0 ? Figure(row, column, currency, findings) : null;

    private Money? DebitOrCredit(CsvRow row, Currency currency, List<Diagnostic> findings)
    {
        var debitColumn = CsvLayout.Title(_profile.Columns.Debit, currency);
        var creditColumn = CsvLayout.Title(_profile.Columns.Credit, currency);
        var debitText = row[layout.Place(_profile.Columns.Debit)];
        var hasDebit = debitText.Length > 0;
        var hasCredit = row[layout.Place(_profile.Columns.Credit)].Length > 0;
        if (!hasDebit && !hasCredit)
        {
            findings.Add(DiagnosticRules.FieldMissing.At($"Neither {debitColumn} nor {creditColumn} is filled.", row.Line, debitColumn));
            return null;
        }

        var debit = hasDebit ? Figure(row, _profile.Columns.Debit, currency, findings) : Money.Zero(currency);
        var credit = hasCredit ? Figure(row, _profile.Columns.Credit, currency, findings) : Money.Zero(currency);
        if (debit is not { } moneyOut || credit is not { } moneyIn)
            return null;
        if (moneyOut.IsZero || moneyIn.IsZero)
            return moneyOut.IsZero ? moneyIn : _profile.DebitsNegative ? moneyOut : -moneyOut;
        findings.Add(DiagnosticRules.AmountInvalid.At(
            $"Both {debitColumn} and {creditColumn} are filled.", row.Line, debitColumn, debitText));
        return null;
    }

    private Money? Flagged(CsvRow row, string column, Currency currency, List<Diagnostic> findings)
    {
        if (Figure(row, _profile.Columns.Amount, currency, findings) is not { } amount)
            return null;
        var flag = row[layout.Place(column)];
        var isDebit = _profile.DebitFlags.Contains(flag, StringComparer.OrdinalIgnoreCase);
        if (amount.IsNegative)
            findings.Add(DiagnosticRules.AmountInvalid.At(
                $"The amount is negative, while {column} gives the sign.", row.Line, _profile.Columns.Amount, row[layout.Place(_profile.Columns.Amount)]));
        else if (isDebit || _profile.CreditFlags.Contains(flag, StringComparer.OrdinalIgnoreCase))
            return isDebit ? -amount : amount;
        else
            findings.Add(DiagnosticRules.SyntaxInvalid.At(
                $"{column} holds '{flag}', which says neither debit nor credit.", row.Line, column, flag));
        return null;
    }

    private Money? Figure(CsvRow row, string? column, Currency currency, List<Diagnostic> findings)
    {
        var text = row[layout.Place(column)];
        var reading = CsvAmount.Read(text, _profile, currency, out var amount);
        if (AmountFindings.Of(reading, amount, CsvLayout.Title(column, currency), text, row.Line) is { } finding)
            findings.Add(finding);
        return reading is AmountReading.Exact or AmountReading.OverPrecise ? amount : null;
    }
}
