using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Bai2;

namespace Reconciliation.Domain.Tests.Statements.Bai2;

/// <summary>
/// A line that plainly is one record is read by a shorter way than others. A blank before a record means nothing, but keeps
/// its line from that way: what is read must be the same.
/// </summary>
public partial class Bai2LayoutTests
{
    private static readonly Bai2Reader Reader = new();

    // What lines are made of, so that slashes, commas and codes of records come to stand anywhere.
    private static readonly Gen<string> Line =
        from code in Gen.Elements("16,195,100,,B,C,", "16,", "88,", "88,", "88:", "03,1234,,010,0,,", "49,,2", "98,,1,", "", "16,475,5,Z,,,")
        from pieces in Gen.ListOf(Gen.Elements("/", "/ ", "/16,", "/88,", "/49,", ",", " ", "A", "EREF: X", "1", "é", "/16,195,1,"))
        from end in Gen.Elements("/", "/", "", " ", "/  ")
        select code + string.Concat(pieces) + end;

    public static TheoryData<string> Inputs => new(Robustness.Inputs("bai2"));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Reading_AFixtureWithIndentedLines_GivesTheSame(string input) => ShouldBeTheSame(Robustness.Bytes(input));

    [Fact]
    public void Reading_AnyRecordsWithIndentedLines_GivesTheSame()
    {
        const string head = "01,A,B,260203,0615,1,,,2/\n02,B,A,1,260202,2400,EUR,2/\n03,1234,,,,,/\n";
        var files =
            from lines in Gen.NonEmptyListOf(Line)
            from end in Gen.Elements("\n", "\r\n", "\r", "\n\n")
            select Encoding.UTF8.GetBytes(head.ReplaceLineEndings(end) + string.Join(end, lines));

        Prop.ForAll(files.ToArbitrary(), ShouldBeTheSame).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Reading_DamagedFixturesWithIndentedLines_GivesTheSame() =>
        Prop.ForAll(FixtureDamage.Flipped(FixtureDamage.Files("bai2")), ShouldBeTheSame).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static void ShouldBeTheSame(byte[] file)
    {
        var indented = LineEnd().Replace(" " + Encoding.Latin1.GetString(file), "$0 ");

        Assert.Equal(InOrder(file), InOrder(Encoding.Latin1.GetBytes(indented)));
    }

    /// <summary>What is read as JSON, findings by their place: where the next line had to be seen first, its own come first.</summary>
    private static string InOrder(byte[] file)
    {
        var read = StatementFile.Of(Reader.Read(new MemoryStream(file)));
        return StatementJson.Of(read with
        {
            Diagnostics = [.. read.Diagnostics.OrderBy(d => d.Line).ThenBy(d => d.Message, StringComparer.Ordinal)],
        });
    }

    [GeneratedRegex("\r\n|\r|\n")]
    private static partial Regex LineEnd();
}
