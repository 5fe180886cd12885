using System.Text;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Swift;

namespace Reconciliation.Domain.Tests.Statements.Swift;

public class SwiftReaderRobustnessTests
{
    private static readonly SwiftReader Reader = new();

    public static TheoryData<string> Inputs => new(Robustness.Inputs("mt94"));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Reading_AFileCutAtAnyByte_ClosesWhatItOpens(string input) =>
        Robustness.BearsTruncation(Reader, Robustness.Bytes(input));

    [Fact]
    public void Reading_DamagedFiles_ClosesWhatItOpens() =>
        Robustness.BearsDamage(Reader, Robustness.Inputs("mt94"), ":-{}/?+,.\r\n0169CDRMF ");

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Reading_OneByteARead_GivesTheSameParts(string input)
    {
        var bytes = Robustness.Bytes(input);

        var slow = Robustness.Read(Reader, new DripStream(bytes));

        Assert.Equal(Robustness.Read(Reader, bytes), slow);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Reading_OtherLineEnds_GivesTheSameParts(string lineEnd)
    {
        foreach (var input in Robustness.Inputs("mt94").Where(input => !input.Contains("control", StringComparison.Ordinal)))
        {
            var text = Encoding.Latin1.GetString(Robustness.Bytes(input)).ReplaceLineEndings("\n");
            var other = Encoding.Latin1.GetBytes(text.Replace("\n", lineEnd, StringComparison.Ordinal));

            Assert.Equal(Robustness.Read(Reader, Encoding.Latin1.GetBytes(text)), Robustness.Read(Reader, other));
        }
    }

    [Fact]
    public void Reading_AnEndlessFile_YieldsItsEntriesAsTheyPass()
    {
        var head = ":20:X\n:25:X\n:28C:1\n:60F:C260101EUR0,00\n"u8.ToArray();
        var again = ":61:260102C1,00NMSC\n:86:Text\n"u8.ToArray();

        var entries = Reader.Read(new EndlessStream(head, again)).OfType<StatementEntry>().Take(20_000);

        Assert.Equal(20_000, entries.Last().Position);
    }

    [Fact]
    public void Reading_ALineLongerThanAnyBuffer_KeepsItsText()
    {
        var words = new string('é', 20_000);
        var file = Robustness.ReadFile(Reader, Message($":86:a{words}\n"));

        var detail = Assert.Single(Assert.Single(file.Statements).Entries[0].Details);
        Assert.Equal("a" + words, Assert.Single(detail.Remittance));
        Assert.Empty(file.Diagnostics);
    }

    [Fact]
    public void Reading_AFieldWithoutEnd_ReadsItsBeginningAndSaysSo()
    {
        var file = Robustness.ReadFile(Reader, Message(":86:" + new string('x', 200_000) + "\n"));

        Assert.Equal(64 * 1024, Assert.Single(file.Statements[0].Entries[0].Details[0].Remittance).Length);
        Assert.Equal("syntax-invalid", Assert.Single(file.Diagnostics).Code);
        Assert.True(file.Statements[0].IsBalanced);
    }

    private static string Message(string information) =>
        $":20:X\n:25:X\n:28C:1\n:60F:C260101EUR0,00\n:61:260102C1,00NMSC\n{information}:62F:C260102EUR1,00\n-\n";
}
