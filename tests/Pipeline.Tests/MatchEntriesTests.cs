using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Tests;

/// <summary>Entries explained: by the machine where it is sure, by people otherwise, undone at any time.</summary>
public sealed class MatchEntriesTests : IAsyncLifetime
{
    private const string Receivables =
        "number,debtor_id,debtor_name,issue_date,due_date,amount,currency\n" +
        "FAC-2026-0101,D1,Brasserie du Vieux Port SARL,2026-08-01,2026-08-31,120.00,EUR\n" +
        "FAC-2026-0102,D1,Brasserie du Vieux Port SARL,2026-08-05,2026-09-04,80.50,EUR\n" +
        "FAC-2026-0103,D2,Menuiserie Talweg SAS,2026-08-05,2026-09-04,80.50,EUR\n" +
        "FAC-2026-0104,D2,Menuiserie Talweg SAS,2026-08-05,2026-09-04,80.50,EUR\n";

    private readonly TestPipeline _pipeline = new();

    [Fact]
    public async Task APaymentWithItsNumber_SettlesTheReceivable()
    {
        await _pipeline.ImportAsync(Receivables);

        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (120_00, "BRASSERIE DU VIEUX PORT FAC-2026-0101")));

        Assert.Equal("0.00", (await _pipeline.LoadAsync("D1")).Receivables["FAC-2026-0101"].Open.ToDecimalString());
        Assert.Equal(EntryState.Explained, Assert.Single(await _pipeline.EntriesAsync()).Matching.State);
        Assert.Equal("0.00", await _pipeline.BalanceAsync("471"));
        Assert.Equal("241.50", await _pipeline.BalanceAsync("411"));
    }

    [Fact]
    public async Task ReceivablesThatComeAfterThePayment_AreFound()
    {
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (120_00, "BRASSERIE DU VIEUX PORT FAC-2026-0101")));
        Assert.Equal(EntryState.Unexplained, Assert.Single(await _pipeline.EntriesAsync()).Matching.State);

        await _pipeline.ImportAsync(Receivables);

        Assert.Equal(EntryState.Explained, Assert.Single(await _pipeline.EntriesAsync()).Matching.State);
    }

    [Fact]
    public async Task TwoExplanationsAlike_AreForAPerson_WhoConfirms()
    {
        await _pipeline.ImportAsync(Receivables);
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (80_50, "VIREMENT MENUISERIE TALWEG")));
        var entry = Assert.Single(await _pipeline.EntriesAsync());
        Assert.Equal(EntryState.Review, entry.Matching.State);
        var rank = entry.Matching.Candidates.ToList().FindIndex(c => AccountOf(c) == "D2") + 1;

        var refusal = await _pipeline.Get<ReviewMatch>().ConfirmAsync(entry.Payment.Id, rank, "Ana", "called", default);
        var again = await _pipeline.Get<ReviewMatch>().ConfirmAsync(entry.Payment.Id, rank, "Ben", null, default);

        Assert.Null(refusal);
        Assert.Equal(MatchingRefusals.AlreadyMatched, again);
        Assert.Equal("80.50", (await _pipeline.LoadAsync("D2")).Balance.ToDecimalString());
        Assert.Equal("0.00", await _pipeline.BalanceAsync("471"));
    }

    [Fact]
    public async Task ACandidatePaidMeanwhile_IsRefusedByName_AndTheOthersStay()
    {
        await _pipeline.ImportAsync(Receivables);
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (80_50, "VIREMENT MENUISERIE TALWEG")));
        await _pipeline.IngestAsync("day2.sta", Mt940Text.Day(2, "260902", 80_50, (80_50, "MENUISERIE TALWEG FAC-2026-0103")));
        var entry = (await _pipeline.EntriesAsync())[0];
        var rank = entry.Matching.Candidates.ToList().FindIndex(c => c.Explanation is Settlement s && s.Shares[0].Allocations[0].Receivable == "FAC-2026-0103") + 1;

        var refusal = await _pipeline.Get<ReviewMatch>().ConfirmAsync(entry.Payment.Id, rank, "Ana", null, default);

        Assert.Equal(Refusals.AllocationAboveOpen, refusal?.Code);
        var after = (await _pipeline.EntriesAsync())[0].Matching;
        Assert.Equal((EntryState.Review, entry.Matching.Candidates.Length), (after.State, after.Candidates.Length));
        Assert.Equal("-80.50", await _pipeline.BalanceAsync("471"));
    }

    [Fact]
    public async Task AMatchUndone_ReopensWhatItSettled_AndStaysWithPeople()
    {
        await _pipeline.ImportAsync(Receivables);
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (120_00, "BRASSERIE DU VIEUX PORT FAC-2026-0101")));
        var entry = Assert.Single(await _pipeline.EntriesAsync());

        Assert.Null(await _pipeline.Get<ReviewMatch>().UndoAsync(entry.Payment.Id, "Ana", "another debtor's", default));
        await _pipeline.Get<IMessages>().SendAsync(new ReceivablesImported("again"), default);
        await _pipeline.DrainAsync();

        Assert.Equal("120.00", (await _pipeline.LoadAsync("D1")).Receivables["FAC-2026-0101"].Open.ToDecimalString());
        Assert.Equal(EntryState.Unexplained, Assert.Single(await _pipeline.EntriesAsync()).Matching.State);
        Assert.Equal("-120.00", await _pipeline.BalanceAsync("471"));
        Assert.Equal(MatchingRefusals.NotMatched, await _pipeline.Get<ReviewMatch>().UndoAsync(entry.Payment.Id, "Ana", null, default));
    }

    [Fact]
    public async Task ARejectedCandidate_IsStruckOff()
    {
        await _pipeline.ImportAsync(Receivables);
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (80_50, "VIREMENT MENUISERIE TALWEG")));
        var entry = Assert.Single(await _pipeline.EntriesAsync());

        Assert.Null(await _pipeline.Get<ReviewMatch>().RejectAsync(entry.Payment.Id, 1, "Ana", null, default));

        var after = Assert.Single(await _pipeline.EntriesAsync()).Matching;
        Assert.Equal(entry.Matching.Candidates.Length - 1, after.Candidates.Length);
        Assert.True(after.IsLeftToPeople);
    }

    [Fact]
    public async Task APaymentAssignedByHand_ToSeveralDebtors_MustAddUp()
    {
        await _pipeline.ImportAsync(Receivables);
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (161_00, "DIVERS")));
        var entry = Assert.Single(await _pipeline.EntriesAsync()).Payment;

        var half = Share("D1", "FAC-2026-0102", entry);
        Assert.Equal(ReviewMatch.AssignmentDoesNotAddUp, await _pipeline.Get<ReviewMatch>().AssignAsync(entry.Id, [half], "Ana", null, default));
        Assert.Null(await _pipeline.Get<ReviewMatch>().AssignAsync(entry.Id, [half, Share("D2", "FAC-2026-0103", entry)], "Ana", null, default));

        Assert.Equal("0.00", await _pipeline.BalanceAsync("471"));
        Assert.Equal("80.50", (await _pipeline.LoadAsync("D2")).Balance.ToDecimalString());
    }

    [Fact]
    public async Task AMessageDeliveredTwice_ChangesNothing()
    {
        await _pipeline.ImportAsync(Receivables);
        var file = await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (120_00, "BRASSERIE DU VIEUX PORT FAC-2026-0101")));
        var version = (await _pipeline.LoadAsync("D1")).Version;

        await _pipeline.Get<MatchEntries>().HandleAsync(new EntriesAccepted(file.Sha256), default);

        Assert.Equal(version, (await _pipeline.LoadAsync("D1")).Version);
    }

    [Fact]
    public async Task AClaimInterruptedBeforeItsPosting_IsFinishedByTheNextDelivery()
    {
        await _pipeline.ImportAsync(Receivables);
        var file = await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (80_50, "VIREMENT MENUISERIE TALWEG")));
        var entry = Assert.Single(await _pipeline.EntriesAsync());
        var decision = new Decision(_pipeline.Clock.Now, Decider.User("Ana"));
        var claimed = entry.Matching.Claim(entry.Matching.Candidates[0].Explanation, decision).Next;
        Assert.True(await _pipeline.Statements.UpdateAsync(Assert.IsType<EntryMatching>(claimed), entry.Version, default));

        await _pipeline.Get<MatchEntries>().HandleAsync(new EntriesAccepted(file.Sha256), default);

        Assert.Equal(EntryState.Explained, Assert.Single(await _pipeline.EntriesAsync()).Matching.State);
        Assert.Equal("0.00", await _pipeline.BalanceAsync("471"));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _pipeline.DisposeAsync().AsTask();

    private static string? AccountOf(Candidate candidate) =>
        candidate.Explanation is Settlement settlement ? settlement.Shares[0].Account.Debtor : null;

    private static AccountShare Share(string debtor, string receivable, Payment payment)
    {
        var amount = new Domain.Money(80_50, payment.Amount.Currency);
        return new AccountShare(TestPipeline.Account(debtor), [new Allocation(receivable, null, amount)], [], Domain.Money.Zero(amount.Currency));
    }
}
