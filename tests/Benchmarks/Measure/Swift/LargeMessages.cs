using System.Text;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Measure.Camt;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Measure.Swift;

/// <summary>
/// MT940 messages of any number of made-up entries that add up: a statement a day, every third day in pages, lines
/// that end with CR LF as banks send them.
/// </summary>
internal sealed class LargeMessages(TextWriter text, LargeEntries entries, LargeInformation information)
{
    private const int EntriesADay = 400;
    private const int EntriesAPage = 40;
    private const int PagedDays = 3;

    private static readonly DateOnly FirstDay = new(2019, 1, 1);

    private readonly HouseAccount _account = InventedCreditor.Boreal;
    private Money _balance = InventedCreditor.Boreal.Opening;
    private int _written;

    public static void Write(Stream file, int entries, ulong seed)
    {
        using var text = new StreamWriter(file, Encoding.ASCII, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        var random = new DeterministicRandom(seed);
        var messages = new LargeMessages(text, new LargeEntries(random), new LargeInformation(random.Fork("information")));
        for (var day = 1; messages._written < entries; day++)
            messages.WriteDay(day, Math.Min(EntriesADay, entries - messages._written));
    }

    private void WriteDay(int number, int count)
    {
        var perPage = number % PagedDays == 0 ? EntriesAPage : EntriesADay;
        var pages = (count + perPage - 1) / perPage;
        for (var page = 1; page <= pages; page++)
            WritePage(number, page, Math.Min(perPage, count - ((page - 1) * perPage)), isLast: page == pages);
    }

    private void WritePage(int statement, int page, int count, bool isLast)
    {
        var day = FirstDay.AddDays(statement);
        text.WriteLine(Invariant($":20:BORL{day:yyMMdd}"));
        text.WriteLine(":25:" + _account.Iban.Value);
        text.WriteLine(Invariant($":28C:{statement:00000}/{page:000}"));
        WriteBalance(page == 1 ? "60F" : "60M", day.AddDays(-1));
        for (var i = 0; i < count; i++)
            WriteEntry(entries.Next(++_written), day);
        WriteBalance(isLast ? "62F" : "62M", day);
        text.WriteLine("-");
    }

    private void WriteEntry(LargeEntry entry, DateOnly day)
    {
        _balance += entry.Amount;
        var mark = entry.Amount.IsNegative ? "D" : "C";
        var reference = entry.Payments is [{ EndToEndId: { Length: <= 16 } own }] ? own : "NONREF";
        text.WriteLine(Invariant($":61:{day:yyMMdd}{day:MMdd}{mark}R{Figure(entry.Amount)}NTRF{reference}//{entry.Reference[2..]}"));
        information.Write(text, entry);
    }

    private void WriteBalance(string tag, DateOnly day) =>
        text.WriteLine(Invariant($":{tag}:{(_balance.IsNegative ? 'D' : 'C')}{day:yyMMdd}EUR{Figure(_balance)}"));

    private static string Figure(Money amount) => amount.Abs().ToDecimalString().Replace('.', ',');
}
