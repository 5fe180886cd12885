using System.Text;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Camt;

namespace Reconciliation.Domain.Tests.Statements.Camt;

public class CamtReaderTests
{
    private const string Head =
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>1</Id>" +
        "<CreDtTm>2026-10-30T20:00:00</CreDtTm><Acct><Id><IBAN>FR7630099004210001234567819</IBAN></Id><Ccy>EUR</Ccy></Acct>";

    private const string OneEntry =
        "<Ntry><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-10-30</Dt></BookgDt></Ntry>";

    private const string End = "</Stmt></BkToCstmrStmt></Document>";

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.02\">", true)]
    [InlineData("\r\n  <n0:Document xmlns:n0=\"urn:iso:std:iso:20022:tech:xsd:camt.052.001.06\">", true)]
    [InlineData("<Document><BkToCstmrDbtCdtNtfctn>", true)]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">", false)]
    [InlineData("<OFX><BANKMSGSRSV1>", false)]
    [InlineData("The camt.053 of yesterday is late.", false)]
    [InlineData("", false)]
    public void Recognises_TheStartOfAFile_WhereItNamesAnAccountMessage(string head, bool expected)
    {
        Assert.Equal(expected, new CamtReader().Recognises(Encoding.UTF8.GetBytes(head)));
        Assert.Equal(expected, new CamtReader().Recognises([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(head)]));
    }

    [Fact]
    public void Read_AStatementWithoutEnd_GivesItsEntriesAsTheyCome()
    {
        using var endless = new EndlessStream(Encoding.UTF8.GetBytes(Head), Encoding.UTF8.GetBytes(OneEntry));

        var entries = new CamtReader().Read(endless).OfType<StatementEntry>().Take(50_000).ToList();

        Assert.Equal(50_000, entries[^1].Position);
    }

    [Fact]
    public void Read_AFile_LeavesItsStreamOpen()
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(Head + OneEntry + End));

        Assert.Single(StatementFile.Of(new CamtReader().Read(bytes)).Statements);

        Assert.True(bytes.CanRead);
    }

    [Theory]
    [InlineData("<NtryRef>", "</NtryRef>")]
    [InlineData("<NtryRef><![CDATA[", "]]></NtryRef>")]
    public void Read_ATextLongerThanAnyField_IsCutAndRefused(string before, string after)
    {
        var entry = OneEntry.Replace("<Amt", before + new string('x', 200_000) + after + "<Amt", StringComparison.Ordinal);

        var file = CamtFixtures.Read(Encoding.UTF8.GetBytes(Head + entry + OneEntry + End));

        Assert.Equal("syntax-invalid", Assert.Single(file.Diagnostics, d => d.Code != "balance-missing").Code);
        Assert.Equal(2, file.Statements[0].Entries.Length);
        Assert.Equal(8192, file.Statements[0].Entries[0].EntryReference!.Length);
    }

    [Theory]
    [InlineData("<NtryRef>", "</NtryRef>")]
    [InlineData("<NtryRef note=\"", "\"/>")]
    [InlineData("<Ntry", "/>")]
    public void Read_AHugeRunWithoutATag_EndsThere(string before, string after)
    {
        var entry = OneEntry.Replace("<Amt", before + new string('x', 3_000_000) + after + "<Amt", StringComparison.Ordinal);

        var file = CamtFixtures.Read(Encoding.UTF8.GetBytes(Head + OneEntry + entry + End));

        Assert.Contains(file.Diagnostics, d => d.Code == "syntax-invalid");
        Assert.Single(file.Statements[0].Entries);
    }
}
