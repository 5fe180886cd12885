using System.Text;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Output;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Matching.Data;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Matching.Files;

/// <summary>Writes a statement as CFONB relevé de compte: capitals without accents, a label of 31 and complements of 70 characters, no payer's account.</summary>
internal static class CfonbFile
{
    private const string PositiveDigits = "{ABCDEFGHI";
    private const string NegativeDigits = "}JKLMNOPQR";
    private const int TextLength = 70;

    public static void Write(Stream file, StatementToWrite statement)
    {
        using var text = new StreamWriter(file, Encoding.ASCII, leaveOpen: true) { NewLine = "\r\n" };
        text.WriteLine(Balance("01", statement.House, statement.Opening, statement.First));
        foreach (var payment in statement.Payments)
        {
            text.WriteLine(Movement(payment));
            foreach (var (qualifier, words) in Complements(payment))
                text.WriteLine(Operation("05", payment).Put(46, qualifier).Put(49, words));
        }

        text.WriteLine(Balance("07", statement.House, statement.Closing, statement.Last));
    }

    private static Cfonb120Record Balance(string record, HouseAccount house, long cents, DateOnly day) => new Cfonb120Record(record)
        .Put(3, house.BankCode).Put(12, house.BranchCode).Put(17, "EUR").Put(20, "2").Put(22, house.AccountNumber)
        .Put(35, Invariant($"{day:ddMMyy}")).Put(91, Signed(cents));

    private static Cfonb120Record Movement(LabelledPayment payment) => Operation("04", payment)
        .Put(43, Invariant($"{payment.Booked:ddMMyy}"))
        .Put(49, BankText.Cut(BankText.Plain($"{OperationCodes.Of(payment.Operation).Label} {payment.PayerName}"), 31))
        .Put(82, "0000000")
        .Put(91, Signed(payment.Cents));

    private static Cfonb120Record Operation(string record, LabelledPayment payment)
    {
        var code = OperationCodes.Of(payment.Operation).Cfonb;
        return new Cfonb120Record(record)
            .Put(3, payment.House.BankCode).Put(8, "0" + code + "0").Put(12, payment.House.BranchCode).Put(17, "EUR").Put(20, "2")
            .Put(22, payment.House.AccountNumber).Put(33, code).Put(35, Invariant($"{payment.Booked:ddMMyy}"));
    }

    private static IEnumerable<(string Qualifier, string Text)> Complements(LabelledPayment payment)
    {
        if (payment.PayerName is { } name)
            yield return ("NPY", BankText.Cut(BankText.Plain(name), TextLength));
        if (payment.UltimateName is { } ultimate)
            yield return ("NPO", BankText.Cut(BankText.Plain(ultimate), TextLength));
        if (payment.StructuredReference is { } reference)
            yield return ("LCS", reference);
        foreach (var text in new[] { "LCC", "LC2" }.Zip(Remittance(payment)))
            yield return text;
        if (payment.EndToEndId is { } endToEndId)
            yield return ("RCN", BankText.Cut(endToEndId, 35));
    }

    private static IEnumerable<string> Remittance(LabelledPayment payment)
    {
        var lines = payment.Lines.Where(line => line.Length > 0).ToList();
        return lines.Count == 0 ? []
            : lines.Count == 2 ? lines.Select(line => BankText.Cut(BankText.Plain(line), TextLength))
            : BankText.Pieces(BankText.Plain(string.Join(' ', lines)), TextLength);
    }

    private static string Signed(long cents)
    {
        var digits = Invariant($"{Math.Abs(cents):00000000000000}");
        return digits[..13] + (cents < 0 ? NegativeDigits : PositiveDigits)[digits[13] - '0'];
    }
}
