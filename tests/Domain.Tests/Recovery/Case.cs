using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>An account with its clock and situation, driven through the account's own commands.</summary>
internal sealed class Case(RecoveryPolicy? policy = null)
{
    private int _payments;

    public static readonly TimeSpan Paris = TimeSpan.FromHours(1);

    public RecoveryPolicy Policy { get; } = policy ?? RecoveryPolicy.BuiltIn;

    public DebtorAccount Account { get; private set; } = DebtorAccount.Empty(new AccountId("CRED", "DEBT", Currency.Eur));

    public DateTimeOffset Now { get; set; } = At("2026-01-05 10:00");

    public HashSet<DateOnly> Holidays { get; } = [];

    public ImmutableArray<string> MoneyInFlight { get; set; } = [];

    /// <summary>How far the bank's files reach; current where nothing is set.</summary>
    public Func<DateTimeOffset, DateOnly?> BankData { get; set; } = now => Day(now).AddDays(-1);

    public RecoverySituation Situation => new()
    {
        MoneyInFlight = MoneyInFlight,
        BankDataThrough = BankData(Now),
        IsHoliday = Holidays.Contains,
    };

    public NextStep Next => Planner.Next(Account, Policy, Now, Situation);

    public ContactState LastContact => Account.Contacts.Values.OrderBy(contact => contact.At).Last();

    public ContactVerdict Verdict => ContactRules.Check(Account, LastContact.Planned, Policy, Now, Situation);

    public static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text.Length > 16 ? text : text + "+01:00", System.Globalization.CultureInfo.InvariantCulture);

    public static DateOnly Day(DateTimeOffset instant) => new(instant.Year, instant.Month, instant.Day);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static Money Euro(string text) =>
        AmountText.Read(text, '.', Currency.Eur, out var amount) == AmountReading.Exact ? amount : throw new FormatException(text);

    /// <summary>An account with a debtor who can be reached by every channel, and invoices that fall due on the given days.</summary>
    public static Case With(DebtorKind kind, params (string Number, string Amount, string Due)[] invoices)
    {
        var made = new Case();
        made.Debtor(Someone(kind));
        foreach (var (number, amount, due) in invoices)
            made.Invoice(number, amount, due);
        return made;
    }

    public static Debtor Someone(DebtorKind kind) => new()
    {
        Id = "DEBT",
        Name = "Menuiserie Corbelin",
        Kind = kind,
        CustomerNumber = "C-1042",
        Email = "compta@corbelin.example",
        Phone = "01 00 00 00 00",
        Address = "3 rue du Moulin",
        Postcode = "38000",
        City = "Grenoble",
    };

    public void Debtor(Debtor debtor) => Do(new RegisterDebtor(debtor) { Decision = Decision });

    public void Invoice(string number, string amount, string due, ReceivableType type = ReceivableType.Invoice, string? reference = null) =>
        Do(new OpenReceivable(new Receivable
        {
            Number = number,
            Type = type,
            IssueDate = Day(due).AddDays(-30),
            DueDate = Day(due),
            Amount = Euro(amount),
            StructuredReference = reference,
        })
        { Decision = Decision });

    public void Terms(string number, params (string Due, string Amount)[] terms) =>
        Do(new ScheduleInstalments(number, [.. terms.Select((term, i) => new Instalment(i + 1, Day(term.Due), Euro(term.Amount)))]) { Decision = Decision });

    /// <summary>Pays a part of a receivable, or on account for null.</summary>
    public void Pay(string amount, string? number, int? instalment = null)
    {
        var paid = Euro(amount);
        var key = new PaymentKey($"M{++_payments}", $"E{_payments}", Day(Now));
        Do(number is null
            ? new ApplyPayment(key, paid, [], [], paid) { Decision = Decision }
            : new ApplyPayment(key, paid, [new Allocation(number, instalment, paid)], [], Money.Zero(Currency.Eur)) { Decision = Decision });
    }

    public void ReturnLastPayment() =>
        Do(new ReversePayment($"M{_payments}", ReversalCause.ReturnedByBank, $"R{_payments}", "AM04") { Decision = Decision });

    public void Dispute(string number) => Do(new RaiseDispute(number, "goods are missing") { Decision = Decision });

    public void Resolve(string number) => Do(new ResolveDispute(number, "unfounded") { Decision = Decision });

    /// <summary>Takes a step that is due; its contact is still to be made.</summary>
    public void Take(StepDue due) => Do(new TakeStep(due.Step, due.Stage, due.Items, due.Contact) { Decision = Decision });

    /// <summary>Records what became of a contact; one that was made stays made.</summary>
    public void Record(string contact, ContactResult result) =>
        Account = Account.Apply(Account.Decide(new RecordContact(contact, result, "") { Decision = Decision }).Match(
            events => events, refusal => refusal.Code == Refusals.ContactMadeAlready ? [] : throw new InvalidOperationException(refusal.Message)));

    /// <summary>Takes the step that is due and makes its contact.</summary>
    public StepDue Step()
    {
        var due = Assert.IsType<StepDue>(Next);
        Take(due);
        Assert.IsType<ContactAllowed>(ContactRules.Check(Account, due.Contact, Policy, Now, Situation));
        Record(due.Contact.Id, ContactResult.Made);
        return due;
    }

    private Decision Decision => new(Now, Decider.Rule(Policy.Name, Policy.Version));

    private void Do(AccountCommand command)
    {
        Account = Account.Apply(command.Decide(Account));
    }
}

/// <summary>What a command leads to, where a test relies on its being allowed.</summary>
internal static class Decided
{
    public static ImmutableArray<AccountEvent> Decide(this AccountCommand command, DebtorAccount account) =>
        account.Decide(command).Match(events => events, refusal => throw new InvalidOperationException($"{refusal.Code}: {refusal.Message}"));
}
