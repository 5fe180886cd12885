using System.Text;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Swift;

namespace Reconciliation.Domain.Tests.Statements.Swift;

public class SwiftReaderTests
{
    private static readonly SwiftReader Reader = new();

    [Theory]
    [InlineData("250115", "0116", "2025-01-16")]
    [InlineData("251231", "0101", "2026-01-01")]
    [InlineData("260102", "1230", "2025-12-30")]
    [InlineData("251201", "0301", "2025-03-01")]
    [InlineData("260227", "0230", "2026-02-28")]
    [InlineData("230228", "0229", "2023-02-28")]
    [InlineData("240228", "0229", "2024-02-29")]
    [InlineData("260115", "    ", "2026-01-15")]
    [InlineData("260115", "", "2026-01-15")]
    [InlineData("260115", "1399", "2026-01-15")]
    [InlineData("790115", "", "2079-01-15")]
    [InlineData("800115", "", "1980-01-15")]
    public void Field61_EntryDateWithoutYear_IsNearTheValueDate(string valueDate, string entryDate, string booked) =>
        Assert.Equal(booked, Entry($":61:{valueDate}{entryDate}C1,00NMSC").BookingDate.ToString());

    [Theory]
    [InlineData("C1,", 100, false)]
    [InlineData("D1,", -100, false)]
    [InlineData("CR1,5", 150, false)]
    [InlineData("DR1,5", -150, false)]
    [InlineData("RC1,50", -150, true)]
    [InlineData("RD1,50", 150, true)]
    [InlineData("RCR1,50", -150, true)]
    [InlineData("RDR1,50", 150, true)]
    [InlineData("DD000000000080,", -8000, false)]
    [InlineData("C500", 50000, false)]
    [InlineData("C1.234.567,89", 123456789, false)]
    [InlineData("C1,234,567.89", 123456789, false)]
    [InlineData("C12.5", 1250, false)]
    [InlineData("C0,00", 0, false)]
    public void Field61_MarkAndAmount_GiveTheSignedAmount(string markAndAmount, long cents, bool isReversal)
    {
        var entry = Entry($":61:2601150115{markAndAmount}NMSCNONREF");

        Assert.Equal(new Money(cents, Currency.Eur), entry.Amount);
        Assert.Equal(isReversal, entry.IsReversal);
    }

    [Theory]
    [InlineData("NTRFNONREF//B1", "NTRF", null, "B1")]
    [InlineData("NTRFREF-7//B1", "NTRF", "REF-7", "B1")]
    [InlineData("NTRFREF-7", "NTRF", "REF-7", null)]
    [InlineData("NTRFEREF//B1", "NTRF", null, "B1")]
    [InlineData("NTRFKREF+//B1", "NTRF", null, "B1")]
    [InlineData(" NTRFREF-7//B1", "NTRF", "REF-7", "B1")]
    [InlineData("NOV NONREF", "NOV", null, null)]
    [InlineData("//B1", null, null, "B1")]
    [InlineData("NTRF29-07-2026 10:05//B1", "NTRF", "29-07-2026 10:05", "B1")]
    [InlineData("", null, null, null)]
    public void Field61_TypeAndReferences_AreTold(string rest, string? type, string? reference, string? bankReference)
    {
        var entry = Entry($":61:2601150115C1,00{rest}");

        Assert.Equal(type, entry.Code.Proprietary);
        Assert.Equal(reference, entry.EntryReference);
        Assert.Equal(bankReference, entry.BankReference);
    }

    [Theory]
    [InlineData("12345678/1020304050", "123456781020304050")]
    [InlineData("NL13TEST0123456789EUR", "NL13TEST0123456789")]
    [InlineData("NL13 TEST 0123 4567 89", "NL13TEST0123456789")]
    [InlineData("TESTNL2A/NL13TEST0123456789", "NL13TEST0123456789")]
    [InlineData("//AT39364/00000012345/EUR", "AT3936400000012345")]
    [InlineData("12.34.56.789EUR", "123456789")]
    [InlineData("1014365930  ", "1014365930")]
    [InlineData("", "")]
    public void Field25_Forms_GiveTheAccount(string field, string account)
    {
        var file = Robustness.ReadFile(Reader, $":20:X\n:25:{field}\n:28C:1\n:60F:C260101EUR0,00\n:62F:C260101EUR0,00\n-\n");

        Assert.Equal(account, Assert.Single(file.Statements).Opened.Account.Value);
    }

    [Fact]
    public void Reading_WithAConfiguredCodePage_ReadsLinesThatAreNotUtf8ByIt()
    {
        var codePage = CodePagesEncodingProvider.Instance.GetEncoding(852)!;
        var bytes = codePage.GetBytes(":20:X\n:25:X\n:28C:1\n:60F:C260101HUF0,00\n:61:260102C1,00NMSC\n:86:Átutalás, őrizte\n:62F:C260102HUF1,00\n-\n");

        var file = StatementFile.Of(new SwiftReader(codePage).Read(new MemoryStream(bytes)));

        Assert.Equal("Átutalás, őrizte", file.Statements[0].Entries[0].Details[0].Remittance[0]);
    }

    [Fact]
    public void Reading_AByteWithoutMeaningInTheCodePage_IsAnError()
    {
        var bytes = Encoding.Latin1.GetBytes(":20:X\n:25:X\n:28C:1\n:60F:C260101EUR0,00\n:61:260102C1,00NMSC\n:86:reçu\n:62F:C260102EUR1,00\n-\n");

        var file = StatementFile.Of(new SwiftReader(Encoding.ASCII).Read(new MemoryStream(bytes)));

        Assert.Equal("encoding-invalid", Assert.Single(file.Diagnostics).Code);
    }

    [Theory]
    [InlineData(":20:STARTUMS\r\n:25:1", true)]
    [InlineData("\r\n\u0001{1:F01X}{2:I940X}{4:\r\n:20:STARTUMS\r\n", true)]
    [InlineData("BANK\n940\nBANK\n:20:STARTUMS\n", true)]
    [InlineData(":60F:C100318EUR380115,12", true)]
    [InlineData(":61:2601150115C1,00NMSC", true)]
    [InlineData("Date;Libelle;:20:\n", false)]
    [InlineData("0115589    00000EUR2 98765432100  150519", false)]
    [InlineData("<?xml version=\"1.0\"?>", false)]
    [InlineData(":86:some text", false)]
    public void Recognises_ByContent(string head, bool recognised) =>
        Assert.Equal(recognised, Reader.Recognises(Encoding.Latin1.GetBytes(head)));

    private static StatementEntry Entry(string field61)
    {
        var file = Robustness.ReadFile(Reader, $":20:X\n:25:X\n:28C:1\n:60F:C260115EUR0,00\n{field61}\n:64:C260115EUR0,00\n-\n");
        return Assert.Single(Assert.Single(file.Statements).Entries);
    }
}
