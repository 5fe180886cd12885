using System.Text;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Ofx;

namespace Reconciliation.Domain.Tests.Statements.Ofx;

/// <summary>Reading plain tags straight from the bytes is a shorter way to what the careful way finds, never another opinion.</summary>
public class OfxPathsTests
{
    private const int Mutants = 3000;

    private static readonly OfxStatementReader Plain = new();
    private static readonly OfxStatementReader Careful = new() { ReadsPlainTags = false };

    private static readonly string[] Pieces =
    [
        "<", ">", "</", "/>", "<>", "</>", "<1>", "<A B>", "<A/>", "<A B='c'/>", "<a.b-c_d>", "<memo>", "</memo>", "<MEMO>", "</STMTTRN>", "<STMTTRN>", "<STMTTRN/>",
        "<ANameThatIsLongerThanSixteenBytes>", "<CREDITCARDMSGSRSV1>", "A<B", "<!-- c -->", "<!--", "<![CDATA[a&b]]>", "<![CDATA[", "<!DOCTYPE x>", "<!", "<?pi?>", "<?",
        "&", "&amp;", "&lt;", "&#233;", "&#x1F600;", "&nbsp;", "\r", "\n", "\r\n", "\n\r", " ", "    ", "\t", "\v", "\0", "\u001A", "\u0085", "\u00A0", "\u3000", "\uFFFD",
        "\uFEFF", "é", "€", "😀",
    ];

    private static readonly byte[][] WrongBytes = [[0xE9], [0xFF], [0xC3], [0xE2, 0x82], [0x81], [0xED, 0xA0, 0x80]];

    public static TheoryData<string> Inputs => new(Robustness.Inputs("ofx"));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Read_AnyFixture_GivesTheSameEitherWay(string input) => ShouldAgree(Robustness.Bytes(input), input);

    [Fact]
    public void Read_MutatedFixtures_GiveTheSameEitherWay()
    {
        var random = new Random(20261122);
        var fixtures = Robustness.Inputs("ofx").Select(Robustness.Bytes).Where(bytes => bytes.Length is > 0 and < 50_000).ToArray();
        var pieces = Pieces.Select(Encoding.UTF8.GetBytes).Concat(WrongBytes).ToArray();
        for (var number = 0; number < Mutants; number++)
        {
            var bytes = fixtures[random.Next(fixtures.Length)].ToList();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                var at = random.Next(bytes.Count + 1);
                if (random.Next(4) == 0)
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                else
                    bytes.InsertRange(at, pieces[random.Next(pieces.Length)]);
            }

            ShouldAgree([.. bytes], $"mutant {number}: {Encoding.Latin1.GetString([.. bytes])}");
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("é")]
    [InlineData("&amp;")]
    [InlineData("<x>")]
    public void Read_ALongRun_GivesTheSameEitherWay(string filler)
    {
        foreach (var length in new[] { 8_191, 8_192, 8_193, 65_530, 65_536, 70_000 })
        {
            var run = string.Concat(Enumerable.Repeat(filler, length));
            ShouldAgree(Encoding.UTF8.GetBytes(
                $"<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKTRANLIST><STMTTRN><DTPOSTED>20260304<TRNAMT>1.00<MEMO>{run}\n<NAME>y</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"),
                $"{length} of '{filler}'");
        }
    }

    private static void ShouldAgree(byte[] bytes, string what)
    {
        var expected = Robustness.Read(Careful, bytes);
        var actual = Robustness.Read(Plain, bytes);
        Assert.True(expected == actual, $"{what}\n--- with care\n{expected}\n--- plainly\n{actual}");
    }
}
