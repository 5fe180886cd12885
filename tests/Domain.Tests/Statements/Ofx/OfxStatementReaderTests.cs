using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Ofx;

namespace Reconciliation.Domain.Tests.Statements.Ofx;

public class OfxStatementReaderTests
{
    private static readonly OfxStatementReader Reader = new();
    private static readonly byte[][] Files = FixtureDamage.Files("ofx");
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1500);

    [Fact]
    public void Read_AFileCutAtAnyByte_NeverThrowsAndClosesWhatItOpens() =>
        Prop.ForAll(FixtureDamage.Cut(Files), bytes => FixtureDamage.ShouldHold(Reader.Read(new MemoryStream(bytes)))).Check(Thorough);

    [Fact]
    public void Read_AFileWithBytesReplaced_NeverThrowsAndClosesWhatItOpens() =>
        Prop.ForAll(FixtureDamage.Flipped(Files), bytes => FixtureDamage.ShouldHold(Reader.Read(new MemoryStream(bytes)))).Check(Thorough);

    [Fact]
    public void Read_AFileCutBeforeItsEndTag_IsNeverAccepted()
    {
        var unended = Files.Where(IsAccepted)
            .Select(file => (File: file, End: Encoding.Latin1.GetString(file).LastIndexOf("</OFX", StringComparison.Ordinal)))
            .Where(found => found.End > 0).Select(found => found.File[..found.End]);

        Prop.ForAll(FixtureDamage.Cut([.. unended]), bytes => !IsAccepted(bytes)).Check(Thorough);
    }

    [Fact]
    public void Read_OneByteAtATime_GivesTheSameParts()
    {
        foreach (var file in Files)
            Assert.Equal(Json(new MemoryStream(file)), Json(new DripStream(file)));
    }

    [Fact]
    public void Read_AFileWithoutEnd_YieldsEntriesAsTheyCome()
    {
        var entry = Encoding.ASCII.GetBytes("<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260331<TRNAMT>1.00<FITID>1</STMTTRN>\n");
        var head = Encoding.ASCII.GetBytes("OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKTRANLIST>\n");
        var endless = head.Concat(Enumerable.Repeat(entry, int.MaxValue).SelectMany(bytes => bytes));

        var last = Reader.Read(new DripStream(endless)).OfType<StatementEntry>().Skip(4999).First();

        Assert.Equal(5000, last.Position);
        Assert.Equal(5003, last.Line);
    }

    [Theory]
    [InlineData("OFXHEADER:100\r\nDATA:OFXSGML\r\n", true)]
    [InlineData("\n\n \nOFXHEADER:100DATA:OFXSGML<OFX>", true)]
    [InlineData("<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\"?>", true)]
    [InlineData("<OFX>", true)]
    [InlineData("\uFEFF<ofx >", true)]
    [InlineData("<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">", false)]
    [InlineData("Date;Text;<OFX>\n", false)]
    [InlineData("Our OFX export follows", false)]
    [InlineData("", false)]
    public void Recognises_LooksAtTheContentOnly(string head, bool expected)
    {
        Assert.Equal(expected, Reader.Recognises(Encoding.UTF8.GetBytes(head)));
        Assert.Equal(expected, Reader.Recognises([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(head.TrimStart('\uFEFF'))]));
    }

    private static bool IsAccepted(byte[] bytes) =>
        StatementFile.Of(StatementChecks.Apply(Reader.Read(new MemoryStream(bytes)))).IsAcceptable;

    private static string Json(Stream bytes) => StatementJson.Of(StatementFile.Of(Reader.Read(bytes)));
}
