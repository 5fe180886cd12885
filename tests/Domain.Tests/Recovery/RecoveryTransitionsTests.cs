using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>The tables of ways are those that account and planner take.</summary>
public class RecoveryTransitionsTests
{
    public static TheoryData<ContactResult?, ContactResult> Pairs
    {
        get
        {
            var pairs = new TheoryData<ContactResult?, ContactResult>();
            foreach (var from in new ContactResult?[] { null, ContactResult.Made, ContactResult.Failed, ContactResult.Suppressed })
            {
                foreach (var to in Enum.GetValues<ContactResult>())
                    pairs.Add(from, to);
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Contact_FromResultToResult_ChangesAsTheTableSays(ContactResult? from, ContactResult to)
    {
        var made = Case.With(DebtorKind.Business, ("F1", "100.00", "2026-03-10"));
        made.Now = Case.At("2026-03-16 10:00");
        made.Take(Assert.IsType<StepDue>(made.Next));
        var contact = made.LastContact.Planned.Id;
        if (from is { } known)
            made.Record(contact, known);

        made.Record(contact, to);

        var leads = RecoveryTransitions.OfContact.Any(way => way.From == from && way.To == to);
        Assert.Equal(leads ? to : from, made.Account.Contacts[contact].Result);
    }

    [Fact]
    public void Stages_OfTheBuiltInPolicy_MayPassOverOnlyThoseThatEnd() => Assert.Equal(
        [
            "- pre-due-notice", "- reminder-1", "- reminder-2",
            "pre-due-notice reminder-1", "pre-due-notice reminder-2", "reminder-1 reminder-2",
            "reminder-2 mise-en-demeure", "mise-en-demeure officer-decision",
        ],
        RecoveryTransitions.OfStages(RecoveryPolicy.BuiltIn).Select(way => $"{way.From ?? "-"} {way.To}"));

    [Fact]
    public void Stages_ForSomeKindsOfDebtorOnly_MayBePassedOver()
    {
        var policy = RecoveryPolicy.BuiltIn;
        policy = policy with { Stages = policy.Stages.Replace(policy.Stages[2], policy.Stages[2] with { DebtorKinds = [DebtorKind.Business] }) };

        Assert.Contains(RecoveryTransitions.OfStages(policy), way => way is { From: "reminder-1", To: "mise-en-demeure" });
    }
}
