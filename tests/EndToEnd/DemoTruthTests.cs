using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.EndToEnd;

/// <summary>
/// The demonstration's ledger against what its generator knows. A payment is told by bank account, day and amount; where
/// several share these, each explanation may be true of one of them.
/// </summary>
public sealed class DemoTruthTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task WhatTheMachineApplied_IsRight_AndIsMostOfWhatCanBeTold()
    {
        var finished = await ReconcileProcess.RunAsync("demo", "--no-serve", "--data", _folder.Path);
        Assert.Equal(0, finished.Status);
        var truths = Truths().ToLookup(t => t.Payment);
        var applied = await AppliedAsync();

        var wrong = applied.Where(a => !truths[a.Payment].Any(t => t.Allows(a.Allocations))).ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Select(w => $"{w.Payment}: {string.Join(' ', w.Allocations)}")));
        var toFind = truths.SelectMany(t => t).Count(t => t is { IsDecidable: true, Allocations.Count: > 0, IsInBooks: true });
        Assert.True(applied.Count >= toFind * 8 / 10, $"{applied.Count} of {toFind} were applied.");
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<Truth> Truths()
    {
        var path = Path.GetFullPath(Path.Combine(Here(), "..", "Fixtures", "DemoMonth", "truth.csv"));
        var rows = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToList();
        return rows.GroupBy(r => (r[0], r[1], r[2], r[3])).Select(entry => new Truth(
            $"{entry.First()[4]} {entry.First()[5]} {entry.First()[6]}",
            [.. entry.Where(r => r[8].Length > 0).Select(r => $"{r[8]}/{r[9]}={r[10]}").Order(StringComparer.Ordinal)],
            [.. entry.First()[14].Split('|', StringSplitOptions.RemoveEmptyEntries)],
            entry.First()[13] == "yes",
            !entry.Key.Item1.Contains("20260918.xml", StringComparison.Ordinal)));
    }

    private async Task<List<Applied>> AppliedAsync()
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddSqliteStorage(_folder.Path, ChartOfAccounts.Default).BuildServiceProvider();
        var page = await services.GetRequiredService<IStatementStore>().EntriesAsync(new EntryFilter([EntryState.Explained]), new PageRequest(1000), default);
        return [.. page.Items.Select(Of).OfType<Applied>()];
    }

    private static Applied? Of(EntryRecord entry)
    {
        var allocations = entry.Matching.Match?.Explanation.Match(
            settlement => settlement.Shares.SelectMany(s => s.Allocations),
            returned => returned.Applied.Shares.SelectMany(s => s.Allocations).Select(a => a with { Amount = -a.Amount }),
            charge => null!);
        return allocations is null
            ? null
            : new Applied(
                $"{entry.Payment.Account} {entry.Payment.Entry.BookingDate} {entry.Payment.Amount.ToDecimalString()}",
                [.. allocations.Select(a => $"{a.Receivable}/{a.Instalment?.ToString(CultureInfo.InvariantCulture)}={a.Amount.ToDecimalString()}").Order(StringComparer.Ordinal)]);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private sealed record Applied(string Payment, List<string> Allocations);

    private sealed record Truth(string Payment, List<string> Allocations, List<string> Alternatives, bool IsDecidable, bool IsInBooks)
    {
        public bool Allows(List<string> allocations) =>
            Allocations.SequenceEqual(allocations)
            || (Allocations.Count == 1 && allocations.Count == 1 && Alternatives.Exists(a => allocations[0].StartsWith(a + "/", StringComparison.Ordinal)));
    }
}
