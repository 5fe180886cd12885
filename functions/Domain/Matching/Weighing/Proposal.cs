using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>How a proposal accounts for the amount.</summary>
internal enum AmountFit
{
    /// <summary>It is what is open of the named documents, or of a single one, exactly or less the discount.</summary>
    Exact,

    /// <summary>It is the sum of documents that were found by search, and no other sum of them is.</summary>
    OnlySum,

    /// <summary>It is a sum of documents found by search; whether there are others is not known, or there are.</summary>
    SomeSum,

    /// <summary>It is less, by what the bank says it kept.</summary>
    LessCharges,

    /// <summary>It is less or more than what is open of the named documents.</summary>
    Differs,

    /// <summary>Nothing says which documents it is for.</summary>
    Unexplained,
}

/// <summary>An explanation of incoming money in the making, with everything that its verdict needs.</summary>
internal sealed record Proposal
{
    /// <summary>What it gives to each account, in order of the accounts' keys.</summary>
    public required ImmutableArray<ProposedShare> Shares { get; init; }

    /// <summary>The facts with their weights.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }

    /// <summary>What they weigh together, <see cref="Weights.Prior"/> included.</summary>
    public required int Points { get; init; }

    /// <summary>How it accounts for the amount.</summary>
    public required AmountFit Fit { get; init; }

    /// <summary>The strongest mention that it rests on; null where the payment names nothing of it.</summary>
    public required Mention? Mention { get; init; }

    /// <summary>How well the payer fits; of the first account where there are several.</summary>
    public required PartyFit Party { get; init; }

    /// <summary>Orders proposals of equal weight by what they are about and nothing else.</summary>
    public string TieBreak => string.Join('|', Shares.Select(share =>
        $"{share.Account.Id} {string.Join(' ', share.Parts.Select(part => $"{part.Part.Item.DueDate:yyyyMMdd}-{part.Part.Position:D9}"))}"));

    /// <summary>It in a few words: the receivables, or the debtor where it settles none.</summary>
    public string Name
    {
        get
        {
            var numbers = Shares.SelectMany(share => share.Parts).Select(part => part.Part.Item.Receivable.Number).Distinct().ToList();
            return numbers.Count > 0 ? string.Join(", ", numbers) : Shares[0].Account.Debtor.Name;
        }
    }

    /// <summary>The explanation in the vocabulary of the ledger.</summary>
    public Settlement ToSettlement() => new([.. Shares.Select(ToShare)]);

    /// <summary>Everything that stands against deciding by machine, whatever the probability.</summary>
    public bool IsForPerson =>
        Shares.Length > 1 || Party.IsContradicted || Facts.Any(fact => Stops(fact.Evidence.Kind)) || IsOfSeveral || !IsBackedUp();

    /// <summary>The same proposal with a fact against it that a person must judge.</summary>
    public Proposal Against(EvidenceKind kind, string value) => this with { Facts = Facts.Add(new Fact(Evidence.Of(kind, value), 0)) };

    // A spouse, an agent, a factor: only a number says for whom they pay this time.
    private bool IsOfSeveral => Mention is not { IsStrong: true } && Facts.Any(fact => fact.Evidence.Kind == EvidenceKind.PayerOfSeveral);

    private bool IsBackedUp() => Fit switch
    {
        AmountFit.Exact => Mention is { IsStrong: true } || Party.Points >= (Mention is { Points: > 0 } ? Weights.NameAlike : Weights.NameClose),
        AmountFit.OnlySum => Party.IsKnown || Mention is { IsExact: true },
        AmountFit.LessCharges or AmountFit.Differs => Mention is { IsExact: true } && Party.IsKnown,
        AmountFit.SomeSum or AmountFit.Unexplained => false,
    };

    private static bool Stops(EvidenceKind kind) => kind
        is EvidenceKind.Disputed or EvidenceKind.AlreadyPaid or EvidenceKind.AccountOfAnother or EvidenceKind.NumberOfAnother
        or EvidenceKind.FinalSettlementClaimed or EvidenceKind.AnotherFits or EvidenceKind.NumberUnknown;

    private static AccountShare ToShare(ProposedShare share)
    {
        var currency = share.Account.Id.Currency;
        return new AccountShare(
            share.Account.Id,
            [.. share.Parts.Where(part => part.Money != 0).Select(part => Allocation(part, part.Money))],
            [.. share.Parts.Where(part => part.Discount != 0).Select(part => Allocation(part, part.Discount))],
            new Money(share.OnAccount, currency));

        Allocation Allocation(SettledPart part, long minorUnits) =>
            new(part.Part.Item.Receivable.Number, part.Part.Item.Instalment, new Money(minorUnits, currency));
    }
}
