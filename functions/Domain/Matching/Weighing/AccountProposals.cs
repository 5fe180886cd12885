using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>
/// What a payment may be for in one account. What it names is tried first; only a payment that names nothing open is
/// held against everything that is open.
/// </summary>
internal sealed class AccountProposals(Clues clues, OpenAccount account, PartyFit party, Naming naming, Remaining remaining, MatchSettings settings)
{
    // More documents are searched for single amounts only.
    private const int MostSearched = 24;
    private const int MostMembers = 6;
    private const int MostSets = 3;

    private readonly AmountSentences _amounts = new(clues);

    /// <summary>The proposals, in no particular order; several where it is not clear which documents are meant.</summary>
    public IEnumerable<Proposal> All()
    {
        var named = account.Documents.Where(document => naming.Of(document) is not null).ToList();
        var strong = named.Where(document => IsStrong(document) && IsOpen(document)).ToList();
        var weak = named.Where(document => !IsStrong(document) && IsOpen(document)).ToList();
        var paid = named.Where(document => IsStrong(document) && !IsOpen(document)).ToList();
        if (strong.Count > 0)
            return Named(strong, weak).Select(proposal => WithPaid(proposal, paid));
        if (paid.Count > 0)
            return PaidAgain(paid);
        if (weak.Count > 0 && Sets(weak, required: [], MostMembers) is { Found.Count: > 0 } sets)
            return sets.Found.Select(set => OfSet(set, sets, AmountFit.Exact));
        return party.Points > 0 ? Unnamed(weak) : Singles(account.Documents);
    }

    private IEnumerable<Proposal> Named(List<OpenDocument> strong, List<OpenDocument> weak)
    {
        var all = Sets(strong.Concat(weak), strong, MostMembers);
        if (all.Found.Count > 0)
            return all.Found.Select(set => OfSet(set, all, AmountFit.Exact));
        var cut = account.Documents.Where(d => IsOpen(d) && naming.Of(d) is null && Mentions.Cut(clues, d) is not null).ToList();
        var withCut = Sets(strong.Concat(cut), strong, strong.Count + 1);
        if (cut.Count > 0 && withCut.Found.Count > 0)
            return withCut.Found.Select(set => OfSet(set, withCut, AmountFit.OnlySum, cut.Count));
        var withCreditNotes = Sets(strong.Concat(account.Documents.Where(d => remaining.Of(d) < 0)).Distinct(), strong, MostMembers);
        if (withCreditNotes.Found.Count > 0)
            return withCreditNotes.Found.Select(set => OfSet(set, withCreditNotes, AmountFit.OnlySum, account.Documents.Length));
        var some = Sets(strong, required: [], MostMembers);
        if (some.Found.Count > 0)
            return some.Found.Select(set => OfSet(set, some, AmountFit.Exact));
        var searched = Searched();
        var withOthers = Sets(strong.Concat(searched).Distinct(), strong, strong.Count + 3);
        return withOthers.Found.Count > 0
            ? withOthers.Found.Select(set => OfSet(set, withOthers, AmountFit.OnlySum, searched.Except(strong).Count())).Append(Differing(strong))
            : DifferingOrAnother(strong);
    }

    /// <summary>Where the amount is exactly that of a document which is not named, the payer may have named the wrong one.</summary>
    private IEnumerable<Proposal> DifferingOrAnother(List<OpenDocument> named)
    {
        var differing = Differing(named);
        var others = Singles(account.Documents.Except(named)).ToList();
        return others.Count == 0 ? [differing] : others.Prepend(differing.Against(EvidenceKind.AnotherFits, others[0].Name));
    }

    /// <summary>Less or more than what is open of the named documents.</summary>
    private Proposal Differing(List<OpenDocument> named)
    {
        var open = named.Sum(remaining.Of);
        if (open <= 0)
            return Unexplained(named);
        var draft = Draft();
        if (clues.Amount > open)
        {
            _amounts.Above(draft, open, Weights.AmountAboveNamed);
            if (naming.Unknown(clues, account) is { } unknown)
                draft.With(EvidenceKind.NumberUnknown, 0, unknown);
            return draft.Settling(named.SelectMany(WholeParts), AmountFit.Differs);
        }

        var (parts, _) = SettlingOptions.OldestFirst(named, clues.Amount, remaining);
        if (named.Count == 1 && IsForCharges(open - clues.Amount))
            return Charged(draft, open, parts);
        _amounts.Partial(draft, open, Weights.AmountPartOfNamed);
        return draft.Settling(parts, AmountFit.Differs);
    }

