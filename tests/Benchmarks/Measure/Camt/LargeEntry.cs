using System.Collections.Immutable;
using Reconciliation.Domain;

namespace Reconciliation.Benchmarks.Measure.Camt;

/// <summary>A made-up entry.</summary>
/// <param name="Reference">The bank's reference, unique.</param>
/// <param name="Amount">Signed.</param>
/// <param name="Booked">Booking and value date.</param>
/// <param name="Code">Domain, family and subfamily.</param>
/// <param name="Cfonb">The code opération interbancaire.</param>
/// <param name="BankText">The bank's label.</param>
/// <param name="Payments">The payments in it: none, one, or those of a batch.</param>
internal sealed record LargeEntry(
    string Reference,
    Money Amount,
    DateOnly Booked,
    (string Domain, string Family, string Subfamily) Code,
    string Cfonb,
    string BankText,
    ImmutableArray<LargePayment> Payments);

/// <summary>A made-up payment.</summary>
/// <param name="Amount">Signed.</param>
/// <param name="EndToEndId">Set by the payer; null for none.</param>
/// <param name="MandateId">Of a direct debit; null for none.</param>
/// <param name="Party">The other side.</param>
/// <param name="Remittance">Free lines.</param>
/// <param name="CreditorReference">A structured reference; null for none.</param>
internal sealed record LargePayment(
    Money Amount, string? EndToEndId, string? MandateId, LargeParty Party, ImmutableArray<string> Remittance, string? CreditorReference);

/// <summary>Somebody who pays or is paid.</summary>
/// <param name="Name">The name as a bank writes it.</param>
/// <param name="City">Town; null where the bank sends no address.</param>
/// <param name="Iban">The account.</param>
/// <param name="Bic">Its bank.</param>
internal sealed record LargeParty(string Name, string? City, Iban Iban, string Bic);
