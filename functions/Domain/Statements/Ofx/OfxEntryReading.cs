using System.Collections.Immutable;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>Turns the elements of a STMTTRN (section 11.4.4) into an entry.</summary>
internal sealed class OfxEntryReading(OfxEntry entry, Currency currency, List<Diagnostic> findings)
{
    /// <summary>The booking date, or the nearest that the statement has; null where neither is there, which is a finding.</summary>
    public DateOnly? Day(DateOnly? fallback)
    {
        var kind = entry.Has(OfxElement.Posted) ? OfxElement.Posted : OfxElement.Initiated;
        return DayOf(kind) ?? NearestDay(entry.Find(kind), fallback);
    }

    /// <summary>The entry at its place, booked on a day.</summary>
    public StatementEntry At(int position, DateOnly day)
    {
        var amount = Amount();
        if (entry.Value(OfxElement.CorrectedId) is { } corrected)
            findings.Add(DiagnosticRules.EntryCorrected.At(
                $"The entry is to {(entry.Value(OfxElement.CorrectAction) ?? "correct").ToUpperInvariant()} entry '{corrected}'.", entry.Line, "CORRECTFITID", corrected));
        return new StatementEntry
        {
            Position = position,
            Line = entry.Line,
            Amount = amount ?? Money.Zero(currency),
            BookingDate = new BookingDate(day),
            ValueDate = ValueDay() is { } valueDay ? new ValueDate(valueDay) : null,
            // An amount that is not known counts in no balance; the entry shows that it is there.
            Status = amount is null ? EntryStatus.Information : entry.IsPending ? EntryStatus.Pending : EntryStatus.Booked,
            BankReference = entry.Value(OfxElement.FinancialId),
            EntryReference = entry.Value(OfxElement.Reference),
            Code = new BankTransactionCode(null, Type(), null),
            Details = [Detail()],
        };
    }

    private DateOnly? NearestDay(OfxField? field, DateOnly? fallback)
    {
        if (fallback is not { } nearest)
            findings.Add(DiagnosticRules.FieldMissing.At("The entry has no date, nor has its statement; it was left out.", entry.Line, "DTPOSTED", field?.Value));
        else if (field is { } wrong)
            findings.Add(DiagnosticRules.DateInvalid.At(
                $"DTPOSTED holds '{wrong.Value}', which is no date; {nearest:yyyy-MM-dd} was taken.", wrong.Line, "DTPOSTED", wrong.Value));
        else
            findings.Add(DiagnosticRules.DateMissing.At(
                $"The entry has no DTPOSTED; {nearest:yyyy-MM-dd} was taken.", entry.Line, "DTPOSTED"));
        return fallback;
    }

    private Money? Amount()
    {
        // Without a currency no figure is an amount; the statement's head has the finding.
        if (currency == default)
            return null;
        if (!entry.Has(OfxElement.CurrencySymbol) && PlainAmount.TryRead(entry.Ascii(OfxElement.Amount), '.', currency, out var plain))
            return plain;
        if (entry.Find(OfxElement.Amount) is not { } field)
        {
            findings.Add(DiagnosticRules.FieldMissing.At("The entry has no TRNAMT.", entry.Line, "TRNAMT"));
            return null;
        }

        if (entry.Find(OfxElement.CurrencySymbol) is { } stated && !stated.Value.Equals(currency.Code, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(DiagnosticRules.CurrencyDiffers.At(
                $"The entry is in {stated.Value}, its account in {currency.Code}.", stated.Line, "CURSYM", stated.Value));
            return null;
        }

        var reading = OfxAmount.Read(field.Value, currency, out var amount);
        if (AmountFindings.Of(reading, amount, "TRNAMT", field.Value, field.Line) is { } finding)
            findings.Add(finding);
        return reading is AmountReading.Exact or AmountReading.OverPrecise ? amount : null;
    }

    private DateOnly? ValueDay()
    {
        if (DayOf(OfxElement.Available) is { } day)
            return day;
        if (entry.Find(OfxElement.Available) is { } field && !OfxDate.IsNone(field.Value))
            findings.Add(DiagnosticRules.DateInvalid.At(
                $"DTAVAIL holds '{field.Value}', which is no date; the entry has no value date.", field.Line, "DTAVAIL", field.Value));
        return null;
    }

    private DateOnly? DayOf(OfxElement kind)
    {
        var ascii = entry.Ascii(kind);
        if (!ascii.IsEmpty)
            return OfxDate.TryRead(ascii, out var plain) ? plain : null;
        return entry.Value(kind) is { } text && OfxDate.TryRead(text, out var day) ? day : null;
    }

    private string? Type() => OfxTypes.Of(entry.Ascii(OfxElement.Type)) ?? entry.Value(OfxElement.Type)?.ToUpperInvariant();

    private TransactionDetail Detail()
    {
        var name = entry.Value(OfxElement.ExtendedName) ?? entry.Value(OfxElement.Name) ?? entry.Value(OfxElement.PayeeName) ?? entry.Value(OfxElement.Payee);
        var account = entry.Counterparty;
        return new TransactionDetail
        {
            References = ChequeNumber() is { } cheque ? new PaymentReferences { ChequeNumber = cheque } : PaymentReferences.None,
            Counterparty = name is null && account.IsEmpty
                ? Party.Unknown
                : new Party { Name = name, Account = account.Designation, Bank = account.BankId },
            Remittance = Remittance(),
            Other = Other(name),
        };
    }

    // Some banks fill the field with zeros where there is no cheque.
    private string? ChequeNumber() =>
        entry.Value(OfxElement.ChequeNumber) is { } number && number.AsSpan().ContainsAnyExcept('0') ? number : null;

    private ImmutableArray<string> Remittance()
    {
        var count = 0;
        for (var i = 0; i < entry.Count; i++)
            count += entry.KindAt(i) == OfxElement.Memo ? 1 : 0;
        if (count <= 1)
            return entry.Value(OfxElement.Memo) is { } only ? [only] : [];
        var lines = ImmutableArray.CreateBuilder<string>(count);
        for (var i = 0; i < entry.Count; i++)
        {
            if (entry.KindAt(i) == OfxElement.Memo)
                lines.Add(entry[i].Value);
        }

        return lines.MoveToImmutable();
    }

    private ImmutableArray<string> Other(string? counterparty)
    {
        ImmutableArray<string>.Builder? other = null;
        for (var i = 0; i < entry.Count; i++)
        {
            var kind = entry.KindAt(i);
            var isName = kind is OfxElement.Name or OfxElement.Payee or OfxElement.PayeeName;
            if (!isName && kind is not (OfxElement.Other or OfxElement.CorrectedId or OfxElement.CorrectAction))
                continue;
            var field = entry[i];
            if (!isName || field.Value != counterparty)
                (other ??= ImmutableArray.CreateBuilder<string>()).Add($"{field.Name}={field.Value}");
        }

        return other?.ToImmutable() ?? [];
    }
}