    /// <summary>Where the amount does not fit what is open, a document that is named and was paid may be meant to be paid again.</summary>
    private static Proposal WithPaid(Proposal proposal, List<OpenDocument> paid) =>
        paid.Count > 0 && proposal.Fit == AmountFit.Differs ? proposal.Against(EvidenceKind.AlreadyPaid, Numbers(paid)) : proposal;

    private IEnumerable<Proposal> PaidAgain(List<OpenDocument> paid)
    {
        var numbers = Numbers(paid);
        var isSameAmount = paid.Sum(document => document.Receivable.SignedAmount.MinorUnits) == clues.Amount;
        var again = Draft().With(EvidenceKind.AlreadyPaid, isSameAmount ? Weights.AmountPaidBefore : 0, numbers).KeptOnAccount(paid);
        if (!party.IsKnown)
            return [again];
        var others = Unnamed([]).Where(other => other.Fit != AmountFit.Unexplained);
        return others.Select(other => other.Against(EvidenceKind.AlreadyPaid, numbers)).Prepend(again);
    }

    /// <summary>The payer is the debtor, or may be, and says nothing that helps.</summary>
    private IEnumerable<Proposal> Unnamed(List<OpenDocument> weak)
    {
        var searched = Searched();
        var sets = Sets(searched, required: [], MostMembers);
        if (sets.Found.Count > 0)
            return sets.Found.Select(set => OfSet(set, sets, Fit(set, sets, searched.Count), searched.Count));
        var charged = searched.Where(document => IsForCharges(remaining.Of(document) - clues.Amount)).Take(MostSets).Select(document =>
            Charged(Draft(), remaining.Of(document), SettlingOptions.OldestFirst([document], clues.Amount, remaining).Parts));
        return charged.Append(Unexplained(weak.Count > 0 ? weak : [.. account.Documents]));
    }

    private Proposal Unexplained(List<OpenDocument> documents)
    {
        var open = documents.Select(remaining.Of).Where(left => left > 0).Sum();
        var (parts, left) = SettlingOptions.OldestFirst(documents, clues.Amount, remaining);
        var draft = Draft();
        if (left > 0)
            _amounts.Above(draft, open, Weights.AmountUnexplained);
        else
            _amounts.Partial(draft, open, Weights.AmountUnexplained);
        return Repeated(draft, Weights.Repetition).Settling(parts, AmountFit.Unexplained);
    }

    /// <summary>Nothing speaks for the account but that one of its documents is of the amount.</summary>
    private IEnumerable<Proposal> Singles(IEnumerable<OpenDocument> documents)
    {
        foreach (var document in documents.Where(d => IsOpen(d) && IsOfAmount(d)))
        {
            var choice = Choice(document, isRequired: true);
            var sets = ExactSets.Of([choice], clues.Amount, 1, 1);
            foreach (var set in sets.Found)
                yield return OfSet(set, sets, AmountFit.Exact);
        }
    }

    /// <param name="set">The set.</param>
    /// <param name="sets">The search that found it.</param>
    /// <param name="fit">How it accounts for the amount.</param>
    /// <param name="searched">Among how many documents its members that are not named were looked for.</param>
    private Proposal OfSet(ExactSet set, ExactSets sets, AmountFit fit, int searched = 1)
    {
        var draft = Draft();
        var documents = set.Members.Select(member => member.Document).ToList();
        var isNamed = documents.All(document => naming.Of(document) is not null);
        _amounts.Exact(draft, set, PointsOf(set, isNamed, searched));
        if (!isNamed)
            Repeated(draft, points: 0);
        if (fit == AmountFit.OnlySum && (sets.Found.Count > 1 || !sets.IsExhaustive))
            fit = AmountFit.SomeSum;
        var near = isNamed ? null : documents.Where(d => naming.Of(d) is null)
            .Select(d => Mentions.Nearly(clues, d, naming) ?? Mentions.Cut(clues, d)).OfType<Mention>().FirstOrDefault();
        return draft.Settling(set.Members.SelectMany(m => SettlingOptions.Parts(m.Document, m.Option, remaining)), fit, near);
    }

