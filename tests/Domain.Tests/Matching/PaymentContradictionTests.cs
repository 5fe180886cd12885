using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Tests.Matching;

/// <summary>An entry that contradicts itself is reported by name and left to people; what only looks odd is matched.</summary>
public class PaymentContradictionTests
{
    private static readonly OpenItem Item = Made.Item("FAC-2026-00123", Made.Debtor("D1", "Brasserie du Vieux Port"), "120.00");

    private static Payment Payment => Made.Payment("P1", "120.00", "Brasserie du Vieux Port", "FAC-2026-00123");

    [Fact]
    public void PartsThatComeToAnotherAmount_AreLeftOut()
    {
        var decision = Decide(Payment.WithEntry(entry => entry with
        {
            Details = [entry.Details[0] with { Amount = Made.Eur("60.00") }, entry.Details[0] with { Amount = Made.Eur("59.00") }],
        }));

        Assert.Equal(MatchVerdict.None, decision.Verdict);
        Assert.Equal(Evidence.Of(EvidenceKind.PaymentContradictory, "120.00 EUR / 119.00 EUR"), Assert.Single(decision.Evidence));
    }

    [Theory]
    [InlineData("2027-04-01", MatchVerdict.None)]
    [InlineData("2025-03-28", MatchVerdict.None)]
    [InlineData("2027-03-31", MatchVerdict.Auto)]
    public void DatesMoreThanAYearApart_AreLeftOut(string valueDate, MatchVerdict verdict) =>
        Assert.Equal(verdict, Decide(Payment.WithEntry(entry => entry with { ValueDate = new ValueDate(Made.Day(valueDate)) })).Verdict);

    [Fact]
    public void PartsLessStatedCharges_DoNotContradict()
    {
        var decision = Decide(Payment.WithEntry(entry => entry with
        {
            Charges = Made.Eur("1.00"),
            Details = [entry.Details[0] with { Amount = Made.Eur("61.00") }, entry.Details[0] with { Amount = Made.Eur("60.00") }],
        }));

        Assert.DoesNotContain(decision.Evidence, evidence => evidence.Kind == EvidenceKind.PaymentContradictory);
    }

    private static MatchDecision Decide(Payment payment) => Assert.Single(Made.Match([Item], payment));
}
