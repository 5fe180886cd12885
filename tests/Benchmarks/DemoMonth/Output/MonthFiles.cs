using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>
/// Puts daily statements into files, and lets five of them suffer. The broken file never comes again: its balance is
/// wrong, its entries are right, and the next file of the account does not follow on the last good one. The cut file
/// was sent again whole.
/// </summary>
internal static class MonthFiles
{
    private static readonly DateOnly BrokenDay = Calendar.Day(18);
    private static readonly DateOnly CutDay = Calendar.Day(9);
    private static readonly DateOnly DuplicatedDay = Calendar.Day(14);
    private static readonly DateOnly RepeatedDay = Calendar.Day(18);

    /// <summary>Fetched on Mondays, Wednesdays and Fridays: one or two statements a file.</summary>
    public static IEnumerable<MonthFile> OfAtlantide(ImmutableArray<DayStatement> statements)
    {
        foreach (var group in Until(statements, d => d.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Wednesday or DayOfWeek.Friday))
        {
            var day = group[^1].Day;
            var file = new MonthFile(Invariant($"atlantide-camt053-{day:yyyyMMdd}.xml"), CamtWriter.Write(group), group);
            if (day == BrokenDay)
            {
                var misstated = group.SetItem(group.Length - 1, group[^1] with { MisstatedClosing = WithOneDigitWrong(group[^1].Closing) });
                yield return file with { Bytes = CamtWriter.Write(misstated), Fate = FileFate.Broken };
                continue;
            }

            yield return day == CutDay ? Cut(file) : file;
            if (day == CutDay)
                yield return file with { Name = Suffixed(file.Name, "_2") };
            if (day == DuplicatedDay)
                yield return file with { Name = Suffixed(file.Name, "_copie"), Fate = FileFate.Duplicate };
        }
    }

    /// <summary>A file a week.</summary>
    public static IEnumerable<MonthFile> OfBoreal(ImmutableArray<DayStatement> statements)
    {
        foreach (var group in Until(statements, d => d.DayOfWeek == DayOfWeek.Friday))
        {
            var day = group[^1].Day;
            var file = new MonthFile(Invariant($"boreal-mt940-{day:yyyyMMdd}.sta"), Mt940Writer.Write(group, isFromPortal: false), group);
            yield return file;
            if (day == RepeatedDay)
                yield return new MonthFile(Suffixed(file.Name, "_portail"), Mt940Writer.Write(group, isFromPortal: true), group, FileFate.Repeated);
        }
    }

    /// <summary>Two files a month.</summary>
    public static IEnumerable<MonthFile> OfCeres(ImmutableArray<DayStatement> statements) =>
        Until(statements, d => d.Day == 15)
            .Select(group => new MonthFile(Invariant($"ceres-cfonb120-{group[^1].Day:yyyyMMdd}.txt"), Cfonb120Writer.Write(group), group));

    private static IEnumerable<ImmutableArray<DayStatement>> Until(ImmutableArray<DayStatement> statements, Func<DateOnly, bool> isLast)
    {
        var group = ImmutableArray.CreateBuilder<DayStatement>();
        foreach (var statement in statements)
        {
            group.Add(statement);
            if (isLast(statement.Day) || statement == statements[^1])
                yield return group.DrainToImmutable();
        }
    }

    private static MonthFile Cut(MonthFile file) => file with { Bytes = file.Bytes[..(file.Bytes.Length * 62 / 100)], Fate = FileFate.Cut };

    private static string Suffixed(string name, string suffix) => name.Insert(name.LastIndexOf('.'), suffix);

    /// <summary>Another digit of the hundreds of euros.</summary>
    private static Money WithOneDigitWrong(Money amount) =>
        amount + new Money(amount.MinorUnits / 10_000 % 10 < 7 ? 30_000 : -30_000, amount.Currency);
}
