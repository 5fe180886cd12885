using System.Text;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Bai2;

namespace Reconciliation.Domain.Tests.Statements.Bai2;

public class Bai2ReaderTests
{
    private static readonly Bai2Reader Reader = new();

    [Theory]
    [InlineData("100", 500)]
    [InlineData("399", 500)]
    [InlineData("400", -500)]
    [InlineData("699", -500)]
    [InlineData("720", 500)]
    [InlineData("760", -500)]
    [InlineData("920", 500)]
    [InlineData("999", -500)]
    public void Amount_TakesItsSignFromTheTypeCode(string type, long cents) =>
        Assert.Equal(new Money(cents, Currency.Eur), Entry($"16,{type},500,,,,TEXT/").Amount);

    [Theory]
    [InlineData("099")]
    [InlineData("700")]
    [InlineData("919")]
    [InlineData("890")]
    [InlineData("1950")]
    [InlineData("A95")]
    public void TypeCode_OfNoDirection_MovesNoMoney(string type)
    {
        var file = Read($"16,{type},500,,,,TEXT/");

        Assert.DoesNotContain(file.Statements[0].Entries, entry => entry.IsBooked);
        Assert.Equal(type == "890", file.IsAcceptable);
    }

    [Theory]
    [InlineData("", null, "")]
    [InlineData("Z", null, "")]
    [InlineData("0", "2026-02-02", "")]
    [InlineData("1", null, "availability=1")]
    [InlineData("2", null, "availability=2")]
    [InlineData("S,100,,400", null, "availability=S 100//400")]
    [InlineData("V,260205,", "2026-02-05", "")]
    [InlineData("V,260205,1200", "2026-02-05", "availability=V 1200")]
    [InlineData("D,2,0,200,3,300", null, "availability=D 0/200/3/300")]
    [InlineData("D,0", null, "")]
    public void Funds_OfAnyType_LeaveTheFieldsBehindThemInTheirPlaces(string funds, string? valueDate, string other)
    {
        var entry = Entry($"16,142,500,{funds},BANK,CUSTOMER,TEXT, AND MORE/");

        Assert.Equal(valueDate, entry.ValueDate?.ToString());
        Assert.Equal("BANK", entry.BankReference);
        Assert.Equal("CUSTOMER", entry.EntryReference);
        Assert.Equal("TEXT, AND MORE", Assert.Single(entry.Details[0].Remittance));
        Assert.Equal(other, string.Join(';', entry.Details[0].Other));
    }

    [Theory]
    [InlineData("16,115,500,S,100/", "88,200,200,BANK,CUSTOMER,TEXT/")]
    [InlineData("16,115/", "88,500,,BANK,CUSTOMER,TEXT/")]
    [InlineData("16,115,500,,BANK/", "88,CUSTOMER,TEXT/")]
    [InlineData("16,115,500,,BANK,CUSTOMER,/", "88,TEXT/")]
    [InlineData("16,115,500,,BANK,CUSTOMER/", "88,TEXT/")]
    public void Continuation_BeginsAtAnyField(string first, string second)
    {
        var entry = Entry(first, second);

        Assert.Equal(new Money(500, Currency.Eur), entry.Amount);
        Assert.Equal(("BANK", "CUSTOMER"), (entry.BankReference, entry.EntryReference));
        Assert.Equal("TEXT", Assert.Single(entry.Details[0].Remittance));
    }

    [Theory]
    [InlineData("03,1234,,010,100,,,015,600,,/")]
    [InlineData("03,1234,,010,100,,,015/", "88,600,,/")]
    [InlineData("03,1234,,010,100,/", "88,,015,600,,/")]
    [InlineData("03,1234,,010,100/", "88,015,600,/", "88,100,500,1/")]
    [InlineData("03,1234,,010/", "88,100/", "88,,,015,600/")]
    [InlineData("03,1234/", "88,,010,100,,S,1,2,3,015,600,1,D,1,0,600/")]
    [InlineData("03,1234,,,,,,010,100,,V,260203,1200,015,600,,V/", "88,260203,,,,,/")]
    public void Balances_SplitAnywhere_AreRead(params string[] account)
    {
        var file = Robustness.ReadFile(Reader, string.Join('\n', [Head, .. account, "16,142,500,,,,TEXT/", "49,,/", Tail]));

        Assert.True(file.Statements[0].IsBalanced);
        Assert.Equal(new Money(100, Currency.Eur), file.Statements[0].Opened.Opening?.Amount);
    }

    [Theory]
    [InlineData("JPY", "EUR", "500 JPY")]
    [InlineData("", "KWD", "0.500 KWD")]
    [InlineData("", "", "5.00 USD")]
    public void Currency_IsThatOfTheAccountElseOfTheGroupElseTheFormats(string account, string group, string amount)
    {
        var file = Robustness.ReadFile(Reader, $"01,A,B,260203,0615,1,,,2/\n02,B,A,1,260202,,{group},2/\n03,1,{account},,,,/\n16,142,500,,,,/\n49,,/\n98,,/\n99,,/");

        Assert.Equal(amount, file.Statements[0].Entries[0].Amount.ToString());
        Assert.Equal(amount.EndsWith("USD", StringComparison.Ordinal), file.Diagnostics.Any(d => d.Code == "format-tolerated"));
    }

    [Theory]
    [InlineData("142", "PAYER")]
    [InlineData("475", "PAYEE")]
    public void Counterparty_IsTheOtherSide(string type, string name)
    {
        var entry = Entry($"16,{type},500,,,,WIRE", "88,DBNM: PAYER", "88,CRNM: PAYEE", "88,EREF: E2E-1");

        Assert.Equal(name, entry.Details[0].Counterparty.Name);
        Assert.Equal("E2E-1", entry.Details[0].References.EndToEndId);
    }

    [Theory]
    [InlineData("01,021000999,ME,260203,0615,1,80,1,2/", true)]
    [InlineData("\r\n01,021000999,ME,20260203,,1,,,2/\r\n", true)]
    [InlineData("01,02,2026,VIR,100,00", false)]
    [InlineData("0199999    00001EUR2 00012345678  020226", false)]
    [InlineData("02,ME,021000999,1,260202,2400,,2/", false)]
    [InlineData("01,", false)]
    public void Recognises_ByContent(string head, bool recognised) =>
        Assert.Equal(recognised, Reader.Recognises(Encoding.Latin1.GetBytes(head)));

    private const string Head = "01,A,B,260203,0615,1,,,2/\n02,B,A,1,260202,2400,EUR,2/";
    private const string Tail = "98,,/\n99,,/";

    private static StatementEntry Entry(params string[] records) => Assert.Single(Read(records).Statements[0].Entries);

    private static StatementFile Read(params string[] records) =>
        Robustness.ReadFile(Reader, string.Join('\n', [Head, "03,1234,,,,,/", .. records, "49,,/", Tail]));
}
