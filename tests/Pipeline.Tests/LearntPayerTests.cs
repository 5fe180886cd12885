using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Tests;

/// <summary>Who pays for whom is learnt from people, never from the machine, and forgotten by what they undo and reject.</summary>
public sealed class LearntPayerTests : IAsyncLifetime
{
    private const string Lucie = "LUCIE VERDIER";
    private const string LuciesAccount = "DE69200000009876543210";

    private const string Receivables =
        "number,debtor_id,debtor_name,issue_date,due_date,amount,currency\n" +
        "FAC-2026-0101,D1,Brasserie du Vieux Port SARL,2026-08-01,2026-08-31,120.00,EUR\n" +
        "FAC-2026-0102,D1,Brasserie du Vieux Port SARL,2026-08-05,2026-09-04,80.50,EUR\n" +
        "FAC-2026-0103,D2,Menuiserie Talweg SAS,2026-08-05,2026-09-04,33.10,EUR\n" +
        "FAC-2026-0104,D2,Menuiserie Talweg SAS,2026-08-05,2026-09-04,44.20,EUR\n";

    private readonly TestPipeline _pipeline = new();
    private int _day;
    private long _balance;

    private ReviewMatch Review => _pipeline.Get<ReviewMatch>();

    [Fact]
    public async Task AnAssignment_TeachesThePayer_WhoIsThenRecognisedWithoutANumber()
    {
        await _pipeline.ImportAsync(Receivables);
        var first = await PayAsync(80_50, "MERCI");
        Assert.Null(await Review.AssignAsync(first.Payment.Id, [Share("D1", "FAC-2026-0102", 80_50)], "Ana", "she called", default));
        await _pipeline.DrainAsync();

        var payer = Assert.Single((await _pipeline.LoadAsync("D1")).Payers.Values);
        var second = await PayAsync(120_00, "MERCI ENCORE");

        Assert.Equal((Lucie, LuciesAccount, "Ana"), (payer.Payer.Name, payer.Payer.Account, payer.LearntBy.By.Name));
        Assert.Equal(EntryState.Explained, second.Matching.State);
        Assert.Contains(second.Matching.Match!.Evidence, e => e.Kind == EvidenceKind.AccountLearnt);
        Assert.Equal(DeciderKind.Rule, second.Matching.Match.Decision.By.Kind);
        Assert.Equal(first.Matching.NextMatchId, Assert.Single(Assert.Single((await _pipeline.LoadAsync("D1")).Payers.Values).Matches));
    }

    [Fact]
    public async Task AnUndo_ForgetsWhoWasLearntFromTheMatch()
    {
        await _pipeline.ImportAsync(Receivables);
        var first = await PayAsync(80_50, "MERCI");
        Assert.Null(await Review.AssignAsync(first.Payment.Id, [Share("D1", "FAC-2026-0102", 80_50)], "Ana", null, default));
        Assert.Null(await Review.UndoAsync(first.Payment.Id, "Ana", "another's", default));
        await _pipeline.DrainAsync();

        Assert.False(Assert.Single((await _pipeline.LoadAsync("D1")).Payers.Values).IsKnown);
        Assert.NotEqual(EntryState.Explained, (await PayAsync(120_00, "MERCI")).Matching.State);
    }

    [Fact]
    public async Task APayerOfTwoDebtors_IsForAPerson_UnlessANumberStandsThere()
    {
        await _pipeline.ImportAsync(Receivables);
        var both = await PayAsync(113_60, "POUR NOUS DEUX");
        Assert.Null(await Review.AssignAsync(
            both.Payment.Id, [Share("D1", "FAC-2026-0102", 80_50), Share("D2", "FAC-2026-0103", 33_10)], "Ana", null, default));
        await _pipeline.DrainAsync();

        var without = await PayAsync(120_00, "MERCI");
        var with = await PayAsync(44_20, "FAC-2026-0104");

        Assert.Equal(EntryState.Review, without.Matching.State);
        Assert.Contains(without.Matching.Candidates[0].Evidence, e => e.Kind == EvidenceKind.PayerOfSeveral);
        Assert.Equal(EntryState.Explained, with.Matching.State);
    }

