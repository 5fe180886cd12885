using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Cfonb;

namespace Reconciliation.Domain.Tests.Statements.Cfonb;

public class Cfonb240ReaderTests
{
    private static readonly Cfonb240Reader Reader = new();

    public static TheoryData<string> Inputs => new(Robustness.Inputs("cfonb240"));

    [Fact]
    public void List_OfAnyItems_IsRefusedWithTheirCountAndSum() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ListOf().ToArbitrary(), cents =>
        {
            var items = cents.Select((amount, i) => Record("34", i + 2, amount));
            var file = Read([Record("31", 1, 0), .. items, Record("39", cents.Count + 2, cents.Sum(c => (long)c))]);

            var sum = Money.Sum(cents.Select(c => new Money(c, Currency.Eur)), Currency.Eur).ToDecimalString();
            var finding = Assert.Single(file.Diagnostics);
            Assert.Empty(file.Statements);
            Assert.Equal("items-not-posted", finding.Code);
            Assert.Contains($" holds {cents.Count} item", finding.Message, StringComparison.Ordinal);
            Assert.Contains($" of {sum} in all, as its total (39) says;", finding.Message, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("3100000160050226E    9999900001", true)]
    [InlineData("\r\n3100000160050226E    9999900001", true)]
    [InlineData("3400000160050226E    9999900001", false)]
    [InlineData("3100000160050226", false)]
    [InlineData("31/01/2026;VIR;100,00", false)]
    [InlineData("", false)]
    public void Recognises_ByContent(string head, bool recognised) =>
        Assert.Equal(recognised, Reader.Recognises(Encoding.Latin1.GetBytes(head)));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Reading_AFileCutAtAnyByte_YieldsFindingsOnly(string input) =>
        Robustness.BearsTruncation(Reader, Robustness.Bytes(input));

    [Fact]
    public void Reading_DamagedFiles_YieldsFindingsOnly() =>
        Robustness.BearsDamage(Reader, Robustness.Inputs("cfonb240"), "013469 E\r\n");

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Reading_OneByteARead_GivesTheSameParts(string input)
    {
        var bytes = Robustness.Bytes(input);

        var slow = Robustness.Read(Reader, new DripStream(bytes));

        Assert.Equal(Robustness.Read(Reader, bytes), slow);
    }

    private static StatementFile Read(IEnumerable<string> records) => Robustness.ReadFile(Reader, string.Join('\n', records));

    private static string Record(string code, int number, long cents) => $"{code}{number:000000}60050226E    999990000100012345678{"",186}{cents:000000000000}";
}
