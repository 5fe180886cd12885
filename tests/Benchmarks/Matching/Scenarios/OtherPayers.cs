using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Scenarios;

/// <summary>Who pays is not who owes, or what is named is not what is paid.</summary>
internal static class OtherPayers
{
    /// <summary>A parent company, a customer's customer, a relative.</summary>
    public static void ThirdPartyWithNumber(Scene scene)
    {
        var debtor = scene.Debtor();
        var claim = scene.Invoice(debtor);
        var payment = Stranger(scene, debtor, claim.Total, scene.Phrases.Around(debtor, claim.Printed, claim));
        scene.Add(scene.Random.Chance(25) ? payment with { UltimateName = debtor.Debtor.Name } : payment, claim.SettleAll());
    }

    public static void ThirdPartyWithName(Scene scene)
    {
        var debtor = scene.Debtor(d => d.ContractCents is null);
        var claim = scene.Claims.Invoice(debtor);
        var text = $"{scene.Random.Pick(["POUR", "POUR LE COMPTE DE", "for", "fuer"])} {scene.Names.Changed(debtor)}";
        scene.Add(Stranger(scene, debtor, claim.Total, text), claim.SettleAll());
    }

    /// <summary>The number is of one debtor, account and name are of another, who pays for it.</summary>
    public static void AccountOfAnother(Scene scene)
    {
        var debtor = scene.Debtor();
        var claim = scene.Invoice(debtor);
        var payer = scene.Debtors.Any();
        var payment = scene.From(debtor, claim.Total, scene.Phrases.Around(debtor, claim.Printed, claim));
        scene.Add(
            payer == debtor ? payment : payment with { PayerName = payer.Debtor.Name, PayerAccount = payer.Account, PayerBank = payer.Bank },
            claim.SettleAll());
    }

    /// <summary>The debtor pays its own invoice and writes a number that is another debtor's.</summary>
    public static void NumberOfAnother(Scene scene)
    {
        var debtor = scene.Debtor(d => d.ContractCents is null);
        var claim = scene.Claims.Invoice(debtor);
        var other = scene.Random.Pick(scene.Claims.All);
        if (other.Debtor == debtor || Math.Abs(other.Total) == claim.Total)
            return;
        var payment = scene.From(debtor, claim.Total, scene.Phrases.Around(debtor, other.Printed));
        scene.Add(payment with { PayerName = debtor.Debtor.Name, PayerAccount = debtor.Account }, claim.SettleAll());
    }

    /// <summary>Money that pays no invoice; what is in its text may look like a number of one.</summary>
    public static void NoReceivable(Scene scene)
    {
        var booked = Scene.Later(LabelledDays.FirstPayment, scene.Random.Below(60));
        var number = LookAlike(scene);
        var cents = scene.Random.Chance(15) ? scene.Random.Pick(scene.Claims.All).Total : (scene.Random.Between(40, 9_000) * 100L) + scene.Random.Below(100);
        var payment = scene.FromStranger(booked, Math.Abs(cents));
        scene.Add(
            scene.Random.Below(6) switch
            {
                0 => payment with { PayerName = "DGFIP TRESOR PUBLIC", PayerAccount = null, Lines = [$"REMBOURSEMENT TVA {number} REF {scene.Random.Digits(9)}"] },
                1 => payment with { PayerName = "MUTUELLE ASSURANCES VALPRE", Lines = [$"SINISTRE {number} INDEMNISATION"] },
                2 => payment with
                {
                    PayerName = InventedCreditor.Name, PayerAccount = InventedCreditor.Ceres.Iban, House = InventedCreditor.Atlantide,
                    Operation = Operation.OwnTransferIn, Lines = ["VIR TRESORERIE"],
                },
                3 => payment with { PayerAccount = null, Lines = [$"TROP PERCU SALAIRE {scene.Random.Between(1, 9):00}/2026 MATRICULE {number}"] },
                4 => payment with
                {
                    PayerName = null, PayerAccount = null, Operation = Operation.CardsCollected,
                    Lines = [$"REMISE CB {number} DU {booked:dd'/'MM'/'yy} CONTRAT {scene.Random.Digits(7)}"],
                },
                _ => payment with { Lines = [$"REMBOURSEMENT AVOIR FOURNISSEUR {number}"] },
            },
            []);
    }

    private static string LookAlike(Scene scene) => scene.Random.Below(10) switch
    {
        < 2 => scene.Random.Pick(scene.Claims.All).Number.Padded,
        < 6 => $"2026{scene.Random.Pick(["-", "/", ""])}{scene.Random.Digits(5)}",
        < 8 => scene.Random.Digits(7),
        _ => scene.Random.Digits(4),
    };

    private static LabelledPayment Stranger(Scene scene, PayingDebtor debtor, long cents, string text)
    {
        var payment = scene.From(debtor, cents, text);
        return debtor.Parent is { } parent
            ? payment with { PayerName = parent.Debtor.Name, PayerAccount = parent.Account, PayerBank = parent.Bank }
            : payment with { PayerName = scene.Debtors.Stranger(), PayerAccount = scene.Debtors.UnknownAccount() };
    }
}