    [Fact]
    public async Task APayerOfTooManyForTheIndex_IsForAPersonToo()
    {
        await _pipeline.ImportAsync(Receivables);
        await LearnAsync("D1", Lucie, LuciesAccount);
        for (var n = 0; n < 51; n++)
            await LearnAsync($"X{n}", Lucie, LuciesAccount);
        await _pipeline.DrainAsync();

        Assert.NotEqual(EntryState.Explained, (await PayAsync(120_00, "MERCI")).Matching.State);
    }

    [Fact]
    public async Task ARejection_ForgetsWhatTheCandidateRestedOn_AndLeavesADoubtAboutOthers()
    {
        await _pipeline.ImportAsync(Receivables);
        await LearnAsync("D1", null, LuciesAccount);
        await LearnAsync("D2", null, LuciesAccount);
        await _pipeline.DrainAsync();
        var entry = await PayAsync(120_00, "MERCI");

        Assert.Null(await Review.RejectAsync(entry.Payment.Id, 1, "Ana", "not hers", default));
        await _pipeline.DrainAsync();

        var rejected = Assert.Single(Assert.Single(await _pipeline.EntriesAsync()).Matching.Rejected);
        Assert.Equal(("Ana", "not hers"), (rejected.Decision.By.Name, rejected.Decision.Because));
        Assert.True(Assert.Single((await _pipeline.LoadAsync("D1")).Payers.Values).IsDoubted);
        Assert.True(Assert.Single((await _pipeline.LoadAsync("D2")).Payers.Values).IsKnown);
        Assert.NotEqual(EntryState.Explained, (await PayAsync(44_20, "MERCI")).Matching.State);
    }

    [Fact]
    public async Task APayerRemovedByHand_IsNoLongerRecognised_AndHasNothingToForgetTwice()
    {
        await _pipeline.ImportAsync(Receivables);
        await LearnAsync("D1", Lucie, LuciesAccount);
        var id = Assert.Single((await _pipeline.LoadAsync("D1")).Payers.Keys);

        Assert.Null(await DecideAsync("D1", by => new ForgetPayer(id, ForgettingCause.Removed) { Decision = by }));
        Assert.Equal(Refusals.PayerUnknown, (await DecideAsync("D2", by => new ForgetPayer(id, ForgettingCause.Removed) { Decision = by }))?.Code);
        await _pipeline.DrainAsync();

        Assert.NotEqual(EntryState.Explained, (await PayAsync(120_00, "MERCI")).Matching.State);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _pipeline.DisposeAsync().AsTask();

    private async Task<EntryRecord> PayAsync(long cents, string text)
    {
        _day++;
        await _pipeline.IngestAsync($"day{_day}.sta", Mt940Text.Day(_day, $"26090{_day}", _balance, (cents, Mt940Text.From(Lucie, LuciesAccount, text))));
        _balance += cents;
        return (await _pipeline.EntriesAsync())[^1];
    }

    private async Task LearnAsync(string debtor, string? name, string? account) =>
        Assert.Null(await DecideAsync(debtor, by => new LearnPayer(name, account) { Decision = by }));

    private Task<Refusal?> DecideAsync(string debtor, Func<Decision, AccountCommand> command) => _pipeline.Get<AccountCommands>().DecideAsync(
        TestPipeline.Account(debtor), command(new Decision(_pipeline.Clock.Now, Decider.User("Ana"))), default);

    private static AccountShare Share(string debtor, string receivable, long cents) => new(
        TestPipeline.Account(debtor),
        [new Allocation(receivable, null, new Domain.Money(cents, Domain.Currency.Eur))], [], Domain.Money.Zero(Domain.Currency.Eur));
}
