using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Cfonb;

namespace Reconciliation.Domain.Tests.Statements.Cfonb;

public class Cfonb120ReaderTests
{
    private static readonly Cfonb120Reader Reader = new();

    [Fact]
    public void Amount_OfEachSignLetter_ComesBackAsWritten()
    {
        var amounts =
            from digits in Gen.Choose(0, int.MaxValue).Select(n => (long)n * 4600 % 10_000_000_000_000)
            from letter in Gen.Elements((Records.Positive + Records.Negative).ToCharArray())
            select (digits, letter);

        Prop.ForAll(amounts.ToArbitrary(), amount =>
        {
            var last = (Records.Positive + Records.Negative).IndexOf(amount.letter, StringComparison.Ordinal);
            var minorUnits = ((amount.digits * 10) + (last % 10)) * (last < 10 ? 1 : -1);
            var read = Entry(Records.Movement("05", 0, signed: $"{amount.digits:0000000000000}{amount.letter}")).Amount;
            return read == new Money(minorUnits, Currency.Eur);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("0000000001904}", -19040)]
    [InlineData("0000000000322J", -3221)]
    [InlineData("0000000012345{", 123450)]
    [InlineData("0000000000010E", 105)]
    [InlineData("0000000000010e", 105)]
    [InlineData("0000000000010é", 100)]
    [InlineData("0000000000010è", -100)]
    [InlineData("           10r", -109)]
    [InlineData("9999999999999I", 99999999999999)]
    public void Amount_WithItsSign_IsRead(string signed, long cents) =>
        Assert.Equal(new Money(cents, Currency.Eur), Entry(Records.Movement("05", 0, signed: signed)).Amount);

    [Theory]
    [InlineData("05", 100, "PAYEUR", "BENEFICIAIRE", "PAYEUR")]
    [InlineData("06", -100, "PAYEUR", "BENEFICIAIRE", "BENEFICIAIRE")]
    [InlineData("B3", -100, "PAYEUR", "BENEFICIAIRE", "PAYEUR")]
    [InlineData("12", 100, "PAYEUR", "BENEFICIAIRE", "BENEFICIAIRE")]
    [InlineData("B1", -100, "PAYEUR", "", "PAYEUR")]
    [InlineData("05", 100, "", "BENEFICIAIRE", null)]
    public void Counterparty_IsTheOtherSideOfTheFirstPayment(string operation, long cents, string payer, string beneficiary, string? counterparty)
    {
        var entry = Entry(Records.Movement(operation, cents), Records.Complement(operation, "NPY", payer), Records.Complement(operation, "NBE", beneficiary));

        Assert.Equal(counterparty, entry.Details[0].Counterparty.Name);
    }

    [Theory]
    [InlineData("B3", "31", "31")]
    [InlineData("03", "01", "01")]
    [InlineData("05", "31", null)]
    [InlineData("B3", "00", null)]
    public void ReturnMotive_OfAReturn_IsItsReason(string operation, string motive, string? reason)
    {
        var entry = Entry(Records.Movement(operation, -100, motive: motive), Records.Complement(operation, "LIB", "TEXTE"));

        Assert.Equal(reason, entry.Details[0].ReturnReason);
        Assert.Equal(operation, entry.Code.CodeOperationInterbancaire);
    }

    [Fact]
    public void Remittance_InTwoHalves_IsOneText()
    {
        var head = new string('A', 69);

        var entry = Entry(Records.Movement("05", 100), Records.Complement("05", "LCC", head), Records.Complement("05", "LC2", "FIN"));

        Assert.Equal(head + " FIN", Assert.Single(entry.Details[0].Remittance));
    }

    [Theory]
    [InlineData("0199999    00001EUR2 00012345678  020226", true)]
    [InlineData("\r\n0499999015800001EUR2 0001234567805020226", true)]
    [InlineData("0199999    00001     00012345678  020226", true)]
    [InlineData("0299999    00001EUR2 00012345678  020226", false)]
    [InlineData("01/02/2026;VIR;100,00", false)]
    [InlineData("0", false)]
    [InlineData(":20:STARTUMS", false)]
    public void Recognises_ByContent(string head, bool recognised) =>
        Assert.Equal(recognised, Reader.Recognises(Encoding.Latin1.GetBytes(head)));

    private static StatementEntry Entry(params string[] records)
    {
        var file = Robustness.ReadFile(Reader, string.Join('\n', records.Prepend(Records.Balance("01", 0)).Append(Records.Balance("07", 0))));
        return Assert.Single(Assert.Single(file.Statements).Entries);
    }
}
