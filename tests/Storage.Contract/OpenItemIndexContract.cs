using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract;

/// <summary>Which accounts a payment may concern.</summary>
public abstract class OpenItemIndexContract : StorageContract
{
    private IOpenItemIndex Index => Storage.OpenItems;

    [Fact]
    public async Task Find_GivesEachAccountUnderAnyOfTheKeysOnce()
    {
        await Index.ReplaceAsync(Given.Debtor(1), 1, Keys("ref:F1", "amount:EUR:100"), None);
        await Index.ReplaceAsync(Given.Debtor(2), 1, Keys("amount:EUR:100"), None);
        await Index.ReplaceAsync(Given.Debtor(3), 1, Keys("name:DUVAL"), None);

        Assert.Equal<AccountId>([Given.Debtor(1), Given.Debtor(2)], (await Index.FindAsync(Keys("ref:F1", "amount:EUR:100", "ref:none"), 10, None)).Order());
        Assert.Equal<AccountId>([Given.Debtor(3)], await Index.FindAsync(Keys("name:DUVAL", "name:DUVAL"), 10, None));
        Assert.Empty(await Index.FindAsync(Keys("name:DUV", "name:duval"), 10, None));
        Assert.Empty(await Index.FindAsync([], 10, None));
    }

    [Fact]
    public async Task Find_LeavesOutAKeyUnderWhichTooManyStand()
    {
        for (var n = 0; n < 5; n++)
            await Index.ReplaceAsync(Given.Debtor(n), 1, Keys("name:MARTIN", $"ref:F{n}"), None);

        Assert.Equal(5, (await Index.FindAsync(Keys("name:MARTIN"), 5, None)).Length);
        Assert.Empty(await Index.FindAsync(Keys("name:MARTIN"), 4, None));
        Assert.Equal<AccountId>([Given.Debtor(2)], await Index.FindAsync(Keys("name:MARTIN", "ref:F2"), 4, None));
    }

    [Fact]
    public async Task Common_NamesTheKeysUnderWhichTooManyStand()
    {
        for (var n = 0; n < 5; n++)
            await Index.ReplaceAsync(Given.Debtor(n), 1, Keys("iban:X", $"ref:F{n}"), None);

        Assert.Equal(Keys("iban:X").ToHashSet(), await Index.CommonAsync(Keys("iban:X", "ref:F2", "ref:none", "iban:X"), 4, None));
        Assert.Empty(await Index.CommonAsync(Keys("iban:X", "ref:F2"), 5, None));
        Assert.Empty(await Index.CommonAsync([], 5, None));
    }

    [Fact]
    public async Task Replace_TakesAwayKeysThatAreGone()
    {
        await Index.ReplaceAsync(Given.Account, 1, Keys("ref:F1", "ref:F2"), None);
        await Index.ReplaceAsync(Given.Account, 2, Keys("ref:F2", "ref:F3", "ref:F3"), None);

        Assert.Empty(await Index.FindAsync(Keys("ref:F1"), 10, None));
        Assert.Equal<AccountId>([Given.Account], await Index.FindAsync(Keys("ref:F2"), 10, None));
        Assert.Equal<AccountId>([Given.Account], await Index.FindAsync(Keys("ref:F3"), 10, None));

        await Index.ReplaceAsync(Given.Account, 3, [], None);
        Assert.Empty(await Index.FindAsync(Keys("ref:F2", "ref:F3"), 10, None));
    }

    [Fact]
    public async Task Replace_AsOfAnOlderVersion_ChangesNothing()
    {
        await Index.ReplaceAsync(Given.Account, 5, Keys("ref:new"), None);
        await Index.ReplaceAsync(Given.Account, 4, Keys("ref:old"), None);

        Assert.Empty(await Index.FindAsync(Keys("ref:old"), 10, None));
        Assert.Equal<AccountId>([Given.Account], await Index.FindAsync(Keys("ref:new"), 10, None));
    }

    [Fact]
    public async Task Replace_AsOfTheSameVersion_IsRepeatable()
    {
        await Index.ReplaceAsync(Given.Account, 5, Keys("ref:F1"), None);
        await Index.ReplaceAsync(Given.Account, 5, Keys("ref:F1"), None);
        // A rebuild with another set of keys, made of the same version.
        await Index.ReplaceAsync(Given.Account, 5, Keys("ref:F2"), None);

        Assert.Empty(await Index.FindAsync(Keys("ref:F1"), 10, None));
        Assert.Equal<AccountId>([Given.Account], await Index.FindAsync(Keys("ref:F2"), 10, None));
    }

    [Fact]
    public async Task Replace_InParallelAndInAnyOrder_EndsAtTheNewestVersion()
    {
        var versions = Enumerable.Range(1, 40).OrderBy(n => n * 17 % 41);

        await Task.WhenAll(versions.Select(version => Task.Run(
            () => Index.ReplaceAsync(Given.Account, version, Keys("ref:always", $"ref:V{version}"), None))));

        var found = await Task.WhenAll(Enumerable.Range(1, 40).Select(version => Index.FindAsync(Keys($"ref:V{version}"), 1, None)));
        Assert.Equal(Enumerable.Range(1, 40).Select(version => version == 40 ? 1 : 0), found.Select(accounts => accounts.Length));
    }

    private static ImmutableArray<IndexKey> Keys(params string[] keys) => [.. keys.Select(key => new IndexKey(key))];
}
