using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Pipeline.Api;

/// <summary>Who decided something, when, and why.</summary>
/// <param name="Kind">rule, user or source.</param>
/// <param name="By">The rule, the person or the source.</param>
/// <param name="RuleVersion">The rule's version; null for people and sources.</param>
/// <param name="At">When.</param>
/// <param name="Because">The reason in words; null for none.</param>
public sealed record DecisionView(string Kind, string By, string? RuleVersion, DateTimeOffset At, string? Because)
{
    internal static DecisionView Of(Decision decision) => new(
        Serialization.StoredText.Of(decision.By.Kind), decision.By.Name, decision.By.Version, decision.At, decision.Because);
}

/// <summary>A match with everything that it was decided on.</summary>
/// <param name="Id">The match's identifier, under which accounts know it.</param>
/// <param name="Explanation">What the entry was taken for.</param>
/// <param name="Decision">Who decided.</param>
/// <param name="Confidence">How sure the matcher was, from 0 to 1; null where a person settled by hand.</param>
/// <param name="Evidence">The facts for and against it, in words; empty where a person settled by hand.</param>
/// <param name="Payers">Whom accounts learnt from it.</param>
public sealed record MatchView(
    string Id, ExplanationView Explanation, DecisionView Decision, decimal? Confidence, ImmutableArray<string> Evidence, ImmutableArray<TaughtPayerView> Payers)
{
    internal static MatchView Of(Match match, string language) => new(
        match.Id,
        ExplanationView.Of(match.Explanation),
        DecisionView.Of(match.Decision),
        match.Confidence,
        [.. match.Evidence.Select(e => EvidenceText.Say(e, language))],
        [.. match.Payers.Select(taught => new TaughtPayerView(taught.Account.Debtor, taught.Payer.Name, taught.Payer.Account))]);
}

/// <summary>A payer that was learnt from a match.</summary>
/// <param name="Debtor">For whom they pay.</param>
/// <param name="Name">The payer's name; null where only the account was new.</param>
/// <param name="Account">The payer's account; null where only the name was new.</param>
public sealed record TaughtPayerView(string Debtor, string? Name, string? Account);

/// <summary>A match that explained an entry and was undone.</summary>
/// <param name="Match">The match.</param>
/// <param name="Undone">Who undid it.</param>
public sealed record PastMatchView(MatchView Match, DecisionView Undone)
{
    internal static PastMatchView Of(PastMatch past, string language) => new(MatchView.Of(past.Match, language), DecisionView.Of(past.Undone));
}

/// <summary>A candidate that a person struck off.</summary>
/// <param name="Explanation">What the payment would have been.</param>
/// <param name="Evidence">The facts for and against it, in words.</param>
/// <param name="Decision">Who struck it off.</param>
public sealed record RejectedView(ExplanationView Explanation, ImmutableArray<string> Evidence, DecisionView Decision)
{
    internal static RejectedView Of(RejectedCandidate rejected, string language) => new(
        ExplanationView.Of(rejected.Candidate.Explanation),
        [.. rejected.Candidate.Evidence.Select(e => EvidenceText.Say(e, language))],
        DecisionView.Of(rejected.Decision));
}
