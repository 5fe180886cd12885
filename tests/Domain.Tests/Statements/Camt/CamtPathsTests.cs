using System.Text;

namespace Reconciliation.Domain.Tests.Statements.Camt;

/// <summary>Reading from the bytes is a shorter way to what XmlReader finds, never another opinion.</summary>
public class CamtPathsTests
{
    private const int Mutants = 3000;

    // What XML knows, and what it does not allow, to be put anywhere.
    private static readonly string[] Pieces =
    [
        "<", ">", "/", "&", "\"", "'", "=", ":", " ", "\t", "\n", "\r", "\r\n", "\0", "\u0001", "\u007F", "\u0085", "\u00A0", "\u2028", "\uFEFF", "\uFFFE", "é", "€", "😀",
        "]]>", "--", "-->", "<!--", "<!-- c -->", "<!-- -- -->", "<!-- <?xml version='1.0'?> -->", "<![CDATA[", "<![CDATA[ x & y ]]>", "<![CDATA[]]>", "<![CDATA[\r\n<a>]]>",
        "<?pi x?>", "<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='UTF-8' standalone='no' ?>", "<?xml version=\"1.1\"?>", "<?xml?>", "<?xml-stylesheet href='x'?>",
        "<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&amp;", "&lt;&gt;&quot;&apos;", "&#65;", "&#x1F600;", "&#32;", "&#10;", "&#0;", "&#xD800;", "&#xFFFF;", "&foo;", "&amp", "&#;", "&#x;",
        "<x/>", "<x>", "</x>", "<x></x>", "<x> </x>", "< x/>", "<x / >", "<x >y</x >", "<1/>", "<é/>", "<a:b:c/>", "<:a/>", "<a.b-c_d>e</a.b-c_d>", "<ANameThatIsLongerThanSixteenBytes>x</ANameThatIsLongerThanSixteenBytes>",
        "</Ntry>", "<Ntry>", "<Ntry/>", "</Stmt>", "</Document>", " a=\"1\"", " a='1' a='2'", " a=\"1\"b=\"2\"", " a = \"1\"", " a=1", " a", " Ccy=\"eur\"", " Ccy=\"\"", " Ccy='é€'", " Ccy=\"EUR\" Ccy=\"USD\"",
        "<x a=\"<\"/>", "<x a=\"&amp;\"/>", "<x a=\"é\"/>", "<x a=\"\u0001\"/>", "<x a=\"a\nb\"/>", "<x\n a='1'\r\n>y</x>", " xml:space=\"preserve\"", " xml:lang=\"fr\"", " xmlns=\"urn:x\"", " xmlns=\"\"", " xmlns:p=\"u\"",
        "<p:x/>", "<p:x xmlns:p='u'><p:y>1</p:y></p:x>", "<x xmlns:p=\"\"/>", "<x xmlns:xml=\"u\"/>", "<x xmlns:xmlns=\"u\"/>", "<x xmlns=\"http://www.w3.org/XML/1998/namespace\"/>", "<x xmlns:q=\"http://www.w3.org/2000/xmlns/\"/>",
        "<x xmlns:p=\"u\" xmlns:q=\"u\" p:a=\"1\" q:a=\"2\"/>", "<x xmlns:p=\"u\" p:a=\"1\" a=\"2\"/>", "<x p:a='1'/>", "<xmlns/>", "<xml/>", "<x xmlns='a\"b'>",
    ];

