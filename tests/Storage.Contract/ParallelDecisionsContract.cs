using System.Collections.Concurrent;
using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract;

/// <summary>Several people and the matcher decide about the same entries and accounts at once; no money is used twice.</summary>
public abstract class ParallelDecisionsContract : StorageContract
{
    private const int Debtors = 3;
    private const int Entries = 10;
    private const int People = 4;
    private const int DecisionsEach = 15;

    private static readonly CreditorSettings Settings = new() { CreditorId = "atelier" };

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task DecisionsAtOnce_NeverUseMoneyTwice(int seed)
    {
        for (var debtor = 0; debtor < Debtors; debtor++)
            await Storage.Streams.AppendAsync(Given.Debtor(debtor), 0, [.. Enumerable.Range(0, 4).Select(n => Given.Opened($"F-{debtor}{n}", 15000, Given.Debtor(debtor)))], None);
        await Storage.Statements.AcceptedAsync("f", [.. Enumerable.Range(0, Entries).Select(n => Given.Staged($"E{n}"))]);
        var refusals = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(() => DecideAsync(new Random((seed * 100) + person), refusals)))
            .Append(Task.Run(MatchAsync)));
        await MatchAsync();

        Assert.Empty(refusals.Except([.. Refusals.All, "entry-already-matched", "entry-not-matched", "entry-not-in-review", "candidate-unknown"]));
        await AssertSoundAsync();
    }

    private MatchPosting Posting() => new(Storage.Statements, new AccountCommands(Storage.Streams), Settings);

    private Task MatchAsync() => new MatchEntries(
            Storage.Statements, new EntrySurroundings(Storage.Statements, Storage.Streams, Storage.OpenItems, Settings), Posting(), Settings, Storage.Clock)
        .LookAgainAsync(None);

    private async Task DecideAsync(Random random, ConcurrentBag<string> refusals)
    {
        var review = new ReviewMatch(Storage.Statements, Storage.Streams, new AccountCommands(Storage.Streams), Posting(), Storage.Clock);
        for (var i = 0; i < DecisionsEach; i++)
        {
            var entry = Given.Staged($"E{random.Next(Entries)}").Identity.Id;
            var refusal = random.Next(5) switch
            {
                0 or 1 => await review.AssignAsync(entry, Shares(random), "Ana", "called", None),
                2 => await review.CorrectAsync(entry, Shares(random), "Ben", "corrected", None),
                3 => await review.UndoAsync(entry, "Cleo", null, None),
                _ => await review.ConfirmAsync(entry, 1, "Dan", null, None),
            };
            if (refusal is not null)
                refusals.Add(refusal.Code);
        }
    }

    // All of it to one debtor, or half to each of two.
    private static ImmutableArray<AccountShare> Shares(Random random)
    {
        var debtor = random.Next(Debtors);
        return random.Next(2) == 0
            ? [Share(random, debtor, 10000)]
            : [Share(random, debtor, 5000), Share(random, (debtor + 1) % Debtors, 5000)];
    }

    private static AccountShare Share(Random random, int debtor, long cents) =>
        new(Given.Debtor(debtor), [new Allocation($"F-{debtor}{random.Next(4)}", null, Given.Eur(cents))], [], Given.Eur(0));

    private async Task AssertSoundAsync()
    {
        var entries = await Given.AllAsync(page => Storage.Statements.EntriesAsync(new EntryFilter([]), page, None), 100);
        var accounts = await Storage.Streams.LoadAsync([.. Enumerable.Range(0, Debtors).Select(Given.Debtor)], None);
        var standing = accounts.SelectMany(account => account.Payments.Values).Where(payment => !payment.IsReversed).ToLookup(payment => payment.Applied.Payment.Entry);
        Assert.All(entries, entry =>
        {
            var isExplained = entry.Matching.State == EntryState.Explained;
            Assert.Contains(entry.Matching.State, new[] { EntryState.Unexplained, EntryState.Review, EntryState.Explained });
            Assert.Equal(isExplained ? 10000 : 0, standing[entry.Payment.Id].Sum(payment => payment.Applied.Amount.MinorUnits));
            Assert.All(standing[entry.Payment.Id], payment => Assert.Equal(entry.Matching.Match?.Id, payment.Applied.Payment.MatchId));
        });
        Assert.All(accounts.SelectMany(account => account.Receivables.Values), receivable => Assert.InRange(receivable.Open.MinorUnits, 0, 15000));
        Assert.Equal(-10000 * entries.Count(entry => entry.Matching.State != EntryState.Explained), (await Storage.Queries.BalancesAsync())["471"]);
    }
}
