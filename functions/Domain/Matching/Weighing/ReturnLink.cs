using System.Collections.Immutable;
using Reconciliation.Domain.Matching.Reading;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>What ties money out to an applied payment of the same amount.</summary>
/// <param name="Applied">The applied payment.</param>
/// <param name="Facts">The facts, strongest first.</param>
/// <param name="Points">What they weigh, <see cref="Weights.PriorOfReturn"/> included.</param>
/// <param name="IsNamed">A reference, mandate or number of the payment stands in the entry.</param>
internal sealed record ReturnLink(AppliedPayment Applied, ImmutableArray<Fact> Facts, int Points, bool IsNamed)
{
    /// <summary>Compares an entry with an applied payment of its amount.</summary>
    public static ReturnLink Of(AppliedPayment applied, Clues entry)
    {
        var facts = new List<Fact>();
        var (earlier, later) = (applied.Payment.Detail, entry.Payment.Detail);
        if (Reference(earlier.References, later.References) is { } reference)
            facts.Add(new Fact(Evidence.Of(EvidenceKind.ReferenceOfPayment, reference), Weights.ReferenceOfReturn));
        else if (Equal(earlier.References.MandateId, later.References.MandateId) is { } mandate)
            facts.Add(new Fact(Evidence.Of(EvidenceKind.ReferenceOfPayment, mandate), Weights.MandateOfReturn));
        else if (NumberIn(entry, applied) is { } number)
            facts.Add(new Fact(Evidence.Of(EvidenceKind.NumberFound, number), Weights.NumberOfReturn));
        var isNamed = facts.Count > 0;
        if (Equal(Clues.AccountKey(earlier.Counterparty.Account), Clues.AccountKey(later.Counterparty.Account)) is { } account)
            facts.Add(new Fact(Evidence.Of(EvidenceKind.AccountLearnt, account, earlier.Counterparty.Name ?? ""), Weights.AccountOfReturn));
        if (later.Counterparty.Name is { } name && PayerName.Of(name).Similarity(PayerName.Of(earlier.Counterparty.Name)) >= 95)
            facts.Add(new Fact(Evidence.Of(EvidenceKind.NameEqual, name), Weights.NameOfReturn));
        var found = Evidence.Of(EvidenceKind.ReturnOfPayment, AmountSentences.Name(applied.Payment), ReasonOf(entry.Payment));
        facts.Add(new Fact(found, Weights.AmountOfReturn));
        var points = Weights.PriorOfReturn + facts.Sum(fact => fact.Points);
        return new ReturnLink(applied, [.. facts.OrderByDescending(fact => fact.Points)], points, isNamed);
    }

    /// <summary>The bank's reason, or the code that says that the entry is a return.</summary>
    public static string ReasonOf(Payment payment) => payment.Detail.ReturnReason ?? EntryNatures.CodeOf(payment.Entry);

    private static string? Reference(PaymentReferences earlier, PaymentReferences later) =>
        Equal(earlier.EndToEndId, later.EndToEndId) ?? Equal(earlier.TransactionId, later.TransactionId)
        ?? Equal(earlier.InstructionId, later.InstructionId) ?? Equal(earlier.Uetr, later.Uetr) ?? Equal(earlier.ChequeNumber, later.ChequeNumber);

    private static string? Equal(string? left, string? right) => left is not null && left == right ? left : null;

    /// <summary>The number of a receivable that the payment settled and the entry names.</summary>
    private static string? NumberIn(Clues entry, AppliedPayment applied) =>
        applied.Shares.SelectMany(share => share.Allocations).Select(allocation => allocation.Receivable)
            .FirstOrDefault(number => Mentions.Exact(entry, DocumentNumber.Of(number, null), EvidenceKind.NumberFound) is not null);
}
