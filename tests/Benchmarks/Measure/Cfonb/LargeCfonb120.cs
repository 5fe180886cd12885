using System.Text;
using Reconciliation.Benchmarks.DemoMonth.Output;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Measure.Camt;
using Reconciliation.Benchmarks.Measure.Lines;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Measure.Cfonb;

/// <summary>A month of relevés de compte of three accounts, with any number of made-up movements and their complements.</summary>
internal static class LargeCfonb120
{
    private const string PositiveDigits = "{ABCDEFGHI";
    private const string NegativeDigits = "}JKLMNOPQR";
    private const int TextLength = 70;
    private const int HalfLength = 35;

    public static void Write(Stream file, int entries, ulong seed)
    {
        using var text = new StreamWriter(file, Encoding.ASCII, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        foreach (var day in LargeDay.Month(entries, seed))
        {
            text.WriteLine(Balance("01", day.Account, day.Opening, day.Before));
            foreach (var entry in day.Entries)
            {
                text.WriteLine(Movement(day.Account, entry));
                foreach (var (qualifier, information) in Complements(entry))
                    text.WriteLine(Operation("05", day.Account, entry).Put(46, qualifier).Put(49, BankText.Cut(information, TextLength)));
            }

            text.WriteLine(Balance("07", day.Account, day.Closing, day.Day));
        }
    }

    private static Cfonb120Record Balance(string record, HouseAccount account, Money amount, DateOnly day) => new Cfonb120Record(record)
        .Put(3, account.BankCode).Put(12, account.BranchCode).Put(17, "EUR").Put(20, "2").Put(22, account.AccountNumber)
        .Put(35, Invariant($"{day:ddMMyy}")).Put(91, Signed(amount));

    private static Cfonb120Record Movement(HouseAccount account, LargeEntry entry) => Operation("04", account, entry)
        .Put(43, Invariant($"{entry.Booked:ddMMyy}"))
        .Put(49, BankText.Cut(BankText.Plain(entry.BankText), 31))
        .Put(82, entry.Reference[^7..]).Put(89, "0").Put(90, "0")
        .Put(91, Signed(entry.Amount))
        .Put(105, BankText.Cut(entry.Reference, 16));

    private static Cfonb120Record Operation(string record, HouseAccount account, LargeEntry entry) => new Cfonb120Record(record)
        .Put(3, account.BankCode).Put(8, "0" + entry.Cfonb + "0").Put(12, account.BranchCode).Put(17, "EUR").Put(20, "2")
        .Put(22, account.AccountNumber).Put(33, entry.Cfonb).Put(35, Invariant($"{entry.Booked:ddMMyy}"));

    private static IEnumerable<(string Qualifier, string Information)> Complements(LargeEntry entry)
    {
        if (entry.Payments is not [var payment])
            return entry.Payments.IsEmpty ? [] : [("LIB", Invariant($"{entry.Payments.Length} OPERATIONS"))];
        return payment.Amount.IsPositive ? Received(payment) : Paid(payment);
    }

    private static IEnumerable<(string Qualifier, string Information)> Received(LargePayment payment)
    {
        yield return ("NPY", BankText.Plain(payment.Party.Name));
        if (payment.Party.City is not null)
            yield return ("CPY", payment.Party.Iban.Value);
        foreach (var text in new[] { "LCC", "LC2" }.Zip(BankText.Pieces(BankText.Plain(payment.Remittance[0]), TextLength)))
            yield return text;
        if (payment.CreditorReference is { } reference)
            yield return ("LCS", reference);
        if (payment.EndToEndId is { } endToEndId)
            yield return ("RCN", BankText.Cut(endToEndId, HalfLength).PadRight(HalfLength) + "SUPP");
    }

    private static IEnumerable<(string Qualifier, string Information)> Paid(LargePayment payment)
    {
        yield return ("NBE", BankText.Plain(payment.Party.Name));
        if (payment.MandateId is { } mandate)
            yield return ("RUM", mandate.PadRight(HalfLength) + "RCUR");
        yield return ("LIB", BankText.Plain(string.Join(' ', payment.Remittance)));
        if (payment.EndToEndId is { } endToEndId)
            yield return ("RCN", endToEndId);
    }

    private static string Signed(Money amount)
    {
        var digits = Invariant($"{Math.Abs(amount.MinorUnits):00000000000000}");
        return digits[..13] + (amount.IsNegative ? NegativeDigits : PositiveDigits)[digits[13] - '0'];
    }
}
