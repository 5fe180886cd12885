using System.Collections.Immutable;
using Azure.Data.Tables;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>What Table Storage limits, and what a fall between two of its requests leaves.</summary>
[Collection(AzuriteTests.Name)]
public sealed class TableLimitsTests(Azurite azurite) : IAsyncLifetime
{
    private AzureUnderTest? _storage;

    private AzureUnderTest Storage => _storage ?? throw new InvalidOperationException("The storage is not open yet.");

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => _storage = await AzureUnderTest.OpenForItselfAsync(azurite);

    public async Task DisposeAsync() => await Storage.DisposeAsync();

    [Theory]
    [InlineData(500, 20)]
    [InlineData(1, 100_000)]
    [InlineData(3, 1_500_000)]
    [InlineData(150, 30_000)]
    public async Task Append_LargerThanARow_IsReadWhole(int count, int length)
    {
        var events = Enumerable.Range(0, count).Select(n => Given.Note(Noise(n, length))).ToImmutableArray();

        Assert.True(await Storage.Streams.AppendAsync(Given.Account, 0, events, None));
        Assert.True(await Storage.Streams.AppendAsync(Given.Account, count, [Given.Note("after")], None));

        var read = await Storage.Streams.EventsAsync(Given.Account, 0, None);
        Assert.Equal(StoredJson.Write(events.Add(Given.Note("after"))), StoredJson.Write(read));
        Assert.Equal(2, (await Storage.Streams.EventsAsync(Given.Account, count - 1, None)).Length);
    }

    [Fact]
    public async Task Message_ThatCouldNotBeSent_IsSentByTheNextRelay()
    {
        Storage.Sent.IsDown = true;
        await Assert.ThrowsAsync<TimeoutException>(() => Storage.Streams.AppendAsync(Given.Account, 0, [Given.Note("a")], None));
        Assert.Equal(1, (await Storage.Streams.LoadAsync(Given.Account, None)).Version);

        Storage.Sent.IsDown = false;
        Assert.Equal(1, await Storage.Azure.Streams.RelayAsync(None));
        Assert.Equal(0, await Storage.Azure.Streams.RelayAsync(None));

        Assert.Equal([new AccountChanged(Given.Account, 1)], Storage.Sent.TakeAll());
    }

    [Fact]
    public async Task Balances_OfAChartChangedSince_ArePostedToTheNewNumbers()
    {
        await Storage.Streams.AppendAsync(Given.Account, 0, [Given.Opened("F-1", 10000)], None);
        var chart = ChartOfAccounts.Default with { Customers = "411000" };
        var other = await AzureStorage.OpenAsync(azurite.Tables, azurite.Blobs, chart, AzureUnderTest.Sender, Storage.Sent, None, Storage.Prefix);

        Assert.Equal(["411000", "706"], (await other.Streams.BalancesAsync(None)).Select(line => line.Account));
        await other.Streams.AppendAsync(Given.Account, 1, [Given.Opened("F-2", 500)], None);

        Assert.Equal([10500, -10500], (await other.Streams.BalancesAsync(None)).Select(line => line.Balance.MinorUnits));
    }

    [Theory]
    [InlineData("a/b\\c#d?e%f")]
    [InlineData("l'été, 100 % \u0001\u0085")]
    [InlineData("*002F")]
    public async Task Keys_WithCharactersThatTheServiceRefuses_AreKeptApart(string debtor)
    {
        var account = Given.Account with { Debtor = debtor };
        var alike = Given.Account with { Debtor = debtor.Replace('/', '*') + "x" };

        await Storage.Streams.AppendAsync(account, 0, [Given.Note("n")], None);
        await Storage.OpenItems.ReplaceAsync(account, 1, [new IndexKey($"ref:{debtor}")], None);

        Assert.Equal(1, (await Storage.Streams.LoadAsync(account, None)).Version);
        Assert.Equal(0, (await Storage.Streams.LoadAsync(alike, None)).Version);
        Assert.Equal<AccountId>([account], await Storage.OpenItems.FindAsync([new IndexKey($"ref:{debtor}")], 1, None));
    }

    [Fact]
    public async Task Key_LongerThanTheServiceTakes_EndsWithTheHashOfTheWhole()
    {
        var account = Given.Account with { Debtor = new string('é', 2000) };

        await Storage.Streams.AppendAsync(account, 0, [Given.Note("n")], None);

        Assert.Equal(1, (await Storage.Streams.LoadAsync(account, None)).Version);
        Assert.Equal(0, (await Storage.Streams.LoadAsync(account with { Debtor = new string('é', 2001) }, None)).Version);
    }

    [Fact]
    public async Task Transaction_OverTwoPartitionsOrOfTooManyEntities_IsRefusedBeforeItIsSent()
    {
        var table = azurite.Tables.GetTableClient(Storage.Prefix + "accounts");

        await Assert.ThrowsAsync<ArgumentException>(() => TableTransaction.TryWriteAsync(table, [Add("a", "1"), Add("b", "1")], None));
        await Assert.ThrowsAsync<ArgumentException>(
            () => TableTransaction.TryWriteAsync(table, [.. Enumerable.Range(0, 101).Select(n => Add("a", $"{n}"))], None));

        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("a", "1")).HasValue);
        Assert.True(await TableTransaction.TryWriteAsync(table, [.. Enumerable.Range(0, 100).Select(n => Add("a", $"{n}"))], None));
    }

    private static TableTransactionAction Add(string partition, string row) =>
        new(TableTransactionActionType.Add, new TableEntity(partition, row));

    // Text that does not compress to nothing, the same in every run.
    private static string Noise(int seed, int length)
    {
        var state = (uint)seed + 1;
        return string.Create(length, state, static (text, state) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                state = unchecked((state * 1664525) + 1013904223);
                text[i] = (char)(' ' + (state >> 24) % 95);
            }
        });
    }
}
