using System.Text;
using Reconciliation.Domain.Statements;
using Reconciliation.Fuzz.Streams;

namespace Reconciliation.Fuzz;

/// <summary>
/// Files of any size pass in constant memory: what lives while a long one is read stays under a bound far below what
/// the file would take, whatever it is that never ends.
/// </summary>
public class MemoryTests
{
    private const long Length = 12L << 20;
    private const long Bound = 6L << 20;

    private const string Camt =
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><Othr><Id>A</Id></Othr></Id><Ccy>EUR</Ccy></Acct>";

    private const string CamtEntry =
        "<Ntry><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt>";

    private const string Swift = ":20:X\n:25:X\n:28C:1\n:60F:C260101EUR0,00\n";
    private const string SwiftEntry = ":61:260102C1,00NMSC\n";
    private const string Bai = "01,A,B,260203,0615,1,,,2/\n02,B,A,1,260202,2400,EUR,2/\n03,1234,,010,0,,/\n";
    private const string Ofx = "OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKTRANLIST>\n";
    private const string Cfonb =
        "0130009    01234EUR2 00012345678  010326                                                  0000000000000{                \n";

    private const string CfonbEntry =
        "0430009005001234EUR2 0001234567805020326  020326VIREMENT                         0000000  0000000000100{                \n";

    private const string CfonbComplement =
        "0530009005001234EUR2 0001234567805020326     LIBUN TEXTE                                                                \n";

    private const string Csv = "Date;Libellé;Montant;Devise\n";

    [Theory]
    [InlineData("camt entries", Camt, CamtEntry + "</Ntry>")]
    [InlineData("camt statements", "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>", "<Stmt><Acct><Id><Othr><Id>A</Id></Othr></Id><Ccy>EUR</Ccy></Acct></Stmt>")]
    [InlineData("camt text", Camt + CamtEntry + "<AddtlNtryInf>", "one text without end ")]
    [InlineData("camt blanks", Camt, "                                ")]
    [InlineData("camt comment", Camt + "<!--", " a comment without end")]
    [InlineData("camt CDATA", Camt + CamtEntry + "<AddtlNtryInf><![CDATA[", "one text without end ")]
    [InlineData("camt nesting", Camt, "<a>")]
    [InlineData("camt remittance", Camt + CamtEntry + "<NtryDtls><TxDtls><RmtInf>", "<Ustrd>a line of many</Ustrd>")]
    [InlineData("camt unknown elements", Camt + CamtEntry, "<Other><Name>value</Name></Other>")]
    [InlineData("MT940 entries", Swift, SwiftEntry + ":86:Text\n")]
    [InlineData("MT940 lines of one 86", Swift + SwiftEntry + ":86:", "a line of many\n")]
    [InlineData("MT940 line", Swift + SwiftEntry + ":86:", "one text without end ")]
    [InlineData("MT940 blank lines", Swift, "\n")]
    [InlineData("MT940 messages", "", Swift + ":62F:C260101EUR0,00\n-\n")]
    [InlineData("CFONB movements", Cfonb, CfonbEntry + CfonbComplement)]
    [InlineData("CFONB complements", Cfonb + CfonbEntry, CfonbComplement)]
    [InlineData("CFONB line", Cfonb + CfonbEntry, "one text without end ")]
    [InlineData("BAI2 entries", Bai, "16,142,100,,REF,,TEXT\n88,MORE TEXT\n")]
    [InlineData("BAI2 continuations", Bai + "16,142,100,,REF,,TEXT\n", "88,MORE TEXT\n")]
    [InlineData("BAI2 line", Bai + "16,142,100,,REF,,", "one text without end ")]
    [InlineData("OFX entries", Ofx, "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260331<TRNAMT>1.00<FITID>1</STMTTRN>\n")]
    [InlineData("OFX nesting", Ofx, "<A>")]
    [InlineData("OFX text", Ofx + "<STMTTRN><TRNTYPE>CREDIT<MEMO>", "one text without end ")]
    [InlineData("OFX fields", Ofx + "<STMTTRN>", "<MEMO>one of many</MEMO>")]
    [InlineData("OFX comment", Ofx + "<!--", " a comment without end")]
    [InlineData("CSV rows", Csv, "2026-03-02;LOYER;1,00;EUR\n")]
    [InlineData("CSV row", Csv, "2026-03-02;LOYER;")]
    [InlineData("CSV quote", Csv + "2026-03-02;\"", "one text without end\n")]
    [InlineData("nothing known", "", "one text without end ")]
    public void AFileWithoutEnd_IsReadInConstantMemory(string what, string head, string again)
    {
        var floor = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var visits = 0;
        using var bytes = new GeneratedStream(
            Encoding.UTF8.GetBytes(head), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(again, 1 + 4096 / again.Length))), [], Length,
            () =>
            {
                visits++;
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - floor);
            });

        var parts = 0L;
        foreach (var part in StatementFiles.Read(bytes, StatementReaders.All))
            parts++;

        Assert.True(parts > 0 && most < Bound, $"{what}: {most / 1024.0 / 1024:F1} MiB lived after one of {visits} parts of the file.");
    }
}
