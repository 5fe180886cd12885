using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>Gathers the facts of a proposal for one account, so that each is stated and weighed the same way everywhere.</summary>
internal sealed class ProposalDraft(Clues clues, OpenAccount account, PartyFit party, Naming naming)
{
    private const string FinalSettlement = "SOLDEDETOUTCOMPTE";

    private readonly List<Fact> _about = [];

    /// <summary>Adds a fact that the draft does not find by itself.</summary>
    public ProposalDraft With(EvidenceKind kind, int points, params ReadOnlySpan<string> values)
    {
        _about.Add(new Fact(Evidence.Of(kind, values), points));
        return this;
    }

    /// <summary>The proposal that settles some parts; what they leave of the payment goes on account.</summary>
    /// <param name="parts">What it settles.</param>
    /// <param name="fit">How that accounts for the amount.</param>
    /// <param name="near">A mention that is one slip away from a document of the proposal; null for none.</param>
    public Proposal Settling(IEnumerable<SettledPart> parts, AmountFit fit, Mention? near = null)
    {
        var settled = parts.OrderBy(part => part.Part.Position).ToImmutableArray();
        var mentions = Documents(settled).Select(naming.Of).Append(near).OfType<Mention>().OrderByDescending(m => m.Points).ToList();
        AddMentions(mentions);
        AddCircumstances(settled, fit);
        if (near is null && mentions.FirstOrDefault() is not { IsStrong: true } && naming.Elsewhere(account) is { } other)
            With(EvidenceKind.NumberOfAnother, 0, other.Receivable.Number, other.Account.Debtor.Name);
        var share = new ProposedShare(account, settled, clues.Amount - settled.Sum(part => part.Money));
        return Finished([share], fit, mentions.FirstOrDefault());
    }

    /// <summary>The proposal that keeps the whole payment on account because what it names was paid before.</summary>
    public Proposal KeptOnAccount(IReadOnlyList<OpenDocument> paid)
    {
        var mentions = paid.Select(naming.Of).OfType<Mention>().OrderByDescending(m => m.Points).ToList();
        AddMentions(mentions);
        return Finished([new ProposedShare(account, [], clues.Amount)], AmountFit.Unexplained, mentions.FirstOrDefault());
    }

    /// <summary>The proposal that shares the payment among accounts whose documents it names.</summary>
    public Proposal Across(ImmutableArray<ProposedShare> shares)
    {
        var settled = shares.SelectMany(share => share.Parts).ToImmutableArray();
        var mentions = shares.SelectMany(s => s.Account.Documents).Select(naming.Of).OfType<Mention>().OrderByDescending(m => m.Points).ToList();
        AddMentions(mentions);
        AddCircumstances(settled, AmountFit.Exact);
        return Finished(shares, AmountFit.Exact, mentions.FirstOrDefault());
    }

    private static IEnumerable<OpenDocument> Documents(ImmutableArray<SettledPart> parts) => parts.Select(part => part.Part.Document).Distinct();

    /// <summary>The strongest mention carries the weight: what one number proves, a second does not prove again.</summary>
    private void AddMentions(List<Mention> mentions)
    {
        for (var i = 0; i < mentions.Count; i++)
            _about.Add(new Fact(mentions[i].Evidence, i == 0 ? mentions[i].Points : 0));
    }

    private void AddCircumstances(ImmutableArray<SettledPart> parts, AmountFit fit)
    {
        foreach (var part in parts.Where(part => part.Part.Item.IsDisputed).DistinctBy(part => part.Part.Document))
            With(EvidenceKind.Disputed, 0, part.Part.Item.Receivable.Number);
        var booked = clues.Payment.BookedOn;
        if (parts.Select(part => part.Part.Item.Receivable).FirstOrDefault(r => r.IssueDate > booked) is { } later)
            With(EvidenceKind.BeforeIssue, Weights.BeforeIssue, Day(booked), later.Number, Day(later.IssueDate));
        if (fit is AmountFit.Differs or AmountFit.Unexplained && SaysFinal())
            With(EvidenceKind.FinalSettlementClaimed, 0);
    }

    private bool SaysFinal() => clues.Texts.Any(text => text.Compact.Contains(FinalSettlement, StringComparison.Ordinal));

    private Proposal Finished(ImmutableArray<ProposedShare> shares, AmountFit fit, Mention? mention) => new()
    {
        Shares = shares,
        Facts = [.. _about.Concat(party.Facts).OrderByDescending(fact => fact.Points)],
        Points = Weights.Prior + _about.Sum(fact => fact.Points)
            + (mention is { IsExact: true } ? Math.Max(party.Points, Weights.OtherPayerOfNumber) : party.Points),
        Fit = fit,
        Mention = mention,
        Party = party,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
