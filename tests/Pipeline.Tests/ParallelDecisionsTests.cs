using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Tests;

/// <summary>
/// Many people and the matcher decide about the same entries and accounts at once. Whatever they do, no money is used
/// twice, and whatever is refused is refused by name.
/// </summary>
public class ParallelDecisionsTests
{
    private const int Debtors = 5;
    private const int InvoicesEach = 6;
    private const int People = 6;
    private const int DecisionsEach = 40;

    private static readonly ImmutableHashSet<string> Names =
    [
        .. Refusals.All, ReviewMatch.EntryUnknown.Code, ReviewMatch.AssignmentDoesNotAddUp.Code, MatchingRefusals.AlreadyMatched.Code,
        MatchingRefusals.NotMatched.Code, MatchingRefusals.NotInReview.Code, MatchingRefusals.CandidateUnknown.Code,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task DecisionsAtOnce_NeverUseMoneyTwice(int seed)
    {
        await using var pipeline = new TestPipeline(writeOffLimitCents: 100);
        await pipeline.ImportAsync(Receivables(new Random(seed)));
        await pipeline.TakeInAsync("day1.sta", Statement(new Random(seed)));
        var entries = (await pipeline.EntriesAsync()).Select(entry => entry.Payment.Id).ToList();
        var refusals = new ConcurrentBag<Refusal>();

        var people = Enumerable.Range(0, People).Select(person => Task.Run(() => DecideAsync(pipeline, entries, new Random((seed * 1000) + person), refusals)));
        var machine = Enumerable.Range(0, 2).Select(_ => Task.Run(() => MatchAsync(pipeline)));
        await Task.WhenAll(people.Concat(machine));
        await pipeline.Get<MatchEntries>().LookAgainAsync(default);
        await pipeline.DrainAsync();

        Assert.Empty(refusals.Select(refusal => refusal.Code).Distinct().Except(Names));
        Assert.NotEmpty(refusals);
        await AssertSoundAsync(pipeline);
    }

    private static async Task MatchAsync(TestPipeline pipeline)
    {
        for (var look = 0; look < 6; look++)
            await pipeline.Get<MatchEntries>().LookAgainAsync(default);
    }

    private static async Task DecideAsync(TestPipeline pipeline, List<string> entries, Random random, ConcurrentBag<Refusal> refusals)
    {
        var review = pipeline.Get<ReviewMatch>();
        for (var i = 0; i < DecisionsEach; i++)
        {
            var entry = entries[random.Next(entries.Count)];
            var found = await pipeline.Statements.FindEntryAsync(entry, default);
            var amount = found!.Payment.Amount.MinorUnits;
            var refusal = random.Next(10) switch
            {
                0 or 1 or 2 => await review.ConfirmAsync(entry, 1 + random.Next(2), "Ana", "looked", default),
                3 or 4 => await review.AssignAsync(entry, Shares(random, amount), "Ben", "called", default),
                5 or 6 => await review.CorrectAsync(entry, Shares(random, amount), "Cleo", "corrected", default),
                7 or 8 => await review.UndoAsync(entry, "Dan", null, default),
                _ => await review.RejectAsync(entry, 1, "Eve", null, default),
            };
            if (refusal is not null)
                refusals.Add(refusal);
        }
    }

    // One or two invoices of one or two debtors; what is too much for them is often refused, and that is meant.
    private static ImmutableArray<AccountShare> Shares(Random random, long cents)
    {
        if (random.Next(3) > 0)
            return [Share(random, cents)];
        var half = cents / 2;
        var (one, other) = (Share(random, half), Share(random, cents - half));
        return one.Account == other.Account ? [Share(random, cents)] : [one, other];
    }

    private static AccountShare Share(Random random, long cents)
    {
        var debtor = random.Next(Debtors);
        var part = new Allocation(Number(debtor, random.Next(InvoicesEach)), null, Eur(cents));
        var account = TestPipeline.Account($"D{debtor}");
        return random.Next(6) switch
        {
            0 => new AccountShare(account, [], [], Eur(cents)),
            1 => new AccountShare(account, [part], [], Eur(0)) { WriteOffs = [part with { Amount = Eur(50) }] },
            _ => new AccountShare(account, [part], [], Eur(0)),
        };
    }

    private static async Task AssertSoundAsync(TestPipeline pipeline)
    {
        var entries = await pipeline.EntriesAsync();
        var accounts = new List<DebtorAccount>();
        for (var debtor = 0; debtor < Debtors; debtor++)
            accounts.Add(await pipeline.LoadAsync($"D{debtor}"));
        var standing = accounts.SelectMany(account => account.Payments.Values).Where(payment => !payment.IsReversed).ToLookup(payment => payment.Applied.Payment.Entry);

        Assert.All(entries, entry =>
        {
            Assert.Contains(entry.Matching.State, new[] { EntryState.Unexplained, EntryState.Review, EntryState.Explained });
            var applied = standing[entry.Payment.Id].ToList();
            var isExplained = entry.Matching.State == EntryState.Explained;
            Assert.Equal(isExplained ? entry.Payment.Amount : Eur(0), Money.Sum(applied.Select(payment => payment.Applied.Amount), Currency.Eur));
            Assert.All(applied, payment => Assert.Equal(entry.Matching.Match?.Id, payment.Applied.Payment.MatchId));
            Assert.Equal(entry.Matching.History.Length, entry.Matching.History.Select(past => past.Match.Id).Distinct().Count());
        });
        Assert.All(accounts.SelectMany(account => account.Receivables.Values), receivable =>
            Assert.InRange(receivable.Open.MinorUnits, 0, receivable.Receivable.Amount.MinorUnits));
        var waiting = Money.Sum(entries.Where(entry => entry.Matching.State != EntryState.Explained).Select(entry => entry.Payment.Amount), Currency.Eur);
        Assert.Equal((-waiting).ToDecimalString(), await pipeline.BalanceAsync("471"));
        await AssertAppendedOnceAsync(pipeline, accounts);
    }

    private static async Task AssertAppendedOnceAsync(TestPipeline pipeline, List<DebtorAccount> accounts)
    {
        foreach (var account in accounts)
        {
            var events = await pipeline.Get<IAccountStreams>().EventsAsync(account.Id, 0, default);
            Assert.Equal(account.Version, events.Length);
            Assert.All(events.OfType<PaymentApplied>().CountBy(applied => applied.Payment.MatchId), count => Assert.Equal(1, count.Value));
        }
    }

    private static string Receivables(Random random)
    {
        var csv = new StringBuilder("number,debtor_id,debtor_name,issue_date,due_date,amount,currency\n");
        for (var debtor = 0; debtor < Debtors; debtor++)
        {
            for (var invoice = 0; invoice < InvoicesEach; invoice++)
                csv.Append(CultureInfo.InvariantCulture, $"{Number(debtor, invoice)},D{debtor},{Name(debtor)},2026-08-01,2026-08-31,{100 + (random.Next(4) * 10)}.00,EUR\n");
        }

        return csv.ToString();
    }

    private static string Statement(Random random) => Mt940Text.Day(1, "260901", 0,
    [
        .. Enumerable.Range(0, Debtors * InvoicesEach).Select(n => (
            100_00L + (random.Next(4) * 10_00) - (random.Next(4) == 0 ? 50 : 0),
            random.Next(3) == 0 ? $"{Name(n % Debtors)} {Number(n % Debtors, n / Debtors)}" : Mt940Text.From($"{Name(random.Next(Debtors))}", $"XX99 0000 {random.Next(4)}", "MERCI"))),
    ]);

    private static string Number(int debtor, int invoice) => $"FAC-2026-{debtor + 1}{invoice:000}7";

    private static string Name(int debtor) => ((string[])["Brasserie du Port", "Menuiserie Talweg", "Scierie Haute", "Verrerie Noire", "Papeterie Claire"])[debtor];

    private static Money Eur(long cents) => new(cents, Currency.Eur);
}
