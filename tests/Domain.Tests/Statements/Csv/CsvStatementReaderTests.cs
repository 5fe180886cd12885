using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Csv;

namespace Reconciliation.Domain.Tests.Statements.Csv;

public class CsvStatementReaderTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1500);
    private static readonly byte[][] Files = FixtureDamage.Files("csv");

    private static readonly CsvProfile Plain = Profile("""
        { "name": "plain", "header": ["Date", "Text", "Amount", "Currency", "Balance", "Account"], "dateFormats": "yyyy-MM-dd",
          "columns": { "bookingDate": "Date", "remittance": "Text", "amount": "Amount", "currency": "Currency", "balance": "Balance", "account": "Account" } }
        """);

    [Fact]
    public void Read_AFileCutAtAnyByte_NeverThrowsAndClosesWhatItOpens() =>
        Prop.ForAll(FixtureDamage.Cut(Files), ShouldHoldForEveryProfile).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Read_AFileWithBytesReplaced_NeverThrowsAndClosesWhatItOpens() =>
        Prop.ForAll(FixtureDamage.Flipped(Files), ShouldHoldForEveryProfile).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Read_OneByteAtATime_GivesTheSameParts()
    {
        foreach (var file in Files)
        {
            foreach (var reader in CsvProfiles.BuiltIn.Select(profile => new CsvStatementReader(profile)).Where(reader => reader.Recognises(file)))
                Assert.Equal(Json(reader, new MemoryStream(file)), Json(reader, new DripStream(file)));
        }
    }

    [Fact]
    public void Read_AFileWithoutEnd_YieldsEntriesAsTheyCome()
    {
        var row = Encoding.ASCII.GetBytes("2026-03-31;Sale;1.00;EUR;;1\n");
        var endless = Encoding.ASCII.GetBytes("Date;Text;Amount;Currency;Balance;Account\n").Concat(Enumerable.Repeat(row, int.MaxValue).SelectMany(bytes => bytes));

        var last = new CsvStatementReader(Plain).Read(new DripStream(endless)).OfType<StatementEntry>().Skip(4999).First();

        Assert.Equal(5000, last.Position);
        Assert.Equal(5001, last.Line);
    }

    [Fact]
    public void Read_NewestFirstBeyondWhatIsHeld_GivesSeveralStatementsThatFollowEachOther()
    {
        const int rows = 45_000;
        var text = new StringBuilder("Date;Text;Amount;Currency;Balance;Account\n");
        for (var i = rows; i > 0; i--)
            text.Append("2026-03-31;Sale;1.00;EUR;").Append(i).Append(";1\n");

        var file = Read(Plain with { NewestFirst = true }, text.ToString());

        Assert.Equal(rows, file.Statements.Sum(s => s.Entries.Length));
        Assert.All(file.Statements, s => Assert.True(s.IsBalanced));
        Assert.All(file.Statements.Zip(file.Statements.Skip(1)), pair => Assert.Equal(pair.Second.Closed.Closing?.Amount, pair.First.Opened.Opening?.Amount));
        Assert.True(file.IsAcceptable);
    }

    [Fact]
    public void Read_RowsOfAnotherAccount_BeginAnotherStatement()
    {
        const string text = """
            Date;Text;Amount;Currency;Balance;Account
            2026-03-01;A;10;EUR;110;1
            2026-03-02;B;-5;EUR;105;1
            2026-03-02;C;7;CHF;7;2
            """;

        var file = Read(Plain, text);

        Assert.Equal(["1 EUR 100.00 105.00 2", "2 CHF 0.00 7.00 1"], file.Statements.Select(Summary));
    }

    [Fact]
    public void Read_InterleavedCurrencies_GivesAStatementEach()
    {
        const string text = """
            Date;Text;Amount;Currency;Balance;Account
            2026-03-01;A;10;EUR;110;1
            2026-03-02;C;7;CHF;7;1
            2026-03-02;B;-5;EUR;105;1
            """;

        var file = Read(Plain with { Interleaved = true }, text);

        Assert.Equal(["1 EUR 100.00 105.00 2", "1 CHF 0.00 7.00 1"], file.Statements.Select(Summary));
    }

    [Theory]
    [InlineData("Date;Text;Amount;Currency;Balance;Account", true)]
    [InlineData("\uFEFF\"date\"; TEXT ;Amount;Currency;Balance;Account;;\r\n", true)]
    [InlineData("Date;Text;Amount;Currency;Balance", false)]
    [InlineData("Date;Text;Amount;Currency;Account;Balance", false)]
    [InlineData("Date;Text;Amount;Currency;Balance;Account;More", false)]
    [InlineData("Date,Text,Amount,Currency,Balance,Account", false)]
    [InlineData("A line above\nDate;Text;Amount;Currency;Balance;Account", false)]
    [InlineData("", false)]
    public void Recognises_TheWholeHeaderOrNothing(string head, bool expected) =>
        Assert.Equal(expected, new CsvStatementReader(Plain).Recognises(Encoding.UTF8.GetBytes(head)));

    [Fact]
    public void Recognises_AFixture_FitsOneProfileAtMost()
    {
        foreach (var file in Files)
            Assert.True(CsvProfiles.BuiltIn.Count(profile => new CsvStatementReader(profile).Recognises(file)) <= 1);
    }

    [Theory]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("+12", "12.00")]
    [InlineData("-12", "-12.00")]
    [InlineData("12-", "-12.00")]
    [InlineData("\u2212 3.5", "-3.50")]
    [InlineData("EUR 7.00", "7.00")]
    [InlineData("7.00 €", "7.00")]
    [InlineData("- € 1,000", "-1000.00")]
    public void Read_AnAmountInTheNotationOfTheProfile_IsThatAmount(string cell, string expected)
    {
        var entry = Assert.Single(Assert.Single(ReadCell(cell).Statements).Entries);

        Assert.Equal(expected, entry.Amount.ToDecimalString());
    }

    [Theory]
    [InlineData("12,50")]
    [InlineData("1,2345.00")]
    [InlineData(",500")]
    [InlineData("1.234,56")]
    [InlineData("1.2,345")]
    [InlineData("USD 7.00")]
    [InlineData("12--")]
    [InlineData("twelve")]
    public void Read_AnAmountInAnotherNotation_IsRefused(string cell)
    {
        var finding = Assert.Single(ReadCell(cell).Diagnostics);

        Assert.Equal(("amount-invalid", 2, "Amount", cell), (finding.Code, finding.Line, finding.Field, finding.Value));
    }

    [Fact]
    public void Read_AnyTableOfEntries_GivesItsAmountsAndBalancesInEitherOrder() =>
        Prop.ForAll(Arb.From(Gen.NonEmptyListOf(Gen.Choose(-100_000, 100_000))), amounts =>
        {
            var balance = 0;
            var rows = amounts.Select(cents => $"2026-03-31;x;{Decimal(cents)};EUR;{Decimal(balance += cents)};1").ToList();

            var forward = Read(Plain, "Date;Text;Amount;Currency;Balance;Account\n" + string.Join('\n', rows));
            rows.Reverse();
            var backward = Read(Plain with { NewestFirst = true }, "Date;Text;Amount;Currency;Balance;Account\n" + string.Join('\n', rows));

            Assert.Equal(amounts.Select(cents => (long)cents), Assert.Single(forward.Statements).Entries.Select(e => e.Amount.MinorUnits));
            Assert.Equal(Summary(forward.Statements[0]), Summary(Assert.Single(backward.Statements)));
            Assert.True(forward.IsAcceptable && backward.IsAcceptable);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Constructor_AProfileThatIsNotSound_Throws() =>
        Assert.Throws<ArgumentException>(() => new CsvStatementReader(Plain with { DateFormats = [] }));

    private static StatementFile ReadCell(string cell) =>
        Read(Plain with { ThousandsMarks = ",", CurrencySigns = "€" }, $"Date;Text;Amount;Currency;Balance;Account\n2026-03-31;x;{cell};EUR;;1\n");

    private static StatementFile Read(CsvProfile profile, string text) =>
        StatementFile.Of(StatementChecks.Apply(new CsvStatementReader(profile).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))));

    private static string Summary(Statement statement) =>
        $"{statement.Opened.Account} {statement.Opened.Currency} {statement.Opened.Opening?.Amount.ToDecimalString()} {statement.Closed.Closing?.Amount.ToDecimalString()} {statement.Entries.Length}";

    private static string Decimal(int cents) => new Money(cents, Currency.Eur).ToDecimalString();

    private static void ShouldHoldForEveryProfile(byte[] bytes)
    {
        foreach (var profile in CsvProfiles.BuiltIn)
            FixtureDamage.ShouldHold(new CsvStatementReader(profile).Read(new MemoryStream(bytes)));
    }

    private static string Json(CsvStatementReader reader, Stream bytes) => StatementJson.Of(StatementFile.Of(reader.Read(bytes)));

    private static CsvProfile Profile(string json) => Assert.Single(CsvProfiles.Parse(json).Profiles);
}
