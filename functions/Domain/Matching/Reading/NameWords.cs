using System.Collections.Frozen;

namespace Reconciliation.Domain.Matching.Reading;

/// <summary>Words that say little about who somebody is.</summary>
internal static class NameWords
{
    /// <summary>Legal forms of firms, points dropped, and their usual abbreviations.</summary>
    public static FrozenSet<string> LegalForms { get; } = Words(
        "SARL SAS SASU SA EURL SCI SNC SCP SCA SCS SCM SCEA EARL GAEC GIE SCOP SELARL SELAS EI EIRL SEM SCCV STE SOCIETE ETS " +
        "ETABLISSEMENTS CIE SPA SRL SRLS SRO SL SLU BV NV CV VOF BVBA SPRL ASBL AISBL GMBH MBH AG KG KGAA OHG UG GBR EV EK SE " +
        "LTD LIMITED LLC LLP LP PLC INC CORP CO OY OYJ AB ASA APS KFT ZRT DOO");

    /// <summary>Titles and the small words between names.</summary>
    public static FrozenSet<string> Small { get; } = Words(
        "M MR MME MLLE MM MRS MS DR MONSIEUR MADAME MADEMOISELLE MESSIEURS HERR FRAU ET OU AND OR UND ODER DE DU DES LA LE LES " +
        "D L A AU AUX EN THE OF VON VAN DER DEN DI DA DEL");

    /// <summary>What banks and payers write around names and numbers in free text.</summary>
    public static FrozenSet<string> OfTransfers { get; } = Words(
        "VIR VIRT VIREMENT VIREMENTS SEPA INST INSTANTANE RECU RECUE EMIS PAR POUR FAVEUR CPTE COMPTE TRANSFER TRANSFERT FROM " +
        "PAYMENT PAIEMENT REGLEMENT RGLT REGLT FACTURE FACTURES FACT FACTS FAC INVOICE INVOICES INV RECHNUNG REF REFERENCE NUM " +
        "NUMERO CLIENT CUSTOMER KUNDE COMMANDE ORDER SOLDE ACOMPTE ECHEANCE AVOIR MERCI THANKS DATE EUR EUROS NOTPROVIDED " +
        "PRLV PRELEVEMENT REMISE CHEQUE CREDIT DEBIT MOTIF LIBELLE SVWZ EREF MREF CRED");

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
