using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Measure.Camt;

/// <summary>Draws entries in the mix of a creditor's account: transfers received above all, some batches, charges without details.</summary>
internal sealed class LargeEntries
{
    private const int PartyCount = 1500;

    private readonly DeterministicRandom _random;
    private readonly ImmutableArray<LargeParty> _parties;

    public LargeEntries(DeterministicRandom random)
    {
        _random = random;
        _parties = Parties(random.Fork("parties"));
    }

    public LargeEntry Next(int number)
    {
        var reference = Invariant($"ATLD2609{number:0000000000}");
        var booked = _random.Pick(Calendar.BankDays);
        return _random.Below(100) switch
        {
            < 62 => Entry(reference, booked, ("PMNT", "RCDT", "ESCT"), "05", "VIR SEPA RECU", [Transfer(1)]),
            < 74 => Entry(reference, booked, ("PMNT", "ICDT", "ESCT"), "06", "VIR SEPA EMIS", [Transfer(-1)]),
            < 84 => Entry(reference, booked, ("PMNT", "RDDT", "ESDD"), "08", "PRLV SEPA", [DirectDebit()]),
            < 90 => Entry(reference, booked, ("PMNT", "RCDT", "ATXN"), "05", "REMISE VIR SEPA RECUS", [.. Enumerable.Range(0, _random.Between(3, 12)).Select(_ => Transfer(1))]),
            < 96 => new LargeEntry(reference, -Cents(20, 90_000), booked, ("PMNT", "CCRD", "POSD"), "11", $"CB {_random.Pick(_parties).Name} {booked:ddMMyy}", []),
            _ => new LargeEntry(reference, -Cents(20, 3000), booked, ("ACMT", "MDOP", "CHRG"), "62", "COMMISSIONS ET FRAIS SUR OPERATIONS", []),
        };
    }

    private static LargeEntry Entry(
        string reference, DateOnly booked, (string Domain, string Family, string Subfamily) code, string cfonb, string text, ImmutableArray<LargePayment> payments) =>
        new(reference, Money.Sum(payments.Select(p => p.Amount), Currency.Eur), booked, code, cfonb, text, payments);

    private LargePayment Transfer(int sign)
    {
        var amount = Cents(500, 900_000);
        var invoice = Invariant($"FA-2026-{_random.Below(1_000_000):000000}");
        var words = _random.Below(10) switch
        {
            < 5 => $"Facture {invoice}",
            < 7 => $"REGLEMENT {invoice} CLIENT C{_random.Digits(5)} MERCI",
            < 9 => $"/INV/{invoice} {_random.Between(1, 28)}.09.2026",
            _ => $"Règlement de votre facture n° {invoice} du mois d'août, commande {_random.Digits(8)}",
        };
        return new LargePayment(
            sign < 0 ? -amount : amount,
            _random.Chance(70) ? invoice + "-" + _random.Digits(6) : null,
            null,
            _random.Pick(_parties),
            [words],
            _random.Chance(20) ? CreditorReference.ForBody(invoice.Replace("-", "", StringComparison.Ordinal)).Value : null);
    }

    private LargePayment DirectDebit() => new(
        -Cents(1000, 60_000), "PRLV" + _random.Digits(12), "RUM-" + _random.Digits(10), _random.Pick(_parties), ["Abonnement septembre 2026", "Contrat " + _random.Digits(9)], null);

    private Money Cents(int least, int most) => Amounts.Euro(_random.Between(least, most));

    private static ImmutableArray<LargeParty> Parties(DeterministicRandom random)
    {
        var words = new InventedWords(random);
        var firms = new Firms(random, words);
        var ibans = new FictitiousIbans(random);
        var parties = ImmutableArray.CreateBuilder<LargeParty>(PartyCount);
        for (var i = 0; i < PartyCount; i++)
        {
            var (iban, bic) = ibans.In(random.Chance(85) ? "FR" : random.Pick(["DE", "BE", "LU"]));
            var firm = random.Chance(5) ? $"{firms.Holding()} & FILS" : firms.AsPayer(firms.Business());
            var name = random.Chance(40) ? $"{words.FirstName()} {words.Surname()}" : firm;
            parties.Add(new LargeParty(name, random.Chance(30) ? random.Pick(Places.Mainland).City : null, iban, bic));
        }

        return parties.MoveToImmutable();
    }
}
