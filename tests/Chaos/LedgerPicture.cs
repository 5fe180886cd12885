using System.Collections.Immutable;
using Azure.Storage.Blobs.Models;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Chaos;

/// <summary>
/// Everything that a ledger says, a line a fact, put in order: what two runs have to agree on. In which order events that
/// do not depend on each other came into an account, and how often something was written, is not part of it.
/// </summary>
internal sealed class LedgerPicture
{
    private LedgerPicture(IEnumerable<string> lines) => Lines = [.. lines.Order(StringComparer.Ordinal)];

    public ImmutableArray<string> Lines { get; }

    public static async Task<LedgerPicture> OfAsync(World world)
    {
        await using var outside = await RunningProcess.UndisturbedAsync(world);
        var lines = new List<string>();
        await AddAccountsAsync(lines, outside);
        await AddEntriesAsync(lines, outside.Get<IStatementStore>());
        await AddQueriesAsync(lines, outside.Get<ILedgerQueries>());
        foreach (var container in new[] { "inbox", "archive", "quarantine", "outbox" })
            await AddBlobsAsync(lines, world, container);
        return new LedgerPicture(lines);
    }

    /// <summary>What is in this picture and not in the other, or not as often.</summary>
    public IEnumerable<string> Without(LedgerPicture other)
    {
        var rest = other.Lines.CountBy(line => line).ToDictionary(StringComparer.Ordinal);
        foreach (var line in Lines)
        {
            if (rest.GetValueOrDefault(line) > 0)
                rest[line]--;
            else
                yield return line;
        }
    }

    /// <summary>How many lines begin in a way and contain a part.</summary>
    public int Count(string beginning, string part = "") =>
        Lines.Count(line => line.StartsWith(beginning, StringComparison.Ordinal) && line.Contains(part, StringComparison.Ordinal));

    private static async Task AddAccountsAsync(List<string> lines, RunningProcess outside)
    {
        var streams = outside.Get<IAccountStreams>();
        await foreach (var account in streams.AccountsAsync(default))
        {
            foreach (var happened in await streams.EventsAsync(account, 0, default))
                lines.Add($"event {account} {StoredJson.Write(happened)}");
        }
    }

    private static async Task AddEntriesAsync(List<string> lines, IStatementStore store)
    {
        await AddPagesAsync(page => store.EntriesAsync(new EntryFilter([]), page, default), entry =>
            lines.Add($"entry {entry.Payment.Id} {entry.Payment.Amount} of {entry.File}: {StoredJson.Write(entry.Matching)}"));
        await AddPagesAsync(page => store.FilesAsync(null, page, default), file => lines.Add($"file {StoredJson.Write(file)}"));
        foreach (var position in await store.PositionsAsync(default))
            lines.Add($"position {StoredJson.Write(position)}");
        lines.Add($"waiting {await store.HasNewEntriesAsync(default)}");
    }

    private static async Task AddQueriesAsync(List<string> lines, ILedgerQueries queries)
    {
        foreach (var balance in await queries.TrialBalanceAsync(default))
            lines.Add($"balance {balance.Account} {balance.Balance}");
        foreach (var (state, count) in await queries.EntryCountsAsync(default))
        {
            if (count != 0)
                lines.Add($"count {state} {count}");
        }

        await AddPagesAsync(page => queries.AccountsAsync(page, default), summary =>
            lines.Add($"summary {StoredJson.Write(summary)}"));
    }

    private static async Task AddPagesAsync<T>(Func<PageRequest, Task<Page<T>>> read, Action<T> add)
    {
        string? continuation = null;
        do
        {
            var page = await read(new PageRequest(1000, continuation));
            foreach (var item in page.Items)
                add(item);
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    private static async Task AddBlobsAsync(List<string> lines, World world, string name)
    {
        var container = world.Emulator.Blobs.GetBlobContainerClient(world.Prefix + name);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, default))
        {
            var content = await container.GetBlobClient(blob.Name).DownloadContentAsync();
            lines.Add($"blob {name}/{blob.Name}: {content.Value.Content}");
        }
    }
}
