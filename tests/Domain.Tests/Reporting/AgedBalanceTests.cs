using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Reporting;
using Reconciliation.Domain.Tests.Ledger;

namespace Reconciliation.Domain.Tests.Reporting;

/// <summary>
/// Each text table under tests/Fixtures/Reporting/AgedBalance: the commands of accounts, then the report that follows. With
/// UPDATE_FIXTURES=1 the report is written into the table, for a person to read.
/// </summary>
public class AgedBalanceTests
{
    private static readonly string[] Titles = ["debtor", "not due", "1-30", "31-60", "61-90", "over 90", "unallocated", "total"];

    private static string Folder => Path.Combine(Fixtures.Root, "Reporting", "AgedBalance");

    public static TheoryData<string> Tables => new(Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal).Select(p => Path.GetFileName(p)));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Report_OfATable_IsTheOneItStates(string table)
    {
        var path = Path.Combine(Folder, table);
        var commands = File.ReadAllLines(path).TakeWhile(line => line.Length > 0).ToList();
        var asOf = commands.First(line => line.StartsWith("as of ", StringComparison.Ordinal))["as of ".Length..];
        var reports = AgedBalance.Of(Accounts(commands), DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var actual = string.Join('\n', commands.Concat(reports.SelectMany(Lines)));
        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1")
            File.WriteAllText(path, actual + "\n");
        Assert.Equal(File.ReadAllText(path).TrimEnd(), actual);
    }

    [Fact]
    public void Total_OfAnyAccounts_IsTheirBalance() =>
        Prop.ForAll(Gen.ArrayOf(RandomCommands.Any, 40).ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), (commands, days) =>
        {
            var account = commands.Aggregate(
                DebtorAccount.Empty(RandomCommands.Account),
                (before, next) => before.Decide(next(before)).Match(events => before.Apply(events), _ => before));
            var report = Assert.Single(AgedBalance.Of([account], new DateOnly(2026, 1, 1).AddDays(days)));
            return report.Total.Total == account.Balance && !report.Total.Late.IsNegative && !report.Total.NotDue.IsNegative
                && !report.Total.Unallocated.IsPositive;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Report_OfNoAccounts_IsNone() => Assert.Empty(AgedBalance.Of([], new DateOnly(2026, 1, 1)));

    // A line is "D1 COMMAND", or "D1/CHF COMMAND" for the debtor's account in another currency.
    private static IEnumerable<DebtorAccount> Accounts(IEnumerable<string> commands)
    {
        var accounts = new Dictionary<AccountId, DebtorAccount>();
        foreach (var line in commands.Where(line => line.StartsWith('D')))
        {
            var (place, command) = (line[..line.IndexOf(' ', StringComparison.Ordinal)].Split('/'), line[line.IndexOf(' ', StringComparison.Ordinal)..]);
            var id = new AccountId("ACME", place[0], Currency.Of(place.ElementAtOrDefault(1) ?? "EUR"));
            var account = accounts.GetValueOrDefault(id) ?? DebtorAccount.Empty(id);
            accounts[id] = account.Decide(ScenarioCommand.Read(command)).Match(
                events => account.Apply(events), refusal => throw new FormatException($"{line}: {refusal}"));
        }

        return accounts.Values.Reverse();
    }

    private static IEnumerable<string> Lines(AgedBalance report)
    {
        var rows = report.Lines.Select(line => Row(line.DebtorName, line.Amounts)).Append(Row(report.Currency.Code, report.Total)).Prepend(Titles).ToList();
        var widths = Titles.Index().Select(title => rows.Max(row => row[title.Index].Length)).ToArray();
        return rows.Select(row => string.Join(" | ", row.Index().Select(c => c.Index == 0 ? c.Item.PadRight(widths[0]) : c.Item.PadLeft(widths[c.Index])))).Prepend("");
    }

    private static string[] Row(string name, AgedAmounts amounts) =>
    [
        name, .. new[] { amounts.NotDue, amounts.Late1To30, amounts.Late31To60, amounts.Late61To90, amounts.LateOver90, amounts.Unallocated, amounts.Total }
            .Select(amount => amount.ToDecimalString()),
    ];
}
