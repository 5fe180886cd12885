using System.Text;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>
/// Writes the CFONB relevé de compte: records of 120 characters, 01 old balance, 04 movement, 05 complement, 07 new
/// balance. Latin-1, because the names of payers keep their accents.
/// </summary>
internal static class Cfonb120Writer
{
    private const string PositiveDigits = "{ABCDEFGHI";
    private const string NegativeDigits = "}JKLMNOPQR";
    private const int TextLength = 70;

    public static byte[] Write(IReadOnlyList<DayStatement> statements) =>
        Encoding.Latin1.GetBytes(string.Concat(statements.SelectMany(Records).Select(record => record + "\r\n")));

    private static IEnumerable<string> Records(DayStatement statement)
    {
        yield return Balance("01", statement.Account, statement.Opening, statement.PreviousDay);
        foreach (var booked in statement.Lines)
        {
            yield return Movement(booked.Line);
            foreach (var (qualifier, text) in Complements(booked.Line.Details.Single()))
                yield return Complement(booked.Line, qualifier, text);
        }

        yield return Balance("07", statement.Account, statement.StatedClosing, statement.Day);
    }

    private static string Balance(string record, HouseAccount account, Money amount, DateOnly day) => new Cfonb120Record(record)
        .Put(3, account.BankCode).Put(12, account.BranchCode).Put(17, "EUR").Put(20, "2").Put(22, account.AccountNumber)
        .Put(35, Invariant($"{day:ddMMyy}")).Put(91, Signed(amount)).ToString();

    private static string Movement(BankLine line) => Operation("04", line)
        .Put(43, Invariant($"{line.ValueDate:ddMMyy}"))
        .Put(49, BankText.Cut(Label(line), 31))
        .Put(82, line.SlipNumber ?? "0000000")
        .Put(91, Signed(line.Amount))
        .Put(105, BankText.Cut(line.Details[0].EndToEndId ?? "", 16)).ToString();

    private static string Complement(BankLine line, string qualifier, string text) =>
        Operation("05", line).Put(46, qualifier).Put(49, text).ToString();

    private static Cfonb120Record Operation(string record, BankLine line)
    {
        var code = OperationCodes.Of(line.Operation).Cfonb;
        return new Cfonb120Record(record)
            .Put(3, line.Account.BankCode).Put(8, "0" + code + "0").Put(12, line.Account.BranchCode).Put(17, "EUR").Put(20, "2")
            .Put(22, line.Account.AccountNumber).Put(33, code).Put(35, Invariant($"{line.Booked:ddMMyy}"));
    }

    private static string Label(BankLine line) =>
        BankText.Plain(line.BankText ?? $"{OperationCodes.Of(line.Operation).Label} {line.Details[0].Name}");

    private static IEnumerable<(string Qualifier, string Text)> Complements(LineDetail detail)
    {
        if (detail.Name is { } name)
            yield return (detail.Amount.IsNegative ? "NBE" : "NPY", BankText.Cut(name.ToUpperInvariant(), TextLength));
        if (detail.UltimateName is { } ultimate)
            yield return ("NPO", BankText.Cut(ultimate.ToUpperInvariant(), TextLength));
        if (detail.StructuredReference is { } reference)
            yield return ("LCS", reference.Value);
        foreach (var text in new[] { "LCC", "LC2" }.Zip(Remittance(detail)))
            yield return text;
        if (detail.EndToEndId is { } endToEndId)
            yield return ("RCN", endToEndId);
    }

    private static IEnumerable<string> Remittance(LineDetail detail) => detail.Text.Length switch
    {
        0 => [],
        2 => detail.Text.Select(text => BankText.Cut(BankText.Plain(text), TextLength)),
        _ => BankText.Pieces(BankText.Plain(string.Join(' ', detail.Text)), TextLength),
    };

    private static string Signed(Money amount)
    {
        var digits = Invariant($"{Math.Abs(amount.MinorUnits):00000000000000}");
        return digits[..13] + (amount.IsNegative ? NegativeDigits : PositiveDigits)[digits[13] - '0'];
    }
}
