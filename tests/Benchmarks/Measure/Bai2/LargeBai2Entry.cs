using Reconciliation.Benchmarks.DemoMonth.Output;
using Reconciliation.Benchmarks.Measure.Camt;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Measure.Bai2;

/// <summary>An entry as a record 16 and its continuations: a label, then lines with the words that banks put before them.</summary>
internal static class LargeBai2Entry
{
    public static IEnumerable<string> Records(LargeEntry entry)
    {
        var (payment, label) = (entry.Payments is [var only] ? only : null, BankText.Plain(entry.BankText));
        var funds = entry.Amount.IsPositive ? Invariant($"V,{entry.Booked:yyMMdd},") : "0";
        yield return Invariant($"16,{TypeOf(entry)},{Math.Abs(entry.Amount.MinorUnits)},{funds},{entry.Reference},{payment?.MandateId},{label}/");
        if (payment is null)
        {
            if (!entry.Payments.IsEmpty)
                yield return Invariant($"88,{entry.Payments.Length} OPERATIONS/");
            yield break;
        }

        var (name, account, bank) = payment.Amount.IsPositive ? ("DBNM", "DACT", "DBIC") : ("CRNM", "CACT", "CBIC");
        yield return $"88,{name}: {BankText.Plain(payment.Party.Name)}/";
        if (payment.Party.City is not null)
        {
            yield return $"88,{account}: {payment.Party.Iban.Value}/";
            yield return $"88,{bank}: {payment.Party.Bic}/";
        }

        if (payment.EndToEndId is { } endToEndId)
            yield return $"88,EREF: {endToEndId}/";
        foreach (var line in payment.Remittance)
            yield return $"88,REMI: {BankText.Plain(line)}/";
        if (payment.CreditorReference is { } reference)
            yield return $"88,{reference}/";
    }

    private static string TypeOf(LargeEntry entry) => entry.Cfonb switch
    {
        "05" when entry.Payments.Length > 1 => "165",
        "05" => "195",
        "06" => "495",
        "08" => "455",
        "11" => "555",
        _ => "698",
    };
}
