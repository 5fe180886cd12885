using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;
using Xunit.Abstractions;

namespace Reconciliation.Storage.Contract.Azure;

/// <summary>What a file costs in requests, from staging until every entry of it is proposed or settled.</summary>
[Collection(AzuriteTests.Name)]
public sealed class StorageCallsTests(Azurite azurite, ITestOutputHelper output) : IAsyncLifetime
{
    private const int LargeFile = 2000;
    private const int SmallFile = LargeFile / 5;
    private const int PageSize = 200;
    private const int MostCallsAHundred = 25;

    private readonly CountedRequests _requests = new();
    private AzureUnderTest? _storage;

    private IStatementStore Store => _storage?.Statements ?? throw new InvalidOperationException("The storage is not open yet.");

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => _storage = await AzureUnderTest.OpenForItselfAsync(azurite, _requests);

    public async Task DisposeAsync() => await _storage!.DisposeAsync();

    [Fact]
    public async Task File_CostsFewCallsAHundredEntries_HoweverLargeTheLedgerIs()
    {
        var onNothing = await CallsAsync("first", SmallFile);
        var large = await CallsAsync("large", LargeFile);
        var onMuch = await CallsAsync("last", SmallFile);

        Assert.InRange(Hundred(large, LargeFile), 1, MostCallsAHundred);
        // Identifiers decide how entries spread over the partitions, so another file may need a few transactions more or fewer.
        Assert.InRange(onMuch, onNothing * 0.9, onNothing * 1.1);
        var counts = await _storage!.Queries.EntryCountsAsync(None);
        var half = (LargeFile / 2) + SmallFile;
        Assert.Equal(
            (0, 0, half, half), (counts[EntryState.New], counts[EntryState.Claimed], counts[EntryState.Review], counts[EntryState.Explained]));
    }

    private static double Hundred(int calls, int entries) => calls * 100.0 / entries;

    private async Task<int> CallsAsync(string content, int entries)
    {
        _requests.Take();
        await ImportAsync(content, entries);
        var import = _requests.Take();
        await MatchAsync(Given.Sha(content), entries);
        var match = _requests.Take();
        Assert.False(await Store.HasNewEntriesAsync(None));
        await _storage!.Azure.RelayAsync(None);
        var rest = _requests.Take();
        var all = import + match + rest;
        output.WriteLine($"{entries} entries: {import} calls to accept, {match} to match, {rest} to tidy up; {Hundred(all, entries)} a hundred.");
        return all;
    }

    private async Task ImportAsync(string content, int entries)
    {
        var staged = Enumerable.Range(0, entries).Select(n => Given.Staged($"{content} {n}", 10000 + n, day: 1 + (n % 28))).ToList();
        Assert.Equal(new AcceptedEntries(entries, 0), await Store.AcceptedAsync(content, staged, Given.Statement()));
    }

    // As the matcher does: page by page, what is sure is claimed and settled, the rest is proposed; every payment is another account's.
    private async Task MatchAsync(string file, int expected)
    {
        var seen = 0;
        string? continuation = null;
        do
        {
            var page = await Store.EntriesAsync(
                new EntryFilter([EntryState.New, EntryState.Claimed, EntryState.Releasing], file), new PageRequest(PageSize, continuation), None);
            var entries = page.Items
                .Select((entry, n) => (Entry: entry, Settlement: Given.SettlementOf(Given.Debtor(seen + n), entry.Payment.Amount.MinorUnits)))
                .ToList();
            seen += entries.Count;
            var (unsure, sure) = (entries.Where((_, n) => n % 2 == 0), entries.Where((_, n) => n % 2 == 1));
            await UpdateAsync(unsure.Select(e => (e.Entry, e.Entry.Matching.Propose([Candidate(e.Settlement)], []))));
            var claimed = await UpdateAsync(sure.Select(e => (e.Entry, e.Entry.Matching.Claim(e.Settlement, Given.Decision))));
            await UpdateAsync(claimed.Select(entry => (entry, entry.Matching.Settle())));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        Assert.Equal(expected, seen);
    }

    private static Candidate Candidate(Explanation explanation) => new(explanation, 0.8m, []);

    private async Task<List<EntryRecord>> UpdateAsync(IEnumerable<(EntryRecord Entry, MatchingMove Move)> moves)
    {
        var updates = moves.Select(m => (m.Entry, Update: new EntryUpdate(m.Move.Next!, m.Entry.Version))).ToList();
        var written = await Store.UpdateAsync([.. updates.Select(u => u.Update)], None);
        Assert.All(written, Assert.True);
        return updates.ConvertAll(u => u.Entry with { Matching = u.Update.Changed, Version = u.Entry.Version + 1 });
    }
}
