using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Tests;

/// <summary>Entries that say the same, among many others.</summary>
public sealed class TwinNumberTests : IAsyncLifetime
{
    private const int Different = 2000;

    private readonly TestPipeline _pipeline = new();

    [Fact]
    public async Task Twins_AmongThousandsOfEntries_AreNumberedFromOne()
    {
        var entries = Enumerable.Range(0, 3 * Different).Select(n => (10_00L, $"payment {n % Different}")).ToArray();

        var file = await _pipeline.TakeInAsync("day1.sta", Mt940Text.Day(1, "260901", 100_00, entries));

        Assert.Equal((3 * Different, 0), (file.NewEntries, file.KnownEntries));
        var payments = new List<EntryRecord>();
        string? continuation = null;
        do
        {
            var page = await _pipeline.Statements.EntriesAsync(new EntryFilter([]), new PageRequest(1000, continuation), default);
            payments.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        var twins = payments.GroupBy(entry => EntryIdentity.FingerprintOf(entry.Payment.Account, entry.Payment.Entry)).ToList();
        Assert.Equal(Different, twins.Count);
        Assert.All(twins, same => Assert.Equal(
            new[] { 1, 2, 3 }.Select(number => new EntryIdentity(same.Key, number).Id).Order(), same.Select(entry => entry.Payment.Id).Order()));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();
}
