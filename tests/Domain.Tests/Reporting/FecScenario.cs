using System.Globalization;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Reporting;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Tests.Ledger;

namespace Reconciliation.Domain.Tests.Reporting;

/// <summary>
/// A ledger as a table states it. A line is <c>D1 COMMAND</c>, or <c>bank ENTRY AMOUNT BOOKED ACCEPTED TEXT</c>; one that
/// begins with <c>charge</c> is a bank entry, explained as charges on the day it was accepted.
/// </summary>
internal sealed class FecScenario
{
    private static readonly BankAccountId Bank = BankAccountId.FromText("FR76 9910 1004 1700 0204 1530 753");

    private readonly Dictionary<string, DebtorAccount> _accounts = [];

    public FecScenario(IEnumerable<string> lines)
    {
        foreach (var words in lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(' ', 2)))
            Add(words[0], words[1]);
    }

    public int Year { get; private set; }

    public List<JournalEntry> Entries { get; } = [];

    public Dictionary<string, string> Names => _accounts.Values.Where(account => account.Debtor is not null)
        .ToDictionary(account => account.Id.Debtor, account => account.Debtor!.Name);

    private void Add(string word, string rest)
    {
        switch (word)
        {
            case "year":
                Year = int.Parse(rest, CultureInfo.InvariantCulture);
                break;
            case "bank":
            case "charge":
                AddBank(rest.Split(' ', 5), word == "charge");
                break;
            default:
                AddCommand(new AccountId("ACME", word, Currency.Eur), rest);
                break;
        }
    }

    private void AddBank(string[] words, bool isCharge)
    {
        var entry = new StatementEntry
        {
            Position = 1, Amount = ScenarioCommand.Amount(words[1].TrimStart('-')), BookingDate = new BookingDate(Day(words[2])), BankText = words.ElementAtOrDefault(4),
        };
        var payment = new Payment(words[0], Bank, words[1].StartsWith('-') ? entry with { Amount = -entry.Amount } : entry);
        var acceptedAt = new DateTimeOffset(Day(words[3]), new TimeOnly(8, 0), TimeSpan.FromHours(1));
        Keep(Journal.Of(payment, acceptedAt, ChartOfAccounts.Default));
        if (isCharge)
            Keep(Journal.OfBankCharge(payment, new Decision(acceptedAt.AddMinutes(1), Decider.Rule("matcher", "1")), ChartOfAccounts.Default));
    }

    private void AddCommand(AccountId id, string command)
    {
        var account = _accounts.GetValueOrDefault(id.Debtor) ?? DebtorAccount.Empty(id);
        var events = account.Decide(ScenarioCommand.Read(command)).Match(
            events => events, refusal => throw new FormatException($"{command}: {refusal}"));
        _accounts[id.Debtor] = account.Apply(events);
        foreach (var happened in events)
            Keep(Journal.Of(happened, id, ChartOfAccounts.Default));
    }

    private void Keep(JournalEntry? entry)
    {
        if (entry is not null)
            Entries.Add(entry);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
