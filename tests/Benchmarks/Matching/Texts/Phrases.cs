using System.Globalization;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Texts;

/// <summary>What payers write around numbers, in three languages.</summary>
internal sealed class Phrases(DeterministicRandom random, Noise noise)
{
    /// <summary>A reference in a phrase, with other figures beside it at times.</summary>
    public string Around(PayingDebtor payer, string reference, Claim? claim = null)
    {
        var phrase = random.Below(5) == 0 ? reference : $"{Opening(payer.Language)} {reference}";
        return claim is not null && random.Chance(noise.Chatter) ? $"{phrase} {Chatter(payer, claim)}" : phrase;
    }

    /// <summary>Words before a list.</summary>
    public string AroundSeveral(PayingDebtor payer, string numbers) => $"{Several(payer.Language)} {numbers}".TrimStart();

    /// <summary>A text that names nothing.</summary>
    public string Nothing(string language) => language switch
    {
        "de" => random.Pick(["Zahlung", "Überweisung", "Rechnung", "danke", "laut Vereinbarung"]),
        "en" => random.Pick(["payment", "invoice payment", "thank you", "as agreed", "your account"]),
        _ => random.Pick(["VIREMENT", "REGLEMENT", "PAIEMENT FACTURE", "MERCI", "REGLEMENT EXEMPLIA", "VOTRE COMPTE", "SELON ACCORD"]),
    };

    /// <summary>A customer number in words.</summary>
    public string Customer(PayingDebtor payer) => payer.Language switch
    {
        "de" => $"Kundennummer {payer.Debtor.CustomerNumber}",
        "en" => $"customer {payer.Debtor.CustomerNumber}",
        _ => $"{random.Pick(["CLIENT", "N CLIENT", "REF CLIENT", "CPTE"])} {payer.Debtor.CustomerNumber}",
    };

    /// <summary>An order number in words.</summary>
    public string Order(string language, string order) => language switch
    {
        "de" => $"Bestellung {order}",
        "en" => $"{random.Pick(["order", "PO"])} {order}",
        _ => $"{random.Pick(["COMMANDE", "CDE", "BON DE COMMANDE", ""])} {order}".TrimStart(),
    };

    /// <summary>An amount as people of a language write it.</summary>
    public static string Figure(long cents) =>
        string.Create(CultureInfo.InvariantCulture, $"{cents / 100},{Math.Abs(cents % 100):00}");

    private string Opening(string language) => language switch
    {
        "de" => random.Pick(["Rechnung", "Rechnung Nr.", "RG", "Rg.-Nr.", "Zahlung Rechnung", "Re-Nr."]),
        "en" => random.Pick(["Invoice", "INV", "Payment of invoice", "Bill", "Inv no."]),
        _ => random.Pick(["FACTURE", "Facture n°", "FACT", "REGLEMENT FACTURE", "RGLT", "Paiement facture", "VIR", "Votre facture", "SOLDE FACTURE"]),
    };

    private string Several(string language) => language switch
    {
        "de" => random.Pick(["Rechnungen", "RG", "Sammelzahlung", ""]),
        "en" => random.Pick(["Invoices", "INVS", "payment of", ""]),
        _ => random.Pick(["FACTURES", "FACT", "REGLEMENT FACTURES", "RGLT FACT", ""]),
    };

    private string Chatter(PayingDebtor payer, Claim claim) => random.Below(6) switch
    {
        0 => "du " + claim.Receivable.IssueDate.ToString(random.Pick(["dd/MM/yyyy", "dd.MM.yy", "dd/MM/yy"]), CultureInfo.InvariantCulture),
        1 => Figure(claim.Total) + " EUR",
        2 => Customer(payer),
        3 when claim.Receivable.OrderNumber is { } order => Order(payer.Language, order),
        4 => "EXEMPLIA FOURNITURES",
        _ => claim.Receivable.IssueDate.ToString("MM/yyyy", CultureInfo.InvariantCulture),
    };
}
