using static System.FormattableString;

namespace Reconciliation.Chaos.Statements;

/// <summary>Writes the CFONB relevé de compte: 01 old balance, 04 movement, 05 complement, 07 new balance.</summary>
internal static class Cfonb120Text
{
    private const string PositiveDigits = "{ABCDEFGHI";
    private const string NegativeDigits = "}JKLMNOPQR";

    public static string Of(string bank, string branch, string account, params BankDay[] days) =>
        string.Concat(days.SelectMany(day => Records(bank, branch, account, day)).Select(record => record + "\r\n"));

    private static IEnumerable<string> Records(string bank, string branch, string account, BankDay day)
    {
        yield return Record((1, "01"), (3, bank), (12, branch), (17, "EUR2"), (22, account), (35, Day(day.Day.AddDays(-1))), (91, Signed(day.Opening)));
        foreach (var line in day.Lines)
        {
            var code = line.Cents < 0 ? "06" : "05";
            (int, string)[] operation =
                [(3, bank), (8, $"0{code}0"), (12, branch), (17, "EUR2"), (22, account), (33, code), (35, Day(day.Day))];
            yield return Record([(1, "04"), .. operation, (43, Day(day.Day)), (49, "VIREMENT"), (82, "0000000"), (91, Signed(line.Cents))]);
            yield return Record([(1, "05"), .. operation, (46, line.Cents < 0 ? "NBE" : "NPY"), (49, line.Name)]);
            yield return Record([(1, "05"), .. operation, (46, "LCC"), (49, line.Text)]);
        }

        yield return Record((1, "07"), (3, bank), (12, branch), (17, "EUR2"), (22, account), (35, Day(day.Day)), (91, Signed(day.Stated)));
    }

    private static string Record(params (int Position, string Text)[] fields)
    {
        var record = new char[120];
        Array.Fill(record, ' ');
        foreach (var (position, text) in fields)
            text.CopyTo(record.AsSpan(position - 1));
        return new string(record);
    }

    private static string Day(DateOnly day) => Invariant($"{day:ddMMyy}");

    private static string Signed(long cents)
    {
        var digits = Invariant($"{Math.Abs(cents):00000000000000}");
        return digits[..13] + (cents < 0 ? NegativeDigits : PositiveDigits)[digits[13] - '0'];
    }
}
