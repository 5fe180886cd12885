using System.Collections.Frozen;
using System.Collections.Immutable;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>Turns the elements of a STMTTRN (section 11.4.4) into an entry.</summary>
internal sealed class OfxEntryReading(OfxEntry entry, Currency currency, DateOnly? fallback)
{
    // Elements that have a place of their own in an entry.
    private static readonly FrozenSet<string> Placed = new[]
    {
        "TRNTYPE", "DTPOSTED", "DTTRAN", "DTAVAIL", "TRNAMT", "FITID", "CHECKNUM", "REFNUM", "NAME", "EXTDNAME", "PAYEE",
        "PAYEE/NAME", "MEMO",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly List<Diagnostic> _findings = [];

    /// <summary>What was found in it so far.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings;

    /// <summary>The booking date, or the nearest that the statement has; null where neither is there, which is a finding.</summary>
    public DateOnly? Day()
    {
        var field = entry.Find("DTPOSTED") ?? entry.Find("DTTRAN");
        if (field is { } given && OfxDate.TryRead(given.Value, out var day))
            return day;
        if (fallback is not { } nearest)
            _findings.Add(DiagnosticRules.FieldMissing.At("The entry has no date, nor has its statement; it was left out.", entry.Line, "DTPOSTED", field?.Value));
        else if (field is { } wrong)
            _findings.Add(DiagnosticRules.DateInvalid.At(
                $"DTPOSTED holds '{wrong.Value}', which is no date; {nearest:yyyy-MM-dd} was taken.", wrong.Line, "DTPOSTED", wrong.Value));
        else
            _findings.Add(DiagnosticRules.DateMissing.At(
                $"The entry has no DTPOSTED; {nearest:yyyy-MM-dd} was taken.", entry.Line, "DTPOSTED"));
        return fallback;
    }

    /// <summary>The entry at its place, booked on a day.</summary>
    public StatementEntry At(int position, DateOnly day)
    {
        var amount = Amount();
        if (entry.Value("CORRECTFITID") is { } corrected)
            _findings.Add(DiagnosticRules.EntryCorrected.At(
                $"The entry is to {(entry.Value("CORRECTACTION") ?? "correct").ToUpperInvariant()} entry '{corrected}'.", entry.Line, "CORRECTFITID", corrected));
        return new StatementEntry
        {
            Position = position,
            Line = entry.Line,
            Amount = amount ?? Money.Zero(currency),
            BookingDate = new BookingDate(day),
            ValueDate = ValueDay() is { } valueDay ? new ValueDate(valueDay) : null,
            // An amount that is not known counts in no balance; the entry shows that it is there.
            Status = amount is null ? EntryStatus.Information : entry.IsPending ? EntryStatus.Pending : EntryStatus.Booked,
            BankReference = entry.Value("FITID"),
            EntryReference = entry.Value("REFNUM"),
            Code = new BankTransactionCode(null, entry.Value("TRNTYPE")?.ToUpperInvariant(), null),
            Details = [Detail()],
        };
    }

    private Money? Amount()
    {
        // Without a currency no figure is an amount; the statement's head has the finding.
        if (currency == default)
            return null;
        if (entry.Find("TRNAMT") is not { } field)
        {
            _findings.Add(DiagnosticRules.FieldMissing.At("The entry has no TRNAMT.", entry.Line, "TRNAMT"));
            return null;
        }

        if (entry.Find("CURRENCY/CURSYM") is { } stated && !stated.Value.Equals(currency.Code, StringComparison.OrdinalIgnoreCase))
        {
            _findings.Add(DiagnosticRules.CurrencyDiffers.At(
                $"The entry is in {stated.Value}, its account in {currency.Code}.", stated.Line, "CURSYM", stated.Value));
            return null;
        }

        var reading = OfxAmount.Read(field.Value, currency, out var amount);
        if (AmountFindings.Of(reading, amount, "TRNAMT", field.Value, field.Line) is { } finding)
            _findings.Add(finding);
        return reading is AmountReading.Exact or AmountReading.OverPrecise ? amount : null;
    }

    private DateOnly? ValueDay()
    {
        if (entry.Find("DTAVAIL") is not { } field || OfxDate.IsNone(field.Value))
            return null;
        if (OfxDate.TryRead(field.Value, out var day))
            return day;
        _findings.Add(DiagnosticRules.DateInvalid.At(
            $"DTAVAIL holds '{field.Value}', which is no date; the entry has no value date.", field.Line, "DTAVAIL", field.Value));
        return null;
    }

    private TransactionDetail Detail() => new()
    {
        References = ChequeNumber() is { } cheque ? new PaymentReferences { ChequeNumber = cheque } : PaymentReferences.None,
        Counterparty = Counterparty(),
        Remittance = [.. entry.Fields.Where(f => f.Name == "MEMO").Select(f => f.Value)],
        Other = Other(),
    };

    // Some banks fill the field with zeros where there is no cheque.
    private string? ChequeNumber() => entry.Value("CHECKNUM") is { } number && number.Any(c => c != '0') ? number : null;

    private Party Counterparty()
    {
        var party = new Party
        {
            Name = entry.Value("EXTDNAME") ?? entry.Value("NAME") ?? entry.Value("PAYEE/NAME") ?? entry.Value("PAYEE"),
            Account = entry.Counterparty.Designation,
            Bank = entry.Counterparty.BankId,
        };
        return party == Party.Unknown ? Party.Unknown : party;
    }

    private ImmutableArray<string> Other()
    {
        var name = Counterparty().Name;
        return [.. entry.Fields
            .Where(f => !Placed.Contains(f.Name) || (f.Name is "NAME" or "PAYEE" or "PAYEE/NAME" && f.Value != name))
            .Where(f => f.Name != "CURRENCY/CURRATE" && f.Name != "CURRENCY/CURSYM")
            .Select(f => $"{f.Name}={f.Value}")];
    }
}
