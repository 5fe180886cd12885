using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Reporting;
using Reconciliation.Domain.Tests.Ledger;

namespace Reconciliation.Domain.Tests.Reporting;

/// <summary>
/// Each text table under tests/Fixtures/Reporting/Fec: what happened, then the file that follows, with bars. With
/// UPDATE_FIXTURES=1 the file is written into the table, for a person to read.
/// </summary>
public class FecTests
{
    private static readonly Dictionary<string, string> NoNames = [];

    private static string Folder => Path.Combine(Fixtures.Root, "Reporting", "Fec");

    public static TheoryData<string> Tables => new(Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal).Select(p => Path.GetFileName(p)));

    [Theory]
    [MemberData(nameof(Tables))]
    public void File_OfATable_IsTheOneItStates(string table)
    {
        var path = Path.Combine(Folder, table);
        var happened = File.ReadAllLines(path).TakeWhile(line => line.Length > 0).ToList();
        var scenario = new FecScenario(happened);
        var lines = Fec.Of(scenario.Entries, scenario.Year, ChartOfAccounts.Default, scenario.Names);
        var actual = string.Join('\n', happened) + "\n\n" + Written(lines, '|').Replace("\r\n", "\n", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1")
            File.WriteAllText(path, actual);

        Assert.Equal(File.ReadAllText(path), actual);
        Assert.Empty(Fec.Check(lines));
    }

    [Fact]
    public void File_AfterAnyCommands_HoldsTheLedgerAndPassesEveryCheck() =>
        Prop.ForAll(Gen.ArrayOf(RandomCommands.Any, 60).ToArbitrary(), commands =>
        {
            var (account, events) = Lived(commands);
            var entries = events.Select(happened => Journal.Of(happened, RandomCommands.Account, ChartOfAccounts.Default)).OfType<JournalEntry>().ToList();
            var lines = Fec.Of(entries, 2026, ChartOfAccounts.Default, NoNames);
            var customers = lines.Where(line => line.CompteNum is "411" or "4191").Select(line => line.Debit - line.Credit);
            return Fec.Check(lines).IsEmpty && Money.Sum(customers, Currency.Eur) == account.Balance;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Opening_OfTheNextYear_CarriesTheBalancesForward() =>
        Prop.ForAll(Gen.ArrayOf(RandomCommands.Any, 60).ToArbitrary(), commands =>
        {
            var (account, events) = Lived(commands);
            var entries = events.Select(happened => Journal.Of(happened, RandomCommands.Account, ChartOfAccounts.Default)).OfType<JournalEntry>().ToList();
            var lines = Fec.Of(entries, 2027, ChartOfAccounts.Default, NoNames);
            var customers = lines.Where(line => line.CompteNum is "411" or "4191").Select(line => line.Debit - line.Credit);
            return Fec.Check(lines).IsEmpty && Money.Sum(customers, Currency.Eur) == account.Balance
                && lines.All(line => line.JournalCode == "AN" && line.EcritureNum == 1 && line.CompteNum[0] is not ('6' or '7'));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void File_OfAnyTexts_HasEighteenFieldsALine() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), Gen.Elements('\t', '|').ToArbitrary(), (text, separator) =>
        {
            var lines = Written([Right with { EcritureLib = text.Get, PieceRef = text.Get + "\t|\r\n\u2028" + text.Get }], separator).Split("\r\n");
            return lines.Length == 3 && lines[2].Length == 0 && lines.Take(2).All(line => line.Split(separator).Length == 18 && !line.Contains('\n', StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    public static TheoryData<string, string> Broken => new()
    {
        { FecRules.CurrencyForeign, "12.50 CHF on 411 is not in euros." },
        { FecRules.AmountNegative, "The debit of -1.00 EUR or the credit of 0.00 EUR on 411 is negative." },
        { FecRules.LineBothSides, "A line on 411 has a debit of 12.50 EUR and a credit of 12.50 EUR." },
        { FecRules.LineWithoutAmount, "A line on 411 has neither debit nor credit." },
        { FecRules.TextMissing, "CompteLib is blank." },
        { FecRules.ValidatedTooEarly, "The entry of 2026-01-05 is validated on 2026-01-04." },
        { FecRules.LetteringHalf, "EcritureLet is 'A' and DateLet is ''." },
        { FecRules.NumberGap, "Number 3 follows 1." },
        { FecRules.OrderBroken, "An entry validated on 2026-01-05 follows one of 2026-01-06." },
        { FecRules.EntryUnbalanced, "Debits less credits come to -12.50 EUR." },
        { FecRules.FileUnbalanced, "Debits less credits come to -12.50 EUR." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Check_OfLinesThatBreakARule_NamesIt(string code, string message)
    {
        var fault = Assert.Single(Fec.Check(Breaking(code)), fault => fault.Code == code);

        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public void Rules_AreEachBroken() => Assert.Equal(
        typeof(FecRules).GetFields().Select(rule => (string)rule.GetValue(null)!).Order(), Broken.Select(row => (string)row[0]).Order());

    [Fact]
    public void FileName_IsSirenAndClosingDay()
    {
        Assert.True(Siren.TryParse(" 999 001 001", out var siren));

        Assert.Equal("999001001FEC20261231.txt", Fec.FileName(siren, new DateOnly(2026, 12, 31)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("99900100")]
    [InlineData("999001002")]
    [InlineData("9990010A1")]
    public void Siren_OfAWrongText_IsNone(string text)
    {
        Assert.False(Siren.TryParse(text, out var siren));
        Assert.Equal("", siren.Value);
    }

    [Fact]
    public void Write_WithAnotherSeparator_IsABug() => Assert.Throws<ArgumentException>(() => Written([], ';'));

    private static FecLine Right => new()
    {
        JournalCode = "VE",
        JournalLib = "Ventes",
        EcritureNum = 1,
        EcritureDate = new DateOnly(2026, 1, 5),
        CompteNum = "411",
        CompteLib = "Clients",
        PieceRef = "F1",
        PieceDate = new DateOnly(2026, 1, 5),
        EcritureLib = "Facture F1",
        Debit = Eur(1250),
        Credit = Eur(0),
        ValidDate = new DateOnly(2026, 1, 6),
    };

    private static FecLine Counterpart => Right with { CompteNum = "706", Debit = Eur(0), Credit = Eur(1250) };

    private static FecLine[] Breaking(string code) => code switch
    {
        FecRules.CurrencyForeign => [Right with { Debit = Chf(1250), Credit = Chf(0) }, Counterpart],
        FecRules.AmountNegative => [Right with { Debit = Eur(-100) }, Counterpart],
        FecRules.LineBothSides => [Right with { Credit = Eur(1250) }],
        FecRules.LineWithoutAmount => [Right with { Debit = Eur(0) }],
        FecRules.TextMissing => [Right with { CompteLib = " " }, Counterpart],
        FecRules.ValidatedTooEarly => [Right with { ValidDate = new DateOnly(2026, 1, 4) }],
        FecRules.LetteringHalf => [Right with { EcritureLet = "A" }, Counterpart],
        FecRules.NumberGap => [Right, Counterpart, Right with { EcritureNum = 3 }],
        FecRules.OrderBroken => [Right, Counterpart with { ValidDate = new DateOnly(2026, 1, 5) }],
        FecRules.EntryUnbalanced => [Right, Counterpart with { EcritureNum = 2 }, Counterpart with { EcritureNum = 1 }],
        FecRules.FileUnbalanced => [Right, Counterpart, Counterpart with { EcritureNum = 2 }],
        _ => throw new ArgumentException(code, nameof(code)),
    };

    private static (DebtorAccount Account, ImmutableArray<AccountEvent> Events) Lived(IEnumerable<Func<DebtorAccount, AccountCommand>> commands)
    {
        var account = DebtorAccount.Empty(RandomCommands.Account);
        var history = ImmutableArray<AccountEvent>.Empty;
        foreach (var next in commands)
        {
            var events = account.Decide(next(account)).Match(events => events, _ => []);
            account = account.Apply(events);
            history = history.AddRange(events);
        }

        return (account, history);
    }

    private static string Written(IEnumerable<FecLine> lines, char separator)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Fec.Write(text, lines, separator);
        return text.ToString();
    }

    private static Money Eur(long minorUnits) => new(minorUnits, Currency.Eur);

    private static Money Chf(long minorUnits) => new(minorUnits, Currency.Of("CHF"));
}
