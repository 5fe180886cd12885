using System.Globalization;

namespace Reconciliation.Domain.Statements;

/// <summary>
/// The identity of an entry across files. The bank's own reference of the entry names it where there is one; else a
/// fingerprint of what the entry says does, with an occurrence number, so that true twins stay two and the same line
/// read twice stays one.
/// </summary>
/// <param name="Fingerprint">What the entry says, condensed: equal for twins.</param>
/// <param name="Occurrence">The how-manieth entry of this fingerprint, from 1.</param>
public readonly record struct EntryIdentity(string Fingerprint, int Occurrence)
{
    /// <summary>The entry's identifier.</summary>
    public string Id => DeterministicId.Of("entry", Fingerprint, Occurrence.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// The fingerprint of an entry in an account: account, booking day, amount, and the bank's reference or, without one,
    /// end-to-end reference, counterparty and text.
    /// </summary>
    public static string FingerprintOf(BankAccountId account, StatementEntry entry)
    {
        var day = entry.BookingDate.ToString();
        var amount = entry.Amount.ToString();
        if (BankReferenceOf(entry) is { } reference)
            return DeterministicId.Of(account.Value, day, amount, "reference", reference);
        var detail = entry.Details.IsEmpty ? new TransactionDetail() : entry.Details[0];
        return DeterministicId.Of(
            account.Value, day, amount, "text", detail.References.EndToEndId ?? "", detail.Counterparty.Name ?? "",
            Condense(detail.Remittance), entry.BankText ?? "", entry.EntryReference ?? "");
    }

    private static string? BankReferenceOf(StatementEntry entry) =>
        entry.Details is [{ References.BankReference: { } own }] && own != entry.BankReference
            ? $"{entry.BankReference}/{own}"
            : entry.BankReference;

    private static string Condense(IEnumerable<string> lines) =>
        string.Concat(lines.SelectMany(line => line.Where(char.IsLetterOrDigit))).ToUpperInvariant();
}