    // Bytes that are no UTF-8, or of characters that are none.
    private static readonly byte[][] WrongBytes = [[0xFF], [0xC3], [0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF5, 0x80, 0x80, 0x80], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF]];

    private const string Before =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>1</Id>\n" +
        "<Acct><Id><IBAN>FR7630099004210001234567819</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><NtryRef>7</NtryRef><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>" +
        "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-10-30</Dt></BookgDt><AddtlNtryInf>";

    private const string After = "</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>";

    public static TheoryData<string> Inputs => new(Robustness.Inputs("camt"));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Read_AnyFixture_GivesWhatXmlReaderGives(string input) => CamtPaths.ShouldAgree(Robustness.Bytes(input), input);

    [Fact]
    public void Read_AnyPieceOfMarkupInAText_GivesWhatXmlReaderGives()
    {
        foreach (var piece in Pieces)
        {
            CamtPaths.ShouldAgree(Before + piece + After);
            CamtPaths.ShouldAgree(Before + "words " + piece + " words\n<!oops" + After);
            CamtPaths.ShouldAgree(piece + Before + After);
            CamtPaths.ShouldAgree(Before + After + "\n" + piece);
            CamtPaths.ShouldAgree(Before + After + "\n" + Before + piece);
        }
    }

    [Fact]
    public void Read_MutatedFixtures_GiveWhatXmlReaderGives()
    {
        var random = new Random(20261122);
        var fixtures = Robustness.Inputs("camt").Select(Robustness.Bytes).Where(bytes => bytes.Length is > 0 and < 50_000).ToArray();
        var pieces = Pieces.Select(Encoding.UTF8.GetBytes).Concat(WrongBytes).ToArray();
        for (var number = 0; number < Mutants; number++)
        {
            var bytes = fixtures[random.Next(fixtures.Length)].ToList();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                Change(bytes, pieces, random);
            CamtPaths.ShouldAgree([.. bytes], $"mutant {number}: {Encoding.Latin1.GetString([.. bytes])}");
        }
    }

    [Theory]
    [InlineData(8_191)]
    [InlineData(8_192)]
    [InlineData(8_193)]
    [InlineData(65_536)]
    [InlineData(200_000)]
    public void Read_ALongToken_GivesWhatXmlReaderGives(int length)
    {
        foreach (var filler in new[] { "x", "é", "\n", " ", "&amp;", "<!-- c -->", "<x/>" })
        {
            var run = string.Concat(Enumerable.Repeat(filler, length));
            CamtPaths.ShouldAgree(Before + run + After);
            CamtPaths.ShouldAgree(Before + "x<!--" + (filler is "x" or "é" ? run : "") + "-->" + After);
            CamtPaths.ShouldAgree(Before + "<![CDATA[" + run + "]]>" + After + run);
        }

        CamtPaths.ShouldAgree(Before + "<x a='" + new string('x', length) + "'/>" + After);
        CamtPaths.ShouldAgree(Before + "<" + new string('x', length) + "/>" + After);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(57)]
    [InlineData(58)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(5_000)]
    public void Read_DeepElements_GivesWhatXmlReaderGives(int depth) =>
        CamtPaths.ShouldAgree(Before + string.Concat(Enumerable.Repeat("<x>\n", depth)) + "y" + string.Concat(Enumerable.Repeat("</x>", depth)) + After);

    [Fact]
    public void Read_MoreNamesAndNamespacesThanAreHeld_GivesWhatXmlReaderGives()
    {
        var names = string.Concat(Enumerable.Range(0, 5_000).Select(n => $"<n{n} a{n}='1'>{n}</n{n}>"));
        var namespaces = string.Concat(Enumerable.Range(0, 40).Select(n => $"<p{n}:a xmlns:p{n}='urn:{n}'>")) + "x" + string.Concat(Enumerable.Range(0, 40).Reverse().Select(n => $"</p{n}:a>"));

        CamtPaths.ShouldAgree(Before + names + After);
        CamtPaths.ShouldAgree(Before + namespaces + After);
        CamtPaths.ShouldAgree(Before + "<x" + string.Concat(Enumerable.Range(0, 40).Select(n => $" a{n}='1'")) + "/>" + After);
    }

    private static void Change(List<byte> bytes, byte[][] pieces, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(5))
        {
            case 0:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                break;
            case 1:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            case 2:
                var from = random.Next(bytes.Count + 1);
                bytes.InsertRange(at, bytes.GetRange(from, Math.Min(random.Next(300), bytes.Count - from)));
                break;
            default:
                // Beside a tag as often as anywhere.
                var tag = bytes.FindIndex(at, b => b is (byte)'<' or (byte)'>');
                bytes.InsertRange(tag >= 0 && random.Next(2) == 0 ? tag + (bytes[tag] == '>' ? 1 : 0) : at, pieces[random.Next(pieces.Length)]);
                break;
        }
    }
}
