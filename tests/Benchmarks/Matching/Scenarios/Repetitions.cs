using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Scenarios;

/// <summary>Stories of two payments: paid twice, collected and returned.</summary>
internal static class Repetitions
{
    public static void PaidTwice(Scene scene)
    {
        var debtor = scene.Debtor();
        var claim = scene.Invoice(debtor);
        var first = scene.From(debtor, claim.Total, scene.Phrases.Around(debtor, claim.Printed, claim));
        scene.Add(first, claim.SettleAll(), "number-as-printed");
        debtor.LastPaid = Scene.Later(debtor.LastPaid, 1 + scene.Random.Below(14));
        scene.Add(first with { Booked = debtor.LastPaid }, []);
    }

    /// <summary>A direct debit that comes back with the references of the original.</summary>
    public static void ReturnedDirectDebit(Scene scene)
    {
        var debtor = scene.Debtor();
        var claim = scene.Invoice(debtor);
        var collected = scene.From(debtor, claim.Total, $"PRLV {claim.Printed}") with
        {
            Operation = Operation.DirectDebitCollected,
            PayerName = debtor.Debtor.Name,
            EndToEndId = "E2E" + claim.Number.AllDigits,
            MandateId = "RUM" + debtor.Debtor.Id,
        };
        var settled = claim.SettleAll();
        scene.Add(collected, settled, "direct-debit");
        debtor.LastPaid = Scene.Later(debtor.LastPaid, 2 + scene.Random.Below(4));
        var returned = collected with
        {
            Booked = debtor.LastPaid,
            Cents = -collected.Cents,
            Operation = Operation.DirectDebitReturned,
            ReturnReason = scene.Random.Pick(["AM04", "MD06", "MS03", "AC04"]),
        };
        scene.Add(returned, settled.Select(part => part with { MinorUnits = -part.MinorUnits }));
    }
}
