using System.Security.Cryptography;
using System.Text;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract;

/// <summary>Made-up statements, accounts and events.</summary>
internal static class Given
{
    public static readonly BankAccountId Bank = BankAccountId.FromText("30999 00042 00000000007");
    public static readonly BankAccountId OtherBank = BankAccountId.FromText("30999 00042 00000000008");
    public static readonly AccountId Account = new("atelier", "C-0042", Currency.Eur);
    public static readonly Decision Decision = new(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero), Decider.User("c.moreau"));

    public static AccountId Debtor(int number) => new("atelier", $"C-{number:0000}", Currency.Eur);

    public static Money Eur(long minorUnits) => new(minorUnits, Currency.Eur);

    public static DateOnly March(int day) => new(2026, 3, day);

    public static string Sha(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    public static StatementEntry Entry(string reference, long minorUnits = 10000, int day = 4, Currency? currency = null) => new()
    {
        Position = 1, Amount = new Money(minorUnits, currency ?? Currency.Eur), BookingDate = new BookingDate(March(day)), BankReference = reference,
        Details = [new TransactionDetail { Counterparty = new Party { Name = "ÉTS DUVAL" }, Remittance = [$"facture {reference}"] }],
    };

    /// <summary>An entry to stage; twins differ in their occurrence.</summary>
    public static StagedEntry Staged(
        string reference, long minorUnits = 10000, int day = 4, int occurrence = 1, BankAccountId? bank = null, Currency? currency = null)
    {
        var entry = Entry(reference, minorUnits, day, currency);
        var account = bank ?? Bank;
        return new StagedEntry(new EntryIdentity(EntryIdentity.FingerprintOf(account, entry), occurrence), account, entry);
    }

    public static FileRecord File(string content, FileStatus status = FileStatus.Accepted, string? name = null, DateTimeOffset? arrivedAt = null) => new(
        Sha(content), name ?? $"{content}.xml", status, StatementFormat.Camt053, arrivedAt ?? Decision.At, [], 1, 0, 0);

    public static StatementRecord Statement(
        int firstDay = 4, int lastDay = 4, long? opening = 0, long? closing = null, BankAccountId? bank = null) => new(
        bank ?? Bank, "1",
        opening is { } first ? new Balance(Eur(first), March(firstDay)) : null,
        closing is { } last ? new Balance(Eur(last), March(lastDay)) : null,
        March(firstDay), March(lastDay), 1);

    /// <summary>Stages and accepts a file of these entries with one statement.</summary>
    public static async Task<AcceptedEntries> AcceptedAsync(
        this IStatementStore store, string content, IReadOnlyList<StagedEntry> entries, params StatementRecord[] statements)
    {
        await store.BeginStagingAsync(Sha(content), CancellationToken.None);
        await store.StageAsync(Sha(content), entries, CancellationToken.None);
        return await store.AcceptAsync(File(content), [.. statements], CancellationToken.None, entries.Count);
    }

    /// <summary>Decides a move on an entry and writes it.</summary>
    public static async Task<bool> MoveAsync(this IStatementStore store, string entry, Func<EntryMatching, MatchingMove> move)
    {
        var record = await store.FindEntryAsync(entry, CancellationToken.None);
        return await store.UpdateAsync(move(record!.Matching).Next!, record.Version, CancellationToken.None);
    }

    /// <summary>Claims an entry for an explanation and settles it.</summary>
    public static async Task ExplainedAsync(this IStatementStore store, string entry, Explanation explanation)
    {
        Assert.True(await store.MoveAsync(entry, matching => matching.Claim(explanation, Decision)));
        Assert.True(await store.MoveAsync(entry, matching => matching.Settle()));
    }

    public static Settlement SettlementOf(AccountId account, long minorUnits) =>
        new([new AccountShare(account, [new Allocation("F-1", null, Eur(minorUnits))], [], Eur(0))]);

    public static AccountEvent Opened(string number, long minorUnits, AccountId? account = null) => new ReceivableOpened(new Receivable
    {
        Number = number, IssueDate = March(1), DueDate = March(31),
        Amount = new Money(minorUnits, (account ?? Account).Currency),
    })
    { Decision = Decision };

    public static AccountEvent Paid(string number, long minorUnits, string matchId, long onAccount = 0) => new PaymentApplied(
        new PaymentKey(matchId, $"entry-{matchId}", March(4)), Eur(minorUnits + onAccount), [new Allocation(number, null, Eur(minorUnits))], Eur(onAccount))
    { Decision = Decision };

    public static AccountEvent Note(string text) => new Noted(text) { Decision = Decision };

    /// <summary>Every item of a list, page by page.</summary>
    public static async Task<List<T>> AllAsync<T>(Func<PageRequest, Task<Page<T>>> list, int size)
    {
        var items = new List<T>();
        string? continuation = null;
        do
        {
            var page = await list(new PageRequest(size, continuation));
            Assert.True(page.Items.Length <= size);
            items.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return items;
    }

    public static async Task<Dictionary<string, long>> BalancesAsync(this ILedgerQueries queries)
    {
        var balances = await queries.TrialBalanceAsync(CancellationToken.None);
        foreach (var currency in balances.GroupBy(line => line.Balance.Currency))
            Assert.True(Money.Sum(currency.Select(line => line.Balance), currency.Key).IsZero, "The trial balance does not come to zero.");
        return balances.Where(line => line.Balance.Currency == Currency.Eur).ToDictionary(line => line.Account, line => line.Balance.MinorUnits);
    }
}
