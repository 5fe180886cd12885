using System.Collections.Immutable;

namespace Reconciliation.Pipeline.Tests.Identity;

/// <summary>
/// The true history of a bank account over some days: entries in the order of the books, some of them twins of others with
/// and without references, batches, reversals; payments announced that book on a later day or vanish.
/// </summary>
internal sealed class TrueHistory
{
    private static readonly string[] Texts = ["LOYER", "FACTURE 2026-17", "ACOMPTE", "COTISATION"];

    private readonly Random _random;

    public TrueHistory(Random random, bool withBatches)
    {
        _random = random;
        Opening = random.Next(-50_00, 500_00);
        var days = random.Next(2, 7);
        var first = new DateOnly(2026, 3, 2).AddDays(random.Next(200));
        Days = [.. Enumerable.Range(0, days).Select(first.AddDays)];
        var entries = new List<TrueEntry>();
        var announced = new List<TrueEntry>();
        foreach (var day in Days)
        {
            var begin = entries.Count;
            var count = random.Next(1, 7);
            entries.AddRange(announced.Select(entry => entry with { Day = day }));
            announced.Clear();
            while (entries.Count < begin + count)
                entries.Add(Next(day, entries, begin, withBatches));
            if (random.Next(2) == 0)
                Announce(day, announced);
        }

        Entries = [.. entries];
        Pending = [.. _pending];
    }

    private readonly List<PendingEntry> _pending = [];

    public long Opening { get; }

    public ImmutableArray<DateOnly> Days { get; }

    public ImmutableArray<TrueEntry> Entries { get; }

    public ImmutableArray<PendingEntry> Pending { get; }

    /// <summary>The balance before the entry of an index, in cents.</summary>
    public long BalanceBefore(int index) => Opening + Entries.Take(index).Sum(entry => entry.Cents);

    /// <summary>The day that a statement states for the balance before an index: the same day where the day is cut there, else the one before.</summary>
    public DateOnly BalanceDayBefore(int index) =>
        index > 0 && index < Entries.Length && Entries[index - 1].Day == Entries[index].Day
            ? Entries[index].Day
            : index < Entries.Length ? Entries[index].Day.AddDays(-1) : Entries[^1].Day;

    /// <summary>The index of the first entry of a day, by its number from 0; the count of entries behind the last day.</summary>
    public int BeginOf(int day) => day >= Days.Length ? Entries.Length : Entries.TakeWhile(entry => entry.Day < Days[day]).Count();

    private TrueEntry Next(DateOnly day, List<TrueEntry> entries, int begin, bool withBatches)
    {
        // A third of them are twins of an entry of the day: without references, with others, or with the very same.
        if (entries.Count > begin && _random.Next(3) == 0)
        {
            var twin = entries[_random.Next(begin, entries.Count)];
            return _random.Next(3) == 0 ? twin with { Reference = Reference() } : twin;
        }

        if (entries.Count > 0 && _random.Next(8) == 0)
        {
            var undone = entries[_random.Next(entries.Count)];
            return undone with { Day = day, Cents = -undone.Cents, IsReversal = true, Parts = [], Text = undone.Text + " ANNULE" };
        }

        var parts = withBatches && _random.Next(6) == 0 ? Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Amount()).ToImmutableArray() : [];
        var cents = parts.IsEmpty ? Amount() * (_random.Next(3) == 0 ? -1 : 1) : parts.Sum();
        var endToEnd = _random.Next(2) == 0 ? $"E{_random.Next(3)}" : null;
        return new TrueEntry(day, cents, _random.Next(2) == 0 ? Reference() : null, endToEnd, Texts[_random.Next(Texts.Length)], false, parts);
    }

    private void Announce(DateOnly day, List<TrueEntry> announced)
    {
        var entry = new TrueEntry(day, Amount(), _random.Next(2) == 0 ? Reference() : null, null, Texts[_random.Next(Texts.Length)], false, []);
        _pending.Add(new PendingEntry(day, entry));
        if (_random.Next(2) == 0 && day < Days[^1])
            announced.Add(entry);
    }

    // Of any size, for the sums of balances tell entries apart: what comes to the same sum by coincidence is beyond them.
    private long Amount() => _random.Next(1_00, 900_000_00);

    private string Reference() => $"REF{_random.Next(100_000)}";
}
