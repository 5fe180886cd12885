using System.Text;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Bai2;

namespace Reconciliation.Domain.Tests.Statements.Bai2;

public class Bai2ReaderRobustnessTests
{
    private const string Head = "01,A,B,260203,0615,1,,,2/\n02,B,A,1,260202,2400,EUR,2/\n03,1234,,010,0,,/\n";

    private static readonly Bai2Reader Reader = new();

    public static TheoryData<string> Inputs => new(Robustness.Inputs("bai2"));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Reading_AFileCutAtAnyByte_ClosesWhatItOpens(string input) =>
        Robustness.BearsTruncation(Reader, Robustness.Bytes(input));

    [Fact]
    public void Reading_DamagedFiles_ClosesWhatItOpens() =>
        Robustness.BearsDamage(Reader, Robustness.Inputs("bai2"), "0123469868,,,///:-+.SVDZ \r\n");

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
        var again = Encoding.ASCII.GetBytes("16,142,100,,REF,,TEXT\n88,MORE TEXT\n");

        var entries = Reader.Read(new EndlessStream(Encoding.ASCII.GetBytes(Head), again)).OfType<StatementEntry>().Take(20_000);

        Assert.Equal(20_000, entries.Last().Position);
    }

    [Fact]
    public void Reading_AnEndlessRecord_SaysOnceThatItIsTooLong()
    {
        var again = Encoding.ASCII.GetBytes("TEXT WITHOUT END, ");

        var finding = Reader.Read(new PrefixStream(new EndlessStream(Encoding.ASCII.GetBytes(Head + "16,142,100,,,,"), again), 1_000_000))
            .OfType<Reconciliation.Domain.Statements.Diagnostics.Diagnostic>().Single(d => d.Code == "syntax-invalid");

        Assert.Equal(4, finding.Line);
    }

    [Fact]
    public void Reading_ManyRecordsWithoutLineEnds_GivesThoseOfTheFileWithThem()
    {
        // More than one piece of a line, with letters of two bytes across its edges.
        var records = Enumerable.Range(1, 500).SelectMany(i => new[]
        {
            $"16,142,{i},,REF{i},,{new string('é', (i % 60) + 1)}/", $"88,LINE {i}/",
        }).Prepend(Head.Replace("\n", "", StringComparison.Ordinal)).Append("49,,1002/98,,1/99,,1/").ToList();

        var folded = Robustness.ReadFile(Reader, string.Concat(records));
        var lines = Robustness.ReadFile(Reader, string.Join('\n', records));

        Assert.Equal(500, lines.Statements[0].Entries.Length);
        Assert.Equal(
            lines.Statements[0].Entries.Select(e => e with { Line = 0, Details = [] }), folded.Statements[0].Entries.Select(e => e with { Line = 0, Details = [] }));
        Assert.Equal(
            lines.Statements[0].Entries.SelectMany(e => e.Details.Single().Remittance), folded.Statements[0].Entries.SelectMany(e => e.Details.Single().Remittance));
    }

    /// <summary>The first bytes of a stream.</summary>
    private sealed class PrefixStream(Stream stream, int length) : ForwardStream
    {
        private int _left = length;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = stream.Read(buffer, offset, Math.Min(count, _left));
            _left -= read;
            return read;
        }
    }
}
