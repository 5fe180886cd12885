using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Api;

/// <summary>A debtor account in a list.</summary>
/// <param name="Debtor">The debtor's key.</param>
/// <param name="Name">The debtor's name.</param>
/// <param name="Open">Open invoices.</param>
/// <param name="Unallocated">Open credit notes and money on account.</param>
/// <param name="OldestDue">The earliest due date of what is open; null where nothing is.</param>
/// <param name="NextStage">The next stage of recovery; null for none.</param>
/// <param name="NextAt">When it is due; null for none.</param>
/// <param name="HeldBy">Codes of what holds it back.</param>
public sealed record AccountSummaryView(
    string Debtor, string Name, AmountView Open, AmountView Unallocated, DateOnly? OldestDue, string? NextStage, DateTimeOffset? NextAt, ImmutableArray<string> HeldBy)
{
    internal static AccountSummaryView Of(AccountSummary summary) => new(
        summary.Id.Debtor, summary.DebtorName, AmountView.Of(summary.Open), AmountView.Of(summary.Unallocated),
        summary.OldestDue, summary.NextStage, summary.NextAt, summary.HeldBy);
}

/// <summary>A debtor account.</summary>
/// <param name="Debtor">The debtor; null before its data are known.</param>
/// <param name="Version">How many events made it.</param>
/// <param name="Balance">What the debtor owes in all.</param>
/// <param name="OnAccount">What was paid and settles nothing yet.</param>
/// <param name="Receivables">Its receivables by number.</param>
/// <param name="Payers">Who is known to pay for the debtor, beside the debtor.</param>
public sealed record AccountView(
    DebtorView? Debtor, int Version, AmountView Balance, AmountView OnAccount, ImmutableArray<ReceivableView> Receivables, ImmutableArray<PayerView> Payers)
{
    internal static AccountView Of(DebtorAccount account, string language) => new(
        account.Debtor is { } debtor ? DebtorView.Of(debtor) : null,
        account.Version,
        AmountView.Of(account.Balance),
        AmountView.Of(account.OnAccount),
        [.. account.Receivables.Values.Select(ReceivableView.Of)],
        PayerView.AllOf(account, language));
}

/// <summary>A debtor's data.</summary>
/// <param name="Id">The creditor's key.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">business, consumer or public.</param>
/// <param name="Email">E-mail address; null where not known.</param>
/// <param name="Phone">Telephone; null where not known.</param>
/// <param name="Address">Street, post code and town; null where not known.</param>
/// <param name="Language">The language of letters.</param>
public sealed record DebtorView(string Id, string Name, DebtorKind Kind, string? Email, string? Phone, string? Address, string Language)
{
    internal static DebtorView Of(Debtor debtor)
    {
        var address = string.Join(", ", new[] { debtor.Address, $"{debtor.Postcode} {debtor.City}".Trim() }.Where(line => !string.IsNullOrEmpty(line)));
        return new DebtorView(debtor.Id, debtor.Name, debtor.Kind, debtor.Email, debtor.Phone, address.Length == 0 ? null : address, debtor.Language);
    }
}

/// <summary>A receivable in its account.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Type">invoice or creditNote.</param>
/// <param name="IssueDate">The day of the document.</param>
/// <param name="DueDate">The last day on which payment is in time.</param>
/// <param name="Amount">The amount of the document, negative for a credit note.</param>
/// <param name="Open">What is open of it.</param>
/// <param name="Dispute">What the debtor disputes it for; null where it does not.</param>
/// <param name="Parts">Its terms, or itself as one.</param>
/// <param name="Stages">The stages of recovery that were reached.</param>
public sealed record ReceivableView(
    string Number, ReceivableType Type, DateOnly IssueDate, DateOnly DueDate, AmountView Amount, AmountView Open, string? Dispute,
    ImmutableArray<PartView> Parts, ImmutableArray<string> Stages)
{
    internal static ReceivableView Of(ReceivableState state) => new(
        state.Receivable.Number, state.Receivable.Type, state.Receivable.IssueDate, state.Receivable.DueDate,
        AmountView.Of(state.Receivable.SignedAmount), AmountView.Of(state.Open), state.Dispute,
        [.. state.Parts().Select(p => new PartView(p.Instalment, p.DueDate, AmountView.Of(p.Amount), AmountView.Of(p.Open)))],
        [.. state.Stages.Select(s => s.Stage)]);
}

/// <summary>A part of a receivable that is due on its own.</summary>
/// <param name="Instalment">The term; null for the whole.</param>
/// <param name="DueDate">The last day on which payment is in time.</param>
/// <param name="Amount">What was due.</param>
/// <param name="Open">What is open.</param>
public sealed record PartView(int? Instalment, DateOnly DueDate, AmountView Amount, AmountView Open);

/// <summary>Something that happened to an account.</summary>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it was decided.</param>
/// <param name="By">Who decided: a rule, a person or a source.</param>
/// <param name="RuleVersion">The rule's version; null for people and sources.</param>
/// <param name="Because">The reason or the evidence; null where the decider says it all.</param>
/// <param name="Postings">The double entry that it made; empty where no money moved.</param>
public sealed record EventView(
    int Version, string Kind, DateTimeOffset At, string By, string? RuleVersion, string? Because, ImmutableArray<PostingView> Postings)
{
    internal static EventView Of(AccountEvent happened, int version, AccountId account, ChartOfAccounts chart) => new(
        version, happened.GetType().Name, happened.Decision.At, happened.Decision.By.Name, happened.Decision.By.Version, happened.Decision.Because,
        [.. Domain.Ledger.Postings.Of(happened, account, chart).Select(PostingView.Of)]);
}

/// <summary>A line of a double entry.</summary>
/// <param name="Account">The account of the chart.</param>
/// <param name="Debit">The debit; null for a credit.</param>
/// <param name="Credit">The credit; null for a debit.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record PostingView(string Account, string? Debit, string? Credit, string Currency)
{
    internal static PostingView Of(Posting posting) => posting.Amount.IsNegative
        ? new PostingView(posting.Account, null, posting.Amount.Abs().ToDecimalString(), posting.Amount.Currency.Code)
        : new PostingView(posting.Account, posting.Amount.ToDecimalString(), null, posting.Amount.Currency.Code);
}
