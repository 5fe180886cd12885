using Reconciliation.Domain.Matching;
using static Reconciliation.Domain.Tests.Matching.Made;

namespace Reconciliation.Domain.Tests.Matching;

public class PayerHistoryCsvTests
{
    [Theory]
    [InlineData("date,payer_name,payer_iban,debtor_id\n2026-01-15,\"Holding, Kerguen\",FR7630006000011234567890189,D5\n", "Holding, Kerguen")]
    [InlineData("\uFEFFdebtor_id;date;payer_iban;payer_name\r\nD5;2026-01-15;FR76 3000 6000 0112 3456 7890 189;Kerguen\r\n", "Kerguen")]
    public void Read_EitherSeparatorAndAnyOrder_GivesThePayers(string text, string name)
    {
        var history = Read(text);

        var payer = Assert.Single(history.Payers);
        Assert.Empty(history.Faults);
        Assert.Equal((Day("2026-01-15"), name, "D5"), (payer.Date, payer.Name, payer.DebtorId));
        Assert.Equal(Iban.Parse("FR7630006000011234567890189"), Iban.Parse(payer.Account ?? ""));
    }

    [Theory]
    [InlineData("date,payer_name\n2026-01-15,A\n", "field-missing", 1, "debtor_id")]
    [InlineData("date,payer_name,debtor_id\n2026-01-15,A,D1\n15/01/2026,A,D1\n", "syntax-invalid", 3, "date")]
    [InlineData("date,payer_name,debtor_id\n2026-01-15,A,\n", "field-missing", 2, "debtor_id")]
    [InlineData("date,payer_name,payer_iban,debtor_id\n2026-01-15,A,FR7630006000011234567890188,D1\n", "syntax-invalid", 2, "payer_iban")]
    [InlineData("date,payer_name,payer_iban,debtor_id\n2026-01-15,,,D1\n", "field-missing", 2, "payer_name")]
    [InlineData("date,payer_name,debtor_id\n2026-01-15,\"A\"x,D1\n", "syntax-invalid", 2, null)]
    public void Read_AFault_NamesItsLineAndColumn(string text, string code, int line, string? field)
    {
        var fault = Assert.Single(Read(text).Faults);

        Assert.Equal((code, line, field), (fault.Code, fault.Line, fault.Field));
    }

    [Fact]
    public void Read_AFaultyRow_KeepsTheOthers() =>
        Assert.Equal(["D1", "D3"], Read("date,payer_name,debtor_id\n2026-01-15,A,D1\n2026-99-15,B,D2\n2026-01-16,C,D3\n").Payers.Select(p => p.DebtorId));

    [Fact]
    public void Read_Nothing_IsAFault() => Assert.NotEmpty(Read("").Faults);

    private static PayerHistory Read(string text)
    {
        using var reader = new StringReader(text);
        return PayerHistoryCsv.Read(reader);
    }
}
