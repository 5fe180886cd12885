using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Reporting;

/// <summary>The journal, document and label of each event that moves money; null for the others. The lines are added later.</summary>
internal sealed class AccountJournal : IAccountEventCases<JournalEntry?>
{
    public static readonly AccountJournal Instance = new();

    public JournalEntry? On(DebtorRegistered happened) => null;

    public JournalEntry? On(ReceivableOpened happened)
    {
        var document = happened.Receivable;
        var type = document.Type switch
        {
            ReceivableType.Invoice => "Facture",
            ReceivableType.CreditNote => "Avoir",
        };
        return Entry(happened, JournalKind.Sales, document.IssueDate, document.Number, document.IssueDate, $"{type} {document.Number}");
    }

    public JournalEntry? On(InstalmentsScheduled happened) => null;

    public JournalEntry? On(PaymentApplied happened) => OfPayment(
        happened, happened.Payment, happened.Payment.BookedOn,
        happened.Allocations.IsEmpty ? "Acompte reçu" : $"Règlement {Numbers(happened.Allocations)}");

    public JournalEntry? On(PaymentReversed happened)
    {
        var label = happened.Cause switch
        {
            ReversalCause.MatchUndone => "Annulation du règlement",
            ReversalCause.ReturnedByBank => "Impayé",
        };
        var day = JournalDays.Later(JournalDays.DayOf(happened.Decision.At), happened.Payment.BookedOn);
        return OfPayment(happened, happened.Payment, day, $"{label} {happened.ReasonCode} {Numbers(happened.Allocations)}");
    }

    public JournalEntry? On(DiscountGranted happened) => OfPayment(
        happened, happened.Payment, happened.Payment.BookedOn, $"Escompte {happened.Discount.Receivable}");

    public JournalEntry? On(BankChargeBorne happened) => OfPayment(
        happened, happened.Payment, happened.Payment.BookedOn, $"Frais bancaires {happened.Charge.Receivable}");

    public JournalEntry? On(RemainderWrittenOff happened) => OfPayment(
        happened, happened.Payment, happened.Payment.BookedOn, $"Écart de règlement {happened.WriteOff.Receivable}");

    public JournalEntry? On(PayerLearnt happened) => null;

    public JournalEntry? On(PayerForgotten happened) => null;

    public JournalEntry? On(DisputeRaised happened) => null;

    public JournalEntry? On(DisputeResolved happened) => null;

    public JournalEntry? On(StageReached happened) => null;

    public JournalEntry? On(ContactMade happened) => null;

    public JournalEntry? On(ContactFailed happened) => null;

    public JournalEntry? On(ContactSuppressed happened) => null;

    public JournalEntry? On(Noted happened) => null;

    private static string Numbers(ImmutableArray<Allocation> allocations) =>
        string.Join(", ", allocations.Select(allocation => allocation.Receivable).Distinct());

    private static JournalEntry OfPayment(AccountEvent happened, PaymentKey payment, DateOnly day, string label) =>
        Entry(happened, JournalKind.Reconciliation, day, payment.Entry, payment.BookedOn, label);

    private static JournalEntry Entry(
        AccountEvent happened, JournalKind journal, DateOnly day, string piece, DateOnly pieceDate, string label) => new()
        {
            Journal = journal,
            Date = day,
            Piece = piece,
            PieceDate = pieceDate,
            Label = label,
            ValidatedAt = happened.Decision.At,
            Postings = [],
        };
}
