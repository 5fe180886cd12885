using static Reconciliation.Domain.Matching.EvidenceKind;

namespace Reconciliation.Domain.Matching;

/// <summary>The sentences of all kinds of fact. The values stand in the order given here.</summary>
internal static class EvidenceSentences
{
    public static string English(EvidenceKind kind, EvidenceText.Values v) => kind switch
    {
        StructuredReferenceEqual => $"structured reference {v[1]} is that of {v[0]}",
        NumberFound => $"number {v[0]} stands in the payment",
        NumberFoundReshaped => $"number {v[0]} stands in the payment as \"{v[1]}\"",
        NumberNearlyFound => $"\"{v[1]}\" in the payment is one character off {v[0]}",
        OrderNumberFound => $"order number {v[0]} stands in the payment",
        CustomerNumberFound => $"customer number {v[0]} stands in the payment",
        AccountKnown => $"payer's account {v[0]} is known for {v[1]}",
        AccountLearnt => $"payer's account {v[0]} paid for {v[1]} before",
        NameLearnt => $"payer {v[0]} paid for {v[1]} before",
        NameEqual => $"payer's name is the debtor's: {v[0]}",
        NameSimilar => $"payer's name {v[0]} resembles {v[1]}",
        AmountExact => $"amount {v[0]} is exactly what is open of {v[1]}",
        AmountLessDiscount => $"amount {v[0]} is what is open of {v[1]} less early-payment discount of {v[2]}",
        AmountOfSeveral => $"amount {v[0]} is the sum of {v[1]}",
        AmountPartial => $"amount {v[0]} is less than the {v[1]} open",
        AmountAbove => $"amount {v[0]} is more than the {v[1]} open; {v[2]} is left over",
        AmountLessCharges => $"amount {v[0]} is less than the {v[1]} open by {v[2]}, which bank charges account for",
        AccountOfAnother => $"against: payer's account {v[0]} belongs to debtor {v[1]}",
        NameDiffers => $"against: payer's name {v[0]} is not {v[1]}",
        Disputed => $"against: {v[0]} is disputed",
        AlreadyPaid => $"against: already paid, would be paid twice: {v[0]}",
        BeforeIssue => $"against: booked on {v[0]}, before {v[1]} was issued on {v[2]}",
        FinalSettlementClaimed => "against: the payer calls a part payment final settlement",
        AnotherFits => $"against: {v[0]} fits about as well",
        AnotherSetFits => $"against: another set comes to the same sum: {v[0]}",
        ReturnOfPayment => $"the bank returns the payment of {v[0]}; reason {v[1]}",
        ReferenceOfPayment => $"reference {v[0]} is that of the payment",
        ReturnOfUnknown => $"the bank returns a payment that is not known as applied; reason {v[0]}",
        MoneyBack => $"against: the bank says that own money comes back; code {v[0]}",
        ChargeOfBank => $"the bank charges for its services; code {v[0]}",
        NothingFits => "nothing open fits",
        MoneyOut => $"money out that is neither a return nor a bank charge: {v[0]}",
    };

    public static string French(EvidenceKind kind, EvidenceText.Values v) => kind switch
    {
        StructuredReferenceEqual => $"la référence structurée {v[1]} est celle de {v[0]}",
        NumberFound => $"le numéro {v[0]} figure dans le paiement",
        NumberFoundReshaped => $"le numéro {v[0]} figure dans le paiement sous la forme « {v[1]} »",
        NumberNearlyFound => $"« {v[1]} » dans le paiement est à un caractère de {v[0]}",
        OrderNumberFound => $"le numéro de commande {v[0]} figure dans le paiement",
        CustomerNumberFound => $"le numéro de client {v[0]} figure dans le paiement",
        AccountKnown => $"le compte payeur {v[0]} est connu pour {v[1]}",
        AccountLearnt => $"le compte payeur {v[0]} a déjà payé pour {v[1]}",
        NameLearnt => $"le payeur {v[0]} a déjà payé pour {v[1]}",
        NameEqual => $"le nom du payeur est celui du débiteur : {v[0]}",
        NameSimilar => $"le nom du payeur {v[0]} ressemble à {v[1]}",
        AmountExact => $"le montant {v[0]} est exactement le solde de {v[1]}",
        AmountLessDiscount => $"le montant {v[0]} est le solde de {v[1]} moins l'escompte de {v[2]}",
        AmountOfSeveral => $"le montant {v[0]} est la somme de {v[1]}",
        AmountPartial => $"le montant {v[0]} est inférieur au solde de {v[1]}",
        AmountAbove => $"le montant {v[0]} dépasse le solde de {v[1]} ; il reste {v[2]}",
        AmountLessCharges => $"il manque {v[2]} au montant {v[0]} pour le solde de {v[1]}, ce que des frais bancaires expliquent",
        AccountOfAnother => $"contre : le compte payeur {v[0]} est celui du débiteur {v[1]}",
        NameDiffers => $"contre : le nom du payeur {v[0]} n'est pas {v[1]}",
        Disputed => $"contre : {v[0]} est en litige",
        AlreadyPaid => $"contre : déjà payé, serait payé deux fois : {v[0]}",
        BeforeIssue => $"contre : comptabilisé le {v[0]}, avant l'émission de {v[1]} le {v[2]}",
        FinalSettlementClaimed => "contre : paiement partiel annoncé pour solde de tout compte",
        AnotherFits => $"contre : {v[0]} convient à peu près aussi bien",
        AnotherSetFits => $"contre : un autre ensemble donne la même somme : {v[0]}",
        ReturnOfPayment => $"la banque rejette le paiement du {v[0]} ; motif {v[1]}",
        ReferenceOfPayment => $"la référence {v[0]} est celle du paiement",
        ReturnOfUnknown => $"la banque rejette un paiement qui n'est pas connu comme imputé ; motif {v[0]}",
        MoneyBack => $"contre : la banque indique un retour de fonds propres ; code {v[0]}",
        ChargeOfBank => $"frais prélevés par la banque ; code {v[0]}",
        NothingFits => "rien d'ouvert ne correspond",
        MoneyOut => $"sortie d'argent qui n'est ni un rejet ni des frais bancaires : {v[0]}",
    };
}
