using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Api;

/// <summary>A bank entry as the API shows it.</summary>
/// <param name="Id">The entry's identifier.</param>
/// <param name="Account">The bank account.</param>
/// <param name="BookingDate">ISO 8601 day.</param>
/// <param name="Amount">Positive for money in.</param>
/// <param name="Counterparty">The other side's name; null where not given.</param>
/// <param name="CounterpartyAccount">The other side's account; null where not given.</param>
/// <param name="EndToEndId">The payer's reference; null where not given.</param>
/// <param name="Remittance">What the payer wrote.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Explanation">What it is taken for; null while nothing is decided.</param>
/// <param name="DecidedBy">Who decided; null while nothing is decided.</param>
/// <param name="Because">On what evidence; null while nothing is decided.</param>
/// <param name="Match">The match with everything that it was decided on; null while nothing is decided.</param>
/// <param name="History">The matches that explained it before and were undone, in order of time.</param>
/// <param name="Rejected">What people struck off, in order of time.</param>
/// <param name="Candidates">What a person may choose from, best first.</param>
/// <param name="Evidence">Why it was not decided by the machine.</param>
/// <param name="File">The hash of the file that brought it.</param>
public sealed record EntryView(
    string Id,
    string Account,
    string BookingDate,
    AmountView Amount,
    string? Counterparty,
    string? CounterpartyAccount,
    string? EndToEndId,
    string Remittance,
    EntryState State,
    ExplanationView? Explanation,
    string? DecidedBy,
    string? Because,
    MatchView? Match,
    ImmutableArray<PastMatchView> History,
    ImmutableArray<RejectedView> Rejected,
    ImmutableArray<CandidateView> Candidates,
    ImmutableArray<string> Evidence,
    string File)
{
    internal static EntryView Of(EntryRecord record, string language)
    {
        var (payment, matching) = (record.Payment, record.Matching);
        return new EntryView(
            payment.Id,
            payment.Account.Value,
            payment.BookedOn.Iso(),
            AmountView.Of(payment.Amount),
            payment.Detail.Counterparty.Name,
            payment.Detail.Counterparty.Account,
            payment.Detail.References.EndToEndId,
            string.Join(' ', payment.Detail.Remittance),
            matching.State,
            matching.Match is { } match ? ExplanationView.Of(match.Explanation) : null,
            matching.Match?.Decision.By.Name,
            matching.Match?.Decision.Because,
            matching.Match is { } made ? MatchView.Of(made, language) : null,
            [.. matching.History.Select(past => PastMatchView.Of(past, language))],
            [.. matching.Rejected.Select(rejected => RejectedView.Of(rejected, language))],
            [.. matching.Candidates.Select((c, i) => CandidateView.Of(c, i + 1, language))],
            [.. matching.Evidence.Select(e => EvidenceText.Say(e, language))],
            record.File);
    }
}

/// <summary>A candidate as the API shows it.</summary>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="Confidence">How sure, from 0 to 1.</param>
/// <param name="Explanation">What the payment would be.</param>
/// <param name="Evidence">The facts for and against it, in words.</param>
public sealed record CandidateView(int Rank, decimal Confidence, ExplanationView Explanation, ImmutableArray<string> Evidence)
{
    internal static CandidateView Of(Candidate candidate, int rank, string language) => new(
        rank, candidate.Confidence, ExplanationView.Of(candidate.Explanation), [.. candidate.Evidence.Select(e => EvidenceText.Say(e, language))]);
}

/// <summary>What a payment is.</summary>
/// <param name="Kind">settlement, returned-payment or bank-charge.</param>
/// <param name="Parts">What it settles or brings back.</param>
public sealed record ExplanationView(string Kind, ImmutableArray<ExplanationPart> Parts)
{
    internal static ExplanationView Of(Explanation explanation) => explanation.Match(
        settlement => new ExplanationView("settlement", Of(settlement.Shares)),
        returned => new ExplanationView("returned-payment", Of(returned.Applied.Shares)),
        charge => new ExplanationView("bank-charge", []));

    private static ImmutableArray<ExplanationPart> Of(ImmutableArray<AccountShare> shares) =>
        [.. shares.SelectMany(share => share.Allocations.Select(a => Part(share, a, "payment"))
            .Concat(share.Discounts.Select(d => Part(share, d, "discount")))
            .Concat(share.Charges.Select(c => Part(share, c, "charges")))
            .Concat(share.WriteOffs.Select(w => Part(share, w, "write-off")))
            .Concat(share.OnAccount.IsZero ? [] : [new ExplanationPart(share.Account.Debtor, null, null, "on-account", AmountView.Of(share.OnAccount))]))];

    private static ExplanationPart Part(AccountShare share, Allocation allocation, string kind) =>
        new(share.Account.Debtor, allocation.Receivable, allocation.Instalment, kind, AmountView.Of(allocation.Amount));
}

/// <summary>A part of what a payment is.</summary>
/// <param name="Debtor">The debtor's key.</param>
/// <param name="Receivable">The receivable's number; null for money on account.</param>
/// <param name="Instalment">The term; null for a receivable without terms.</param>
/// <param name="Kind">payment, discount, charges, write-off or on-account.</param>
/// <param name="Amount">How much.</param>
public sealed record ExplanationPart(string Debtor, string? Receivable, int? Instalment, string Kind, AmountView Amount);
