using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Measure.Camt;
using Reconciliation.Domain;

namespace Reconciliation.Benchmarks.Measure.Lines;

/// <summary>A made-up day of an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Before">The day of the opening balance.</param>
/// <param name="Day">The day on which every entry is booked.</param>
/// <param name="Opening">What is on the account before the first entry.</param>
/// <param name="Entries">The entries.</param>
internal sealed record LargeDay(HouseAccount Account, DateOnly Before, DateOnly Day, Money Opening, ImmutableArray<LargeEntry> Entries)
{
    /// <summary>What is on the account after the last entry.</summary>
    public Money Closing => Money.Sum(Entries.Select(e => e.Amount).Prepend(Opening), Currency.Eur);

    /// <summary>The days of a month of three accounts with so many entries in all, one after the other; the same seed gives the same.</summary>
    public static IEnumerable<LargeDay> Month(int entries, ulong seed)
    {
        var drawn = new LargeEntries(new DeterministicRandom(seed));
        var accounts = InventedCreditor.Accounts;
        var balances = accounts.Select(a => a.Opening).ToArray();
        var statements = Calendar.BankDays.Length * accounts.Length;
        for (var statement = 0; statement < statements; statement++)
        {
            var (day, account) = (statement / accounts.Length, statement % accounts.Length);
            var from = (int)((long)entries * statement / statements);
            var to = (int)((long)entries * (statement + 1) / statements);
            var large = new LargeDay(
                accounts[account],
                day == 0 ? Calendar.Before : Calendar.BankDays[day - 1],
                Calendar.BankDays[day],
                balances[account],
                [.. Enumerable.Range(from, to - from).Select(number => drawn.Next(number) with { Booked = Calendar.BankDays[day] })]);
            balances[account] = large.Closing;
            yield return large;
        }
    }
}
