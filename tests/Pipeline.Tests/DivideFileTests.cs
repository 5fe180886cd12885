using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Matching;

namespace Reconciliation.Pipeline.Tests;

/// <summary>A large file is matched in parts.</summary>
public sealed class DivideFileTests : IAsyncLifetime
{
    private readonly TestPipeline _pipeline = new();

    [Theory]
    [InlineData(1, "1..1 2..2 3..3")]
    [InlineData(2, "1..1 2..3")]
    [InlineData(3, "1..2 3..3")]
    [InlineData(100, "1..3")]
    public async Task Parts_HoldWholeDays_AndEveryEntryOnce(int size, string expected)
    {
        var file = await TakenInAsync();

        var parts = await _pipeline.Get<DivideFile>().HandleAsync(file, size, default);

        Assert.Equal(expected, string.Join(' ', parts.Select(part => $"{part.From.Day}..{part.To.Day}")));
    }

    [Fact]
    public async Task PartsMatchedOneByOne_LeaveNothingNew()
    {
        var file = await TakenInAsync();
        var parts = await _pipeline.Get<DivideFile>().HandleAsync(file, 1, default);

        foreach (var part in parts)
            await _pipeline.Get<MatchEntries>().HandleAsync(part, default);

        Assert.All(await _pipeline.EntriesAsync(), entry => Assert.NotEqual(EntryState.New, entry.Matching.State));
        Assert.Empty(await _pipeline.Get<DivideFile>().HandleAsync(file, 1, default));
    }

    // Two entries on the first day, one on each of the others; the matcher has not looked yet.
    private async Task<string> TakenInAsync()
    {
        var content = Mt940Text.Day(1, "260901", 0, (25_00, "a"), (10_00, "b")) + Mt940Text.Day(2, "260902", 35_00, (1_00, "c"))
            + Mt940Text.Day(3, "260903", 36_00, (2_00, "d"));
        return (await _pipeline.TakeInAsync("three days.sta", content)).Sha256;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();
}
