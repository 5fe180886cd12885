using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Measure.Camt;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Measure.Csv;

/// <summary>Exports of any number of made-up entries with a running balance that is right.</summary>
internal static class LargeCsv
{
    /// <summary>Semicolons, debit and credit apart, decimal commas, no quotes: the profile generic-credit-debit.</summary>
    public static void WritePlain(TextWriter text, int entries, ulong seed)
    {
        text.WriteLine("Booking Date;Details;Credit;Debit;CCY;Running Balance;IBAN;Ref");
        foreach (var (entry, balance) in Entries(entries, seed))
        {
            var (credit, debit) = entry.Amount.IsNegative ? ("", Comma(-entry.Amount)) : (Comma(entry.Amount), "");
            text.WriteLine(Invariant(
                $"{entry.Booked:yyyy-MM-dd};{Details(entry)};{credit};{debit};EUR;{Comma(balance)};{InventedCreditor.Atlantide.Iban.Value};{entry.Reference}"));
        }
    }

    /// <summary>Commas, signed amounts, every text in quotes: the profile generic-amount.</summary>
    public static void WriteQuoted(TextWriter text, int entries, ulong seed)
    {
        text.WriteLine("\"Date\",\"Description\",\"Amount\",\"Currency\",\"Balance\",\"Account\",\"Reference\"");
        foreach (var (entry, balance) in Entries(entries, seed))
            text.WriteLine(Invariant(
                $"{entry.Booked:yyyy-MM-dd},\"{Quotable(entry)}\",{entry.Amount.ToDecimalString()},\"EUR\",{balance.ToDecimalString()},\"{InventedCreditor.Atlantide.Iban.Value}\",\"{entry.Reference}\""));
    }

    private static IEnumerable<(LargeEntry Entry, Money Balance)> Entries(int count, ulong seed)
    {
        var balance = InventedCreditor.Atlantide.Opening;
        var entries = new LargeEntries(new DeterministicRandom(seed));
        for (var number = 1; number <= count; number++)
        {
            // Banks export a month in the order of its days.
            var day = Calendar.BankDays[(int)((number - 1L) * Calendar.BankDays.Length / count)];
            var entry = entries.Next(number) with { Booked = day };
            yield return (entry, balance += entry.Amount);
        }
    }

    private static string Comma(Money amount) => amount.ToDecimalString().Replace('.', ',');

    // One in ten has quotes of its own, each written twice.
    private static string Quotable(LargeEntry entry) =>
        entry.Reference[^1] == '7' ? Details(entry) + ", \"\"solde\"\"" : Details(entry);

    private static string Details(LargeEntry entry) => entry.Payments switch
    {
        [] => entry.BankText,
        [var payment] => $"{entry.BankText} {payment.Party.Name} {string.Join(' ', payment.Remittance)}{(payment.EndToEndId is { } id ? $" REF {id}" : "")}",
        _ => $"{entry.BankText} {entry.Payments.Length} OPERATIONS",
    };
}
