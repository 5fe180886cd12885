using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.EndToEnd;

/// <summary>Everything that a data folder's ledger says, as lines to compare.</summary>
internal static class LedgerDump
{
    /// <summary>
    /// Fails with the first lines that differ, and how many do. The order of events that do not depend on each other is
    /// no part of a ledger.
    /// </summary>
    public static void ShouldBeEqual(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var missing = expected.Except(actual).ToList();
        var added = actual.Except(expected).ToList();
        Assert.True(
            missing.Count + added.Count == 0,
            $"{missing.Count} lines are missing, {added.Count} are new:\n{string.Join('\n', missing.Take(5).Select(l => "- " + l).Concat(added.Take(5).Select(l => "+ " + l)))}");
        Assert.Equal(expected.Count, actual.Count);
    }

    public static async Task<IReadOnlyList<string>> OfAsync(string data)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddLogging().AddSqliteStorage(data, ChartOfAccounts.Default).BuildServiceProvider();
        var lines = new List<string>();
        await AccountsAsync(services.GetRequiredService<IAccountStreams>(), lines);
        await EntriesAsync(services.GetRequiredService<IStatementStore>(), lines);
        foreach (var balance in await services.GetRequiredService<ILedgerQueries>().TrialBalanceAsync(default))
            lines.Add($"balance {balance.Account} {balance.Balance}");
        lines.AddRange(Directory.EnumerateFiles(Path.Combine(data, "outbox"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(f => $"outbox {Path.GetRelativePath(data, f)}"));
        return lines;
    }

    private static async Task AccountsAsync(IAccountStreams streams, List<string> lines)
    {
        await foreach (var account in streams.AccountsAsync(default))
        {
            foreach (var happened in await streams.EventsAsync(account, 0, default))
                lines.Add($"account {account} {JsonSerializer.Serialize(happened, StoredJson.Options)}");
        }
    }

    private static async Task EntriesAsync(IStatementStore statements, List<string> lines)
    {
        string? continuation = null;
        do
        {
            var page = await statements.EntriesAsync(new EntryFilter([]), new PageRequest(1000, continuation), default);
            lines.AddRange(page.Items.Select(e => $"entry {e.Payment.Id} {JsonSerializer.Serialize(e.Matching, StoredJson.Options)}"));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        var files = await statements.FilesAsync(null, new PageRequest(1000), default);
        lines.AddRange(files.Items.Select(f => $"file {f.Name} {f.Status} {f.NewEntries} {f.KnownEntries}").Order(StringComparer.Ordinal));
    }
}
