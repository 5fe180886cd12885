using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Matching;

namespace Reconciliation.Pipeline.Tests;

/// <summary>What a person cannot decide about an entry is refused by name.</summary>
public sealed class ReviewMatchTests : IAsyncLifetime
{
    private const string Receivables =
        "number,debtor_id,debtor_name,issue_date,due_date,amount,currency\n" +
        "FAC-2026-0103,D2,Menuiserie Talweg SAS,2026-08-05,2026-09-04,80.50,EUR\n" +
        "FAC-2026-0104,D2,Menuiserie Talweg SAS,2026-08-05,2026-09-04,80.50,EUR\n";

    private readonly TestPipeline _pipeline = new();

    [Fact]
    public async Task AnEntryWithoutCandidates_HasNothingToConfirmOrReject()
    {
        var entry = await EntryAsync();

        Assert.Equal(MatchingRefusals.NotInReview, await _pipeline.Get<ReviewMatch>().ConfirmAsync(entry, 1, "Ana", null, default));
        Assert.Equal(MatchingRefusals.NotInReview, await _pipeline.Get<ReviewMatch>().RejectAsync(entry, 1, "Ana", null, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public async Task ACandidateOfARankThatIsNotThere_IsUnknown(int rank)
    {
        await _pipeline.ImportAsync(Receivables);
        var entry = await EntryAsync();

        Assert.Equal(MatchingRefusals.CandidateUnknown, await _pipeline.Get<ReviewMatch>().ConfirmAsync(entry, rank, "Ana", null, default));
        Assert.Equal(MatchingRefusals.CandidateUnknown, await _pipeline.Get<ReviewMatch>().RejectAsync(entry, rank, "Ana", null, default));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    private async Task<string> EntryAsync()
    {
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (80_50, "VIREMENT MENUISERIE TALWEG")));
        return Assert.Single(await _pipeline.EntriesAsync()).Payment.Id;
    }
}
