using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Reporting;

/// <summary>The names of accounts and journals as the file gives them.</summary>
internal static class FecAccounts
{
    /// <summary>Report à nouveau, solde créditeur: the profit of earlier years.</summary>
    public const string ProfitBefore = "110";

    /// <summary>Report à nouveau, solde débiteur: the loss of earlier years.</summary>
    public const string LossBefore = "119";

    /// <summary>The names of the plan comptable général by the numbers that a creditor uses; of two uses of a number the first names it.</summary>
    public static IReadOnlyDictionary<string, string> NamesOf(ChartOfAccounts chart)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        (string Number, string Name)[] uses =
        [
            (chart.Customers, "Clients"),
            (chart.Advances, "Clients - avances et acomptes reçus"),
            (chart.Bank, "Banques"),
            (chart.Suspense, "Comptes d'attente"),
            (chart.Sales, "Prestations de services"),
            (chart.DiscountsGranted, "Escomptes accordés"),
            (chart.BankCharges, "Services bancaires et assimilés"),
            (chart.SmallDifferences, "Charges diverses de gestion courante"),
            (ProfitBefore, "Report à nouveau (solde créditeur)"),
            (LossBefore, "Report à nouveau (solde débiteur)"),
        ];
        foreach (var (number, name) in uses)
            names.TryAdd(number, name);
        return names;
    }

    public static string CodeOf(JournalKind journal) => journal switch
    {
        JournalKind.Opening => "AN",
        JournalKind.Sales => "VE",
        JournalKind.Bank => "BQ",
        JournalKind.Reconciliation => "RE",
    };

    public static string NameOf(JournalKind journal) => journal switch
    {
        JournalKind.Opening => "À nouveaux",
        JournalKind.Sales => "Ventes",
        JournalKind.Bank => "Banque",
        JournalKind.Reconciliation => "Rapprochement et opérations diverses",
    };
}
