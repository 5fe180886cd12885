using System.Text;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Tests;

/// <summary>A file whose import fails for a reason that is not its own.</summary>
public sealed class GiveUpStatementTests : IAsyncLifetime
{
    private static readonly string Statement = Mt940Text.Day(1, "260901", 0, (25_00, "hello"));

    private readonly TestPipeline _pipeline = new();

    [Fact]
    public async Task AWaitingFile_GoesToQuarantineWithTheFailure_AndARelease_TakesItIn()
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(Statement));
        var name = await _pipeline.Get<IFileStore>().DropAsync("day.sta", bytes, default);

        var given = await _pipeline.Get<GiveUpStatement>().HandleAsync(name, "the disk of the reader was full", default);

        Assert.Equal(FileStatus.Quarantined, given!.Status);
        Assert.Contains(given.Diagnostics, d => d.Code == "intake-failed" && d.Message.Contains("disk", StringComparison.Ordinal));
        Assert.Empty(await _pipeline.EntriesAsync());
        Assert.Null(await _pipeline.Get<ReleaseStatement>().HandleAsync(given.Sha256, default));
        await _pipeline.DrainAsync();
        Assert.Single(await _pipeline.EntriesAsync());
    }

    [Fact]
    public async Task AFileThatNoLongerWaits_OrWasAccepted_IsLeftAlone()
    {
        Assert.Null(await _pipeline.Get<GiveUpStatement>().HandleAsync("gone.sta", "any", default));
        var accepted = await _pipeline.IngestAsync("day.sta", Statement);
        using var again = new MemoryStream(Encoding.UTF8.GetBytes(Statement));
        await _pipeline.Get<IFileStore>().DropAsync("day.sta", again, default);

        Assert.Null(await _pipeline.Get<GiveUpStatement>().HandleAsync("day.sta", "any", default));

        Assert.Equal(FileStatus.Accepted, (await _pipeline.Statements.FindFileAsync(accepted.Sha256, default))!.Status);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();
}
