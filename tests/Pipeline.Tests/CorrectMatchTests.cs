using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Tests;

/// <summary>What people put right: another match in the place of one, charges, write-offs; all of it stays readable.</summary>
public sealed class CorrectMatchTests : IAsyncLifetime
{
    private const string Receivables =
        "number,debtor_id,debtor_name,issue_date,due_date,amount,currency\n" +
        "FAC-2026-0101,D1,Brasserie du Vieux Port SARL,2026-08-01,2026-08-31,120.00,EUR\n" +
        "FAC-2026-0102,D2,Menuiserie Talweg SAS,2026-08-05,2026-09-04,121.50,EUR\n";

    private readonly TestPipeline _pipeline = new(writeOffLimitCents: 150);

    private ReviewMatch Review => _pipeline.Get<ReviewMatch>();

    [Fact]
    public async Task ACorrection_PutsAnotherMatchInThePlaceOfTheOne_AndBothStayReadable()
    {
        var entry = await ExplainedAsync();

        Assert.Null(await Review.CorrectAsync(entry.Payment.Id, [Share("D2", 120_00)], "Ana", "the joiner's", default));

        var after = Assert.Single(await _pipeline.EntriesAsync()).Matching;
        Assert.Equal((EntryState.Explained, "Ana"), (after.State, after.Match!.Decision.By.Name));
        var past = Assert.Single(after.History);
        Assert.Equal(("matching", "the joiner's"), (past.Match.Decision.By.Name, past.Undone.Because));
        Assert.NotNull(past.Match.Decision.By.Version);
        Assert.Contains(past.Match.Evidence, e => e.Kind == EvidenceKind.NumberFound);
        Assert.Equal("120.00", (await _pipeline.LoadAsync("D1")).Balance.ToDecimalString());
        Assert.Equal("1.50", (await _pipeline.LoadAsync("D2")).Balance.ToDecimalString());
        Assert.Equal("0.00", await _pipeline.BalanceAsync("471"));
    }

    [Fact]
    public async Task ACorrectionThatTheAccountsRefuse_LeavesEverythingAsItWas()
    {
        var entry = await ExplainedAsync();
        var writeOff = Share("D2", 120_00) with { WriteOffs = [Part("FAC-2026-0102", 1_51)] };

        Assert.Equal(Refusals.AllocationAboveOpen, (await Review.CorrectAsync(entry.Payment.Id, [writeOff], "Ana", "why", default))?.Code);
        Assert.Equal(ReviewMatch.AssignmentDoesNotAddUp, await Review.CorrectAsync(entry.Payment.Id, [Share("D2", 1_00)], "Ana", "why", default));

        Assert.Equivalent(entry.Matching, Assert.Single(await _pipeline.EntriesAsync()).Matching);
        Assert.Equal("0.00", (await _pipeline.LoadAsync("D1")).Balance.ToDecimalString());
    }

    [Fact]
    public async Task ARemainderWithinTheLimit_IsWrittenOff_AndComesBackWithAnUndo()
    {
        var entry = await ExplainedAsync();
        var share = Share("D2", 120_00) with { WriteOffs = [Part("FAC-2026-0102", 1_50)] };

        Assert.Equal(Refusals.ReasonMissing, (await Review.CorrectAsync(entry.Payment.Id, [share], "Ana", null, default))?.Code);
        Assert.Null(await Review.CorrectAsync(entry.Payment.Id, [share], "Ana", "not worth a letter", default));
        Assert.Equal(("0.00", "1.50"), ((await _pipeline.LoadAsync("D2")).Balance.ToDecimalString(), await _pipeline.BalanceAsync("658")));
        var fec = await _pipeline.Get<ReadFec>().HandleAsync(2026, default);
        Assert.Contains(fec.Lines, line => line is { CompteNum: "658" });
        Assert.Empty(fec.Faults);

        Assert.Null(await Review.UndoAsync(entry.Payment.Id, "Ana", "she paid", default));
        Assert.Equal(("121.50", "0.00"), ((await _pipeline.LoadAsync("D2")).Balance.ToDecimalString(), await _pipeline.BalanceAsync("658")));
        Assert.Equal(MatchingRefusals.NotMatched, await Review.CorrectAsync(entry.Payment.Id, [share], "Ana", "again", default));
    }

    [Fact]
    public async Task AboveTheLimit_NothingIsWrittenOff_ButChargesMayBeBorne()
    {
        await _pipeline.ImportAsync(Receivables);
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (119_99, "DIVERS")));
        var entry = Assert.Single(await _pipeline.EntriesAsync()).Payment.Id;
        var share = Share("D2", 119_99);

        Assert.Equal(
            Refusals.WriteOffAboveLimit,
            (await Review.AssignAsync(entry, [share with { WriteOffs = [Part("FAC-2026-0102", 1_51)] }], "Ana", "why", default))?.Code);
        Assert.Null(await Review.AssignAsync(entry, [share with { Charges = [Part("FAC-2026-0102", 1_51)] }], "Ana", "kept on the way", default));

        Assert.Equal(("0.00", "1.51"), ((await _pipeline.LoadAsync("D2")).Balance.ToDecimalString(), await _pipeline.BalanceAsync("627")));
    }

    [Fact]
    public async Task APaymentThatTheBankTookBack_IsNotUndoneBesides()
    {
        var entry = await ExplainedAsync();
        var match = entry.Matching.Match!.Id;
        var by = new Decision(_pipeline.Clock.Now, Decider.Rule("matching", "1"));
        Assert.Null(await _pipeline.Get<AccountCommands>().DecideAsync(
            TestPipeline.Account("D1"), new ReversePayment(match, ReversalCause.ReturnedByBank, "E9", "AM04") { Decision = by }, default));

        Assert.Equal(Refusals.PaymentReversedAlready, (await Review.UndoAsync(entry.Payment.Id, "Ana", null, default))?.Code);

        Assert.Equal(EntryState.Explained, Assert.Single(await _pipeline.EntriesAsync()).Matching.State);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _pipeline.DisposeAsync().AsTask();

    private async Task<EntryRecord> ExplainedAsync()
    {
        await _pipeline.ImportAsync(Receivables);
        await _pipeline.IngestAsync("day1.sta", Mt940Text.Day(1, "260901", 0, (120_00, "BRASSERIE DU VIEUX PORT FAC-2026-0101")));
        var entry = Assert.Single(await _pipeline.EntriesAsync());
        Assert.Equal(EntryState.Explained, entry.Matching.State);
        return entry;
    }

    private static AccountShare Share(string debtor, long cents) =>
        new(TestPipeline.Account(debtor), [Part("FAC-2026-0102", cents)], [], Money.Zero(Currency.Eur));

    private static Allocation Part(string receivable, long cents) => new(receivable, null, new Money(cents, Currency.Eur));
}
