using System.Text;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>Writes MT940 with the German structured field 86, as banks on the Rhine do. ASCII.</summary>
internal static class Mt940Writer
{
    /// <summary>With SWIFT blocks and LF, or as the bank's portal hands it out: bare and with CR LF.</summary>
    public static byte[] Write(IReadOnlyList<DayStatement> statements, bool isFromPortal)
    {
        var text = new StringBuilder();
        foreach (var statement in statements)
        {
            var fields = string.Concat(Fields(statement).Select(field => field + "\n"));
            text.Append(isFromPortal ? fields + "-\n" : InBlocks(Terminal(statement), fields));
        }

        return Encoding.ASCII.GetBytes(isFromPortal ? text.Replace("\n", "\r\n").ToString() : text.ToString());
    }

    private static string InBlocks(string terminal, string fields) =>
        $"{{1:F01{terminal}0000000000}}{{2:I940{terminal}N}}{{4:\n{fields}-}}\n";

    private static string Terminal(DayStatement statement) => statement.Account.Bic + "AXXX";

    private static IEnumerable<string> Fields(DayStatement statement)
    {
        yield return Invariant($":20:{statement.Account.Bic[..4]}{statement.Day:yyMMdd}");
        yield return ":25:" + statement.Account.Iban.Value;
        yield return Invariant($":28C:{statement.Number:00000}/001");
        yield return Balance("60F", statement.Opening, statement.PreviousDay);
        foreach (var booked in statement.Lines)
        {
            yield return Line(booked.Line);
            foreach (var text in Mt940Details.Lines(booked.Line))
                yield return text;
        }

        yield return Balance("62F", statement.StatedClosing, statement.Day);
        yield return Balance("64", statement.StatedClosing, statement.Day);
    }

    private static string Line(BankLine line)
    {
        var mark = line.Operation == Operation.DirectDebitReturned ? "RC" : line.Amount.IsNegative ? "D" : "C";
        var reference = line.SlipNumber ?? "NONREF";
        var type = OperationCodes.Of(line.Operation).Swift;
        return Invariant($":61:{line.ValueDate:yyMMdd}{line.Booked:MMdd}{mark}{Figure(line.Amount)}{type}{reference}");
    }

    private static string Balance(string tag, Money amount, DateOnly day) =>
        Invariant($":{tag}:{(amount.IsNegative ? 'D' : 'C')}{day:yyMMdd}{amount.Currency}{Figure(amount)}");

    private static string Figure(Money amount) => amount.Abs().ToDecimalString().Replace('.', ',');
}
