namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>What stays the same for all payments of a run.</summary>
internal sealed record MatchSettings(OpenItems Open, PaymentHistory History, MatchingPolicy Policy)
{
    // A payment made twice by mistake comes within days; the next rent of the same amount comes after weeks.
    private const int TwinDays = 7;

    /// <summary>One document alone is of the amount.</summary>
    public bool IsUnique(Money amount) => Open.DocumentsWith(IndexKeys.OfAmount(amount)).Count <= 1;

    /// <summary>A payment that reached the account shortly before and is in every respect the same; null for none.</summary>
    public Payment? Twin(Payment payment, OpenAccount account, Remaining remaining) =>
        History.AppliedOf(payment.Amount).Where(applied => applied.Shares.Any(share => share.Account == account.Id))
            .Select(applied => applied.Payment).Concat(remaining.TakenBy(account))
            .FirstOrDefault(earlier => IsSame(earlier, payment));

    private static bool IsSame(Payment earlier, Payment payment) =>
        earlier.Id != payment.Id && earlier.Amount == payment.Amount
        && Math.Abs(earlier.BookedOn.DayNumber - payment.BookedOn.DayNumber) <= TwinDays
        && earlier.Detail.Counterparty == payment.Detail.Counterparty
        && earlier.Detail.References.EndToEndId == payment.Detail.References.EndToEndId
        && earlier.Detail.Remittance.SequenceEqual(payment.Detail.Remittance)
        && earlier.Entry.BankText == payment.Entry.BankText;
}
