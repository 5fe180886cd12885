using Reconciliation.Domain.Matching;
using static Reconciliation.Domain.Tests.Matching.Made;

namespace Reconciliation.Domain.Tests.Matching;

public class IndexKeysTests
{
    private static readonly OpenItem Invoice = Item("FAC-2026-00123", Debtor("D1", "Menuiserie Aubertin SARL", "FR7630006000011234567890189") with { CustomerNumber = "CL-4711" }, "120.00") is var item
        ? item with { Receivable = item.Receivable with { StructuredReference = "RF68 DOS2 0260 0123", OrderNumber = "CDE 77412", Discount = new(Eur("2.40"), Day("2026-03-10")) } }
        : throw new InvalidOperationException();

    [Theory]
    [InlineData("ref:FAC202600123")]
    [InlineData("num:202600123")]
    [InlineData("num:2600123")]
    [InlineData("num:123")]
    [InlineData("rf:RF68DOS202600123")]
    [InlineData("num:77412")]
    [InlineData("ref:CL4711")]
    [InlineData("amount:EUR:12000")]
    [InlineData("amount:EUR:11760")]
    [InlineData("iban:FR7630006000011234567890189")]
    [InlineData("name:AUBERTIN")]
    [InlineData("name:MENUISERIE")]
    public void Of_AnItem_HoldsEverythingThatAPaymentMayShow(string key) =>
        Assert.Contains(new IndexKey(key), IndexKeys.Of(Invoice));

    [Fact]
    public void Of_AnItem_LeavesOutLegalForms() =>
        Assert.DoesNotContain(new IndexKey("name:SARL"), IndexKeys.Of(Invoice));

    [Theory]
    [InlineData("facture fac 2026 00123")]
    [InlineData("FAC202600123")]
    [InlineData("INV-26/00123")]
    [InlineData("n° 123")]
    [InlineData("VIRFAC-2026-00123")]
    [InlineData("FAC-2026-0~0123")]
    [InlineData("RF68DOS202600123")]
    [InlineData("commande 77412")]
    [InlineData("client CL 4711")]
    public void Of_APaymentThatNamesTheItem_MeetsItInReferencesAlone(string text)
    {
        var shared = IndexKeys.Of(Payment("P", "7.77", null, text)).Intersect(IndexKeys.Of(Invoice)).Select(key => key.Value);

        Assert.Contains(shared, key => key.StartsWith("ref:", StringComparison.Ordinal) || key.StartsWith("num:", StringComparison.Ordinal) || key.StartsWith("rf:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("120.00", null, null, "amount:EUR:12000")]
    [InlineData("9.99", "AUBERTIN MENUISERIE", null, "name:AUBERTIN")]
    [InlineData("9.99", null, "FR76 3000 6000 0112 3456 7890 189", "iban:FR7630006000011234567890189")]
    public void Of_APayment_HoldsAmountNameAndAccount(string amount, string? name, string? iban, string key) =>
        Assert.Contains(new IndexKey(key), IndexKeys.Of(Payment("P", amount, name, iban: iban)));

    [Fact]
    public void Of_APaymentFullOfNumbers_StaysBelowTheCapAndKeepsTheAmount()
    {
        var text = string.Join(' ', Enumerable.Range(1000, 300).Select(n => $"{n * 7919}"));

        var keys = IndexKeys.Of(Payment("P", "120.00", "AUBERTIN", text));

        Assert.InRange(keys.Length, 1, IndexKeys.MostOfPayment);
        Assert.Contains(new IndexKey("amount:EUR:12000"), keys);
        Assert.Contains(new IndexKey("name:AUBERTIN"), keys);
    }

    [Theory]
    [InlineData("le 12/03/2026")]
    [InlineData("montant 123,00 EUR")]
    [InlineData("mars 2026")]
    public void Of_DatesAndAmountsInText_AreNoNumbers(string text) =>
        Assert.DoesNotContain(IndexKeys.Of(Payment("P", "7.77", null, text)), key => key.Value.StartsWith("num:", StringComparison.Ordinal));

    [Fact]
    public void Of_MoneyOut_HasNone() => Assert.Empty(IndexKeys.Of(Payment("P", "-120.00", "AUBERTIN", "FAC-2026-00123")));
}
