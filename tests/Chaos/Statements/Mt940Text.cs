using System.Text;
using static System.FormattableString;

namespace Reconciliation.Chaos.Statements;

/// <summary>Writes MT940: a statement a day.</summary>
internal static class Mt940Text
{
    public static string Of(string account, params BankDay[] days) => string.Concat(days.Select(day => Statement(account, day)));

    private static string Statement(string account, BankDay day)
    {
        var text = new StringBuilder();
        text.Append(Invariant($":20:DAY{day.Number}\n:25:{account}\n:28C:{day.Number:00000}\n:60F:{Balance(day.Day.AddDays(-1), day.Opening)}\n"));
        foreach (var line in day.Lines)
        {
            var (mark, code) = line.Cents < 0 ? ("D", "177") : ("C", "166");
            text.Append(Invariant($":61:{day.Day:yyMMdd}{day.Day:MMdd}{mark}{Amount(line.Cents)}NTRFNONREF\n"));
            text.Append(Invariant($":86:{code}?00VIREMENT?20SVWZ+{line.Text}?32{line.Name}\n"));
        }

        return text.Append(Invariant($":62F:{Balance(day.Day, day.Stated)}\n-\n")).ToString();
    }

    private static string Balance(DateOnly day, long cents) => Invariant($"{(cents < 0 ? 'D' : 'C')}{day:yyMMdd}EUR{Amount(cents)}");

    private static string Amount(long cents) => Invariant($"{Math.Abs(cents) / 100},{Math.Abs(cents) % 100:00}");
}
