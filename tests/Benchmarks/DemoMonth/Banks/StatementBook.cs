using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Banks;

/// <summary>Books lines into daily statements, each opening where the one before closed.</summary>
internal static class StatementBook
{
    private const int NumberOfFirst = 169;

    /// <summary>The statements of an account, one a bank day, also of a day without entries.</summary>
    public static ImmutableArray<DayStatement> Of(HouseAccount account, IEnumerable<BankLine> lines, DeterministicRandom random)
    {
        var byDay = random.Shuffle(lines.Where(l => l.Account == account)).OrderBy(l => l.Booked).ToLookup(l => Calendar.BankDayOf(l.Booked));
        var statements = ImmutableArray.CreateBuilder<DayStatement>();
        var (balance, previous, sequence) = (account.Opening, Calendar.Before, 0);
        foreach (var day in Calendar.BankDays)
        {
            var booked = byDay[day].Select(line => new BookedLine(line, Reference(account, line, ++sequence))).ToImmutableArray();
            var closing = balance + Money.Sum(booked.Select(b => b.Line.Amount), Currency.Eur);
            statements.Add(new DayStatement
            {
                Account = account, Day = day, PreviousDay = previous, Number = NumberOfFirst + statements.Count,
                Opening = balance, Lines = booked, Closing = closing,
            });
            (balance, previous) = (closing, day);
        }

        return statements.ToImmutable();
    }

    private static string Reference(HouseAccount account, BankLine line, int sequence) =>
        Invariant($"{account.Bic[..3]}{line.Booked:yyMMdd}{sequence:00000}");
}
