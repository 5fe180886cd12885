using System.Text;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Cfonb;

namespace Reconciliation.Domain.Tests.Statements.Cfonb;

public class Cfonb120ReaderRobustnessTests
{
    private static readonly Cfonb120Reader Reader = new();

    public static TheoryData<string> Inputs => new(Robustness.Inputs("cfonb120"));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Reading_AFileCutAtAnyByte_ClosesWhatItOpens(string input) =>
        Robustness.BearsTruncation(Reader, Robustness.Bytes(input));

    [Fact]
    public void Reading_DamagedFiles_ClosesWhatItOpens() =>
        Robustness.BearsDamage(Reader, Robustness.Inputs("cfonb120"), "01457{}AJR EURXPFNPYLCC\r\n");

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Reading_OneByteARead_GivesTheSameParts(string input)
    {
        var bytes = Robustness.Bytes(input);

        var slow = Robustness.Read(Reader, new DripStream(bytes));

        Assert.Equal(Robustness.Read(Reader, bytes), slow);
    }

    [Fact]
    public void Reading_AnEndlessFile_YieldsItsEntriesAsTheyPass()
    {
        var head = Encoding.ASCII.GetBytes(Records.Balance("01", 0) + "\n");
        var again = Encoding.ASCII.GetBytes(Records.Movement("05", 100) + "\n" + Records.Complement("05", "LIB", "TEXTE") + "\n");

        var entries = Reader.Read(new EndlessStream(head, again)).OfType<StatementEntry>().Take(20_000);

        Assert.Equal(20_000, entries.Last().Position);
    }

    [Fact]
    public void Reading_ManyRecordsWithoutLineEnds_GivesThoseOfTheFileWithThem()
    {
        // More than one piece of a line, with letters of two bytes across its edges.
        var records = Enumerable.Range(1, 500).SelectMany(i => new[]
        {
            Records.Movement("05", i), Records.Complement("05", "LIB", new string('é', (i % 60) + 1)),
        }).Prepend(Records.Balance("01", 0)).Append(Records.Balance("07", 500 * 501 / 2)).ToList();

        var folded = Robustness.ReadFile(Reader, string.Concat(records));
        var lines = Robustness.ReadFile(Reader, string.Join('\n', records));

        Assert.Equal("Records follow each other without line ends.", Assert.Single(folded.Diagnostics).Message);
        Assert.Equal(StatementJson.Of(lines), StatementJson.Of(folded with { Diagnostics = [] }));
        Assert.True(folded.Statements[0].IsBalanced);
    }
}