    /// <summary>One document is an exact hit if it is alone; a sum must be proved to be the only one.</summary>
    private static AmountFit Fit(ExactSet set, ExactSets sets, int searched) =>
        sets.Found.Count > 1 ? AmountFit.SomeSum
        : set.Members.Count == 1 ? AmountFit.Exact
        : searched < MostSearched ? AmountFit.OnlySum
        : AmountFit.SomeSum;

    private int PointsOf(ExactSet set, bool isNamed, int searched)
    {
        if (set.Members.Any(member => member.Option.Discount != 0))
            return Weights.AmountLessDiscount;
        if (set.Members.Count == 1)
            return settings.IsUnique(clues.Payment.Amount) ? Weights.AmountUnique : Weights.AmountExact;
        if (isNamed)
            return Weights.AmountOfNamed;
        var open = account.Documents.Count(IsOpen);
        if (set.Members.Count == open)
            return Weights.AmountOfAllOpen;
        var found = set.Members.Where(member => naming.Of(member.Document) is not { IsStrong: true }).ToList();
        return Weights.OfFoundSum(Math.Abs(found.Sum(member => member.Option.Amount)), searched, found.Count);
    }

    private Proposal Charged(ProposalDraft draft, long open, IEnumerable<SettledPart> parts)
    {
        var stated = clues.StatedCharges == open - clues.Amount;
        _amounts.LessCharges(draft, open, stated ? Weights.AmountLessStatedCharges : Weights.AmountLessCharges);
        return draft.Settling(parts, stated ? AmountFit.LessCharges : AmountFit.Differs);
    }

    private bool IsForCharges(long missing) =>
        missing > 0 && (missing == clues.StatedCharges || (clues.IsInternational && missing <= settings.Policy.ChargesCeilingMinorUnits));

    /// <summary>Adds that the same payment was made a few days ago.</summary>
    private ProposalDraft Repeated(ProposalDraft draft, int points) =>
        settings.Twin(clues.Payment, account, remaining) is { } twin
            ? draft.With(EvidenceKind.AlreadyPaid, points, AmountSentences.Name(twin))
            : draft;

    private ExactSets Sets(IEnumerable<OpenDocument> documents, List<OpenDocument> required, int mostMembers) =>
        ExactSets.Of(documents.Select(document => Choice(document, required.Contains(document))), clues.Amount, mostMembers, MostSets);

    private SettlingChoice Choice(OpenDocument document, bool isRequired) =>
        new(document, SettlingOptions.Of(document, remaining, clues.Payment.BookedOn), isRequired);

    /// <summary>The documents that a search looks at: the oldest, and every one that is of the amount by itself.</summary>
    private List<OpenDocument> Searched()
    {
        var open = account.Documents.Where(IsOpen).ToList();
        return open.Count <= MostSearched
            ? open
            : [.. open.Take(MostSearched), .. open.Skip(MostSearched).Where(IsOfAmount)];
    }

    private bool IsOfAmount(OpenDocument document) =>
        document.Parts is [{ Item.Instalment: null } whole] && document.Receivable.Discount is null
            ? remaining.Of(whole) == clues.Amount
            : Choice(document, isRequired: false).Options.Any(option => option.Amount == clues.Amount);

    private IEnumerable<SettledPart> WholeParts(OpenDocument document) =>
        document.Parts.Where(part => remaining.Of(part) != 0).Select(part => new SettledPart(part, remaining.Of(part), 0));

    private static string Numbers(List<OpenDocument> documents) => string.Join(", ", documents.Select(document => document.Receivable.Number));

    private bool IsStrong(OpenDocument document) => naming.Of(document) is { IsStrong: true };

    private bool IsOpen(OpenDocument document) => remaining.IsOpen(document);

    private ProposalDraft Draft() => new(clues, account, party, naming);
}
