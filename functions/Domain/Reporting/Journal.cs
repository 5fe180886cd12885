using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Domain.Reporting;

/// <summary>
/// The journal (livre-journal): entries as they follow from the events of debtor accounts and from accepted bank entries.
/// Together they hold the postings of the ledger and nothing else.
/// </summary>
public static class Journal
{
    /// <summary>The entry of an event of a debtor account; null where no money moved.</summary>
    public static JournalEntry? Of(AccountEvent happened, AccountId account, ChartOfAccounts chart)
    {
        var postings = Postings.Of(happened, account, chart);
        if (postings.IsEmpty)
            return null;
        var entry = happened.Match(AccountJournal.Instance)
            ?? throw new InvalidOperationException($"An event {happened.GetType().Name} has postings and no journal.");
        return entry with { Postings = postings };
    }

    /// <summary>The entry of a bank entry: bank against suspense; null for an entry of nothing.</summary>
    /// <param name="payment">The bank entry.</param>
    /// <param name="acceptedAt">When its file was accepted.</param>
    /// <param name="chart">Where it is posted.</param>
    public static JournalEntry? Of(Payment payment, DateTimeOffset acceptedAt, ChartOfAccounts chart) =>
        payment.Amount.IsZero
            ? null
            : OfBank(payment, JournalKind.Bank, LabelOf(payment), acceptedAt, Postings.Of(payment.Amount, payment.Account, chart));

    /// <summary>The entry that explains a bank entry as charges: suspense against charges; null for an entry of nothing.</summary>
    /// <param name="payment">The bank entry.</param>
    /// <param name="decision">Who took it for charges, and when.</param>
    /// <param name="chart">Where it is posted.</param>
    public static JournalEntry? OfBankCharge(Payment payment, Decision decision, ChartOfAccounts chart) =>
        payment.Amount.IsZero
            ? null
            : OfBank(payment, JournalKind.Reconciliation, $"Frais bancaires {LabelOf(payment)}", decision.At, Postings.OfBankCharge(payment.Amount, chart));

    private static JournalEntry OfBank(
        Payment payment, JournalKind journal, string label, DateTimeOffset at, ImmutableArray<Posting> postings) => new()
        {
            Journal = journal,
            Date = payment.BookedOn,
            Piece = payment.Id,
            PieceDate = payment.BookedOn,
            Label = label,
            ValidatedAt = at,
            Postings = postings,
        };

    private static string LabelOf(Payment payment)
    {
        var words = new[] { payment.Detail.Counterparty.Name, string.Join(' ', payment.Detail.Remittance) }.Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        if (words.Count > 0)
            return string.Join(' ', words);
        return string.IsNullOrWhiteSpace(payment.Entry.BankText) ? "Écriture bancaire" : payment.Entry.BankText;
    }
}
