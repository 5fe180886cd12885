using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Host.Azure.Orchestrations;

namespace Reconciliation.Host.Azure.Tests.Orchestrations;

/// <summary>Identifiers of cases are legal, readable and one to one. Cases in being have them: they never change.</summary>
public class CaseIdTests
{
    [Theory]
    [InlineData("creditor", "D-1", "case-creditor|D-1|EUR")]
    [InlineData("creditor", "41/100#A?", "case-creditor|41~2F100~23A~3F|EUR")]
    [InlineData("creditor", "a|b\\c", "case-creditor|a~5C|b~5C~5Cc|EUR")]
    [InlineData("creditor", "Éts ~2F", "case-creditor|~C3~89ts~20~7E2F|EUR")]
    public void Id_OfAnAccount_IsForGood(string creditor, string debtor, string expected) =>
        Assert.Equal(expected, CaseId.Of(new AccountId(creditor, debtor, Currency.Of("EUR"))));

    [Fact]
    public void Id_OfALongKey_IsItsHash()
    {
        var id = CaseId.Of(new AccountId("creditor", new string('d', 200), Currency.Of("EUR")));

        Assert.StartsWith("case-~~", id, StringComparison.Ordinal);
        Assert.Equal(71, id.Length);
    }

    [Fact]
    public void Ids_OfAnyKeys_AreLegalAndDiffer() => Prop.ForAll<NonNull<string>, NonNull<string>>((one, other) =>
    {
        var (a, b) = (CaseId.Of(Account(one.Get)), CaseId.Of(Account(other.Get)));
        Assert.All([a, b], id => Assert.True(
            id.Length is > 0 and <= 100 && id.All(c => c is > ' ' and < '\x7f' and not ('/' or '\\' or '#' or '?')), id));
        Assert.Equal(Valid(one.Get) == Valid(other.Get), a == b);
    }).QuickCheckThrowOnFailure();

    private static AccountId Account(string debtor) => new("creditor", Valid(debtor), Currency.Of("EUR"));

    // Half a character of two halves is no text and cannot be told from another in UTF-8.
    private static string Valid(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
