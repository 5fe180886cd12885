using System.Collections.Immutable;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>What is still open while the payments of a batch are matched one after another.</summary>
internal sealed class Remaining
{
    private readonly Dictionary<int, long> _open = [];
    private readonly Dictionary<OpenAccount, List<Payment>> _taken = [];

    /// <summary>What is open of a part now, in minor units with the sign of its document.</summary>
    public long Of(OpenPart part) => _open.TryGetValue(part.Position, out var open) ? open : part.Item.Open.MinorUnits;

    /// <summary>What is open of a document now.</summary>
    public long Of(OpenDocument document)
    {
        var open = 0L;
        foreach (var part in document.Parts)
            open += Of(part);
        return open;
    }

    /// <summary>Something of a document is open now.</summary>
    public bool IsOpen(OpenDocument document)
    {
        foreach (var part in document.Parts)
        {
            if (Of(part) != 0)
                return true;
        }

        return false;
    }

    /// <summary>The payments of this batch that were applied to an account.</summary>
    public IReadOnlyList<Payment> TakenBy(OpenAccount account) => _taken.GetValueOrDefault(account) ?? [];

    /// <summary>Takes what a proposal settles.</summary>
    public void Take(Proposal proposal, Payment payment)
    {
        foreach (var share in proposal.Shares)
        {
            foreach (var settled in share.Parts)
                _open[settled.Part.Position] = Of(settled.Part) - settled.Money - settled.Discount;
            if (!_taken.TryGetValue(share.Account, out var payments))
                _taken.Add(share.Account, payments = []);
            payments.Add(payment);
        }
    }
}

/// <summary>A part of a document with what a proposal settles of it.</summary>
/// <param name="Part">The part.</param>
/// <param name="Money">Paid, in minor units, negative on a credit note.</param>
/// <param name="Discount">Discounted, in minor units, zero or positive.</param>
internal readonly record struct SettledPart(OpenPart Part, long Money, long Discount);

/// <summary>What a proposal gives to an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Parts">What it settles.</param>
/// <param name="OnAccount">What settles nothing, in minor units, zero or positive.</param>
internal sealed record ProposedShare(OpenAccount Account, ImmutableArray<SettledPart> Parts, long OnAccount);
