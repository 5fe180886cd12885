using System.Text;
using static System.FormattableString;

namespace Reconciliation.Pipeline.Tests.Identity;

/// <summary>Writes what a history is in MT940 and MT942; a batch is one line there.</summary>
internal sealed class SwiftExport(TrueHistory history, string account, References references)
{
    // Over every export, so that no two are the same file.
    private static int _messages;

    /// <summary>MT940: end-of-day statements.</summary>
    public Export Statements(params Cut[] cuts) => new(
        Invariant($"940 {string.Join(' ', cuts.Select(cut => $"{cut.From}-{cut.To}#{cut.Number}"))}"), string.Concat(cuts.Select(Statement)), cuts);

    /// <summary>MT942: what was booked on a day so far, and what is announced.</summary>
    public Export Report(int day, int to)
    {
        var text = new StringBuilder(Invariant($":20:M{Interlocked.Increment(ref _messages)}\n:25:{account}\n:28C:{day + 1}\n:34F:EUR0,00\n:13D:{history.Days[day]:yyMMdd}1200+0100\n"));
        foreach (var entry in history.Entries.Take(to).Skip(history.BeginOf(day)))
            Append(text, entry);
        foreach (var pending in history.Pending.Where(pending => pending.Day == history.Days[day]))
            Append(text, pending.Entry);
        return new Export(Invariant($"942 day {day} to {to}"), text.Append("-\n").ToString(), []);
    }

    private string Statement(Cut cut)
    {
        var text = new StringBuilder(Invariant($":20:M{Interlocked.Increment(ref _messages)}\n:25:{account}\n:28C:{cut.Number}\n"));
        text.Append(Invariant($":60F:{Balance(history.BalanceBefore(cut.From), history.BalanceDayBefore(cut.From))}\n"));
        for (var index = cut.From; index < cut.To; index++)
            Append(text, history.Entries[index]);
        return text.Append(Invariant($":62F:{Balance(history.BalanceBefore(cut.To), history.Entries[cut.To - 1].Day)}\n-\n")).ToString();
    }

    private void Append(StringBuilder text, TrueEntry entry)
    {
        var mark = (entry.IsReversal ? "R" : "") + (entry.Cents < 0 == entry.IsReversal ? "C" : "D");
        var own = references.OfPayer && entry.EndToEnd is { } endToEnd ? endToEnd : "NONREF";
        var bank = references.OfBank && entry.Reference is { } reference ? "//" + reference : "";
        text.Append(Invariant($":61:{entry.Day:yyMMdd}{entry.Day:MMdd}{mark}{Amount(entry.Cents)}NTRF{own}{bank}\n:86:{entry.Text}\n"));
    }

    private static string Balance(long cents, DateOnly day) => Invariant($"{(cents < 0 ? 'D' : 'C')}{day:yyMMdd}EUR{Amount(cents)}");

    private static string Amount(long cents) => Invariant($"{Math.Abs(cents) / 100},{Math.Abs(cents) % 100:00}");
}
