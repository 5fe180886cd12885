using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Tests.Ledger;

public class AccountIdTests
{
    private static readonly Gen<string> Key = Gen.ArrayOf(Gen.Elements('|', '\\', 'a', '!', 'é')).Select(letters => new string(letters));

    private static readonly Arbitrary<AccountId> Ids =
        (from creditor in Key from debtor in Key from currency in Gen.Elements("EUR", "CHF") select new AccountId(creditor, debtor, Currency.Of(currency)))
        .ToArbitrary();

    [Fact]
    public void Text_OfAKey_SeparatesItsPartsByBars() => Assert.Equal(@"ACME|D\|1|EUR", new AccountId("ACME", "D|1", Currency.Eur).ToString());

    [Fact]
    public void Parse_TheTextOfAKey_GivesItBack() =>
        Prop.ForAll(Ids, id => AccountId.Parse(id.ToString()) == id).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("ACME|D1")]
    [InlineData("ACME|D1|EUR|")]
    [InlineData("ACME|D1|EURO")]
    [InlineData(@"ACME|D1\|EUR")]
    public void Parse_AnotherText_Throws(string text) => Assert.Throws<FormatException>(() => AccountId.Parse(text));

    [Fact]
    public void Order_OfKeys_IsByCreditorThenDebtorThenCurrency() =>
        Prop.ForAll(Ids, Ids, (left, right) =>
        {
            var sign = new[] { (left.Creditor, right.Creditor), (left.Debtor, right.Debtor), (left.Currency.Code, right.Currency.Code) }
                .Select(pair => Math.Sign(string.CompareOrdinal(pair.Item1, pair.Item2))).FirstOrDefault(s => s != 0);
            return Math.Sign(left.CompareTo(right)) == sign && (left == right) == (sign == 0);
        }).QuickCheckThrowOnFailure();
}
