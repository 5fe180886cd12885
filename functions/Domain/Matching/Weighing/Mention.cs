using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>How a payment names a document.</summary>
/// <param name="Kind">Which kind of evidence it is.</param>
/// <param name="Points">How much it weighs.</param>
/// <param name="Number">What is named: the document's number, order number or reference.</param>
/// <param name="Written">How it is written in the payment.</param>
/// <param name="Range">Where it stands.</param>
internal sealed record Mention(EvidenceKind Kind, int Points, string Number, string Written, AtomRange Range)
{
    /// <summary>It names the document beyond reasonable doubt about which one is meant.</summary>
    public bool IsStrong => Points >= Weights.StrongMention;

    /// <summary>It does so without the help of other facts: the reference as it is, or so much of it that nothing else is meant.</summary>
    public bool IsExact => IsStrong && (Kind is EvidenceKind.StructuredReferenceEqual or EvidenceKind.NumberFound || Points >= Weights.ExactMention);

    /// <summary>The fact in the vocabulary of the product.</summary>
    public Evidence Evidence => Evidence.Of(Kind, Number, Written);
}
