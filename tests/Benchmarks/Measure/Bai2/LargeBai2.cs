using System.Text;
using Reconciliation.Benchmarks.Measure.Lines;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Measure.Bai2;

/// <summary>A month of three accounts in BAI2, a group a day, with any number of made-up entries and right control totals.</summary>
internal static class LargeBai2
{
    public static void Write(Stream file, int entries, ulong seed)
    {
        using var text = new StreamWriter(file, Encoding.ASCII, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var total = new ControlTotal();
        Put(text, total, "01,ATLDFRP0,EXEMPLIA,260930,2140,1,,,2/");
        foreach (var days in LargeDay.Month(entries, seed).Chunk(3))
            total.Add(WriteGroup(text, days));
        total.Count();
        text.WriteLine(Invariant($"99,{total.Sum},{total.Members},{total.Records}/"));
    }

    private static ControlTotal WriteGroup(StreamWriter text, LargeDay[] days)
    {
        var total = new ControlTotal();
        Put(text, total, Invariant($"02,EXEMPLIA,ATLDFRP0,1,{days[0].Day:yyMMdd},2359,EUR,2/"));
        foreach (var day in days)
            total.Add(WriteAccount(text, day));
        total.Count();
        text.WriteLine(Invariant($"98,{total.Sum},{total.Members},{total.Records}/"));
        return total;
    }

    private static ControlTotal WriteAccount(StreamWriter text, LargeDay day)
    {
        var total = new ControlTotal();
        var (opening, closing) = (day.Opening.MinorUnits, day.Closing.MinorUnits);
        var credits = day.Entries.Where(e => !e.Amount.IsNegative).Select(e => e.Amount.MinorUnits).ToArray();
        var debits = day.Entries.Where(e => e.Amount.IsNegative).Select(e => -e.Amount.MinorUnits).ToArray();
        Put(text, total, Invariant($"03,{day.Account.Iban.Value},EUR,010,{opening},,,015,{closing},,/"));
        Put(text, total, Invariant($"88,100,{credits.Sum()},{credits.Length},,400,{debits.Sum()},{debits.Length},/"));
        foreach (var entry in day.Entries)
        {
            foreach (var record in LargeBai2Entry.Records(entry))
                Put(text, total, record);
        }

        total.Add(opening + closing + (2 * (credits.Sum() + debits.Sum())));
        total.Count();
        text.WriteLine(Invariant($"49,{total.Sum},{total.Records}/"));
        return total;
    }

    private static void Put(StreamWriter text, ControlTotal total, string record)
    {
        total.Count();
        text.WriteLine(record);
    }
}
