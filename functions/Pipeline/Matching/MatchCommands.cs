using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Matching;

/// <summary>A command that a match asks of an account.</summary>
/// <param name="Entry">The entry's identifier.</param>
/// <param name="Account">The account.</param>
/// <param name="Command">The command.</param>
internal readonly record struct MatchCommand(string Entry, AccountId Account, AccountCommand Command);

/// <summary>What a match asks of the accounts, and what undoing it asks.</summary>
internal sealed class MatchCommands(CreditorSettings settings)
{
    /// <summary>The commands that post the match of a claimed entry.</summary>
    public IEnumerable<MatchCommand> Posting(EntryRecord entry) =>
        entry.Matching.Match is { } match ? Posting(entry.Payment, match) : [];

    /// <summary>The commands that take the match of a releasing entry out of the accounts again.</summary>
    public IEnumerable<MatchCommand> Reversal(EntryRecord entry) =>
        entry.Matching is { Match: { } match, Undoing: { } undoing } ? Reversal(entry.Payment, match, undoing) : [];

    private IEnumerable<MatchCommand> Reversal(Payment payment, Match match, Decision undoing) => match.Explanation.Match(
        settlement => settlement.Shares.Select(share => new MatchCommand(
            payment.Id, share.Account, new ReversePayment(match.Id, ReversalCause.MatchUndone) { UnderWay = Key(payment, match.Id), Decision = undoing })),
        returned => returned.Applied.Shares.Select(share => new MatchCommand(
            payment.Id,
            share.Account,
            Apply(returned.Applied.Payment, returned.Applied.MatchId, share, undoing) with { AfterReturn = payment.Id })),
        charge => []);

    private IEnumerable<MatchCommand> Posting(Payment payment, Match match) => match.Explanation.Match(
        settlement => settlement.Shares.Select(share => new MatchCommand(
            payment.Id,
            share.Account,
            Apply(payment, match.Id, share, match.Decision) with
            {
                Payer = match.Payers.Where(taught => taught.Account == share.Account).Select(taught => taught.Payer).FirstOrDefault(),
            })),
        returned => returned.Applied.Shares.Select(share => new MatchCommand(
            payment.Id,
            share.Account,
            new ReversePayment(returned.Applied.MatchId, ReversalCause.ReturnedByBank, payment.Id, returned.ReasonCode) { Decision = match.Decision })),
        charge => []);

    private ApplyPayment Apply(Payment payment, string match, AccountShare share, Decision decision) => new(
        Key(payment, match), share.Amount, share.Allocations, share.Discounts, share.OnAccount)
    {
        Charges = share.Charges,
        WriteOffs = share.WriteOffs,
        Limits = settings.LimitsOf(payment),
        Decision = decision,
    };

    private static PaymentKey Key(Payment payment, string match) => new(match, payment.Id, payment.BookedOn);
}
