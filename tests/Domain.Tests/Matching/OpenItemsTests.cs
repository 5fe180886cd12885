using Reconciliation.Domain.Matching;
using static Reconciliation.Domain.Tests.Matching.Made;

namespace Reconciliation.Domain.Tests.Matching;

public class OpenItemsTests
{
    private static readonly OpenItem First = Item("F-1", Debtor("D1", "Aubertin"), "10.00", due: "2026-03-01");
    private static readonly OpenItem Second = Item("F-2", Debtor("D1", "Aubertin"), "20.00", due: "2026-02-01");
    private static readonly OpenItem Other = Item("F-3", Debtor("D2", "Castaing"), "10.00");

    [Fact]
    public void Find_AnAmount_GivesTheItemsOfThatAmountOnly() =>
        Assert.Equal([First, Other], OpenItems.Of([Other, Second, First]).Find(new IndexKey("amount:EUR:1000")).AsEnumerable());

    [Fact]
    public void Find_AName_GivesAllItemsOfTheDebtorByDueDate() =>
        Assert.Equal([Second, First], OpenItems.Of([First, Other, Second]).Find(new IndexKey("name:AUBERTIN")).AsEnumerable());

    [Fact]
    public void Find_AnUnknownKey_GivesNothing() => Assert.Empty(OpenItems.Of([First]).Find(new IndexKey("name:NOBODY")));

    [Fact]
    public void OfAccount_GivesItsItemsByDueDate() =>
        Assert.Equal([Second, First], OpenItems.Of([First, Other, Second]).OfAccount(First.Account).AsEnumerable());

    [Fact]
    public void Of_TheSameItemTwice_CountsOnce() => Assert.Equal(1, OpenItems.Of([First, First with { }]).Count);

    [Fact]
    public void Of_OneReceivableWithTwoContents_Throws() =>
        Assert.Throws<ArgumentException>(() => OpenItems.Of([First, First with { Open = Eur("5.00") }]));

    [Fact]
    public void Find_EveryKeyOfAnItem_GivesTheItem()
    {
        var items = OpenItems.Of([First, Second, Other]);

        Assert.All(IndexKeys.Of(First), key => Assert.Contains(First, items.Find(key)));
    }
}
