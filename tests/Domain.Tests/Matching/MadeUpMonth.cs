using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Receivables;
using static Reconciliation.Domain.Tests.Matching.Made;

namespace Reconciliation.Domain.Tests.Matching;

/// <summary>How much a payer helps whoever must match the payment.</summary>
internal enum Difficulty
{
    /// <summary>The number as it is, the amount, the name.</summary>
    Easy,

    /// <summary>The number in another shape, several invoices, parts, discounts; or no number but a known account.</summary>
    Medium,

    /// <summary>No number, cut and turned names, slips, split lines, other payers.</summary>
    Hard,

    /// <summary>Nothing of it is in the books.</summary>
    Foreign,
}

/// <summary>A payment with what it is truly for: the receivables with what each gets, in order; empty for nothing in the books.</summary>
internal sealed record KnownPayment(Payment Payment, Difficulty Difficulty, string Way, string Truth);

/// <summary>
/// A month of a creditor made up from a seed: some hundred debtors, their open invoices, and their payments with the
/// truth of each. The same seed makes the same month.
/// </summary>
internal sealed class MadeUpMonth
{
    private static readonly string[] Trades = "Menuiserie Garage Boulangerie Verrerie Imprimerie Pharmacie Transports Librairie Serrurerie Fonderie Optique Scierie".Split(' ');
    private static readonly string[] Forms = "SARL SAS EURL SNC SA".Split(' ');
    private static readonly string[] GivenNames = "Aline Bruno Chloé Désiré Édith Fabrice Gisèle Hervé Inès Joël Karine Loïc Maëva Noël Odile Pascal".Split(' ');
    private static readonly string[] Stems = "Aubert Bachel Cousteix Dautresm Esquirol Fauverg Guiraud Hostalier Jumell Kerguen Lapeyrad Marquis Nantua Oberlin Pelletr Quiniou Roumeg Sauvage Tessonn Valcourt".Split(' ');
    private static readonly string[] Endings = "et in eau ier ac y on elle".Split(' ');

    private readonly Random _random;
    private readonly List<OpenItem> _items = [];
    private readonly List<KnownPayment> _payments = [];
    private int _number;

    public MadeUpMonth(int seed, int debtors)
    {
        _random = new Random(seed);
        for (var i = 0; i < debtors; i++)
            AddDebtor(i);
    }

    public IReadOnlyList<OpenItem> Items => _items;

    public IReadOnlyList<KnownPayment> Payments => _payments;

    private void AddDebtor(int place)
    {
        var surname = Pick(Stems) + Pick(Endings);
        var name = _random.Next(3) == 0 ? $"{Pick(GivenNames)} {surname}" : $"{Pick(Trades)} {surname} {Pick(Forms)}";
        var debtor = Debtor($"D{place:0000}", name) with { Ibans = _random.Next(10) < 6 ? [MadeUpIban(place)] : [] };
        var open = Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => AddInvoice(debtor)).ToList();
        switch (_random.Next(20))
        {
            case < 6: Easy(debtor, open); break;
            case < 12: Medium(debtor, open); break;
            case < 18: Hard(debtor, open); break;
            case 18: Foreign(); break;
            default: break;
        }
    }

    private OpenItem AddInvoice(Debtor debtor)
    {
        var cents = _random.Next(6) == 0 ? 4990 : 1000 + _random.Next(500_000);
        var issued = new DateOnly(2026, 1 + _random.Next(2), 1 + _random.Next(28));
        var item = Item($"FAC-2026-{++_number + 200:00000}", debtor, new Money(cents, Currency.Eur).ToDecimalString(), Iso(issued), Iso(issued.AddDays(30)));
        if (_random.Next(12) == 0)
            item = item with { Receivable = item.Receivable with { Discount = new EarlyPaymentDiscount(new Money(cents / 50, Currency.Eur), new DateOnly(2026, 3, 31)) } };
        _items.Add(item);
        return item;
    }

    private void Easy(Debtor debtor, List<OpenItem> open)
    {
        var item = open[0];
        Add(Difficulty.Easy, "number", item.Open.MinorUnits, Upper(debtor.Name), Iban(debtor), "FACTURE " + item.Receivable.Number, Truth(item));
    }

    private void Medium(Debtor debtor, List<OpenItem> open)
    {
        var item = open[0];
        var sequence = item.Receivable.Number[9..].TrimStart('0');
        var name = Upper(debtor.Name);
        switch (_random.Next(7))
        {
            case 0: Add(Difficulty.Medium, "bare sequence", item.Open.MinorUnits, name, null, $"facture {sequence}", Truth(item)); break;
            case 1: Add(Difficulty.Medium, "two-digit year", item.Open.MinorUnits, null, Iban(debtor), $"INV 26/{item.Receivable.Number[9..]}", Truth(item)); break;
            case 2: Add(Difficulty.Medium, "several", open.Sum(i => i.Open.MinorUnits), name, null, $"FACT {string.Join(" ", open.Select(i => i.Receivable.Number[4..]))}", Truth([.. open])); break;
            case 3: Add(Difficulty.Medium, "part", item.Open.MinorUnits / 2, name, null, item.Receivable.Number, $"{item.Receivable.Number} {new Money(item.Open.MinorUnits / 2, Currency.Eur).ToDecimalString()}"); break;
            case 4: Add(Difficulty.Medium, "too much", item.Open.MinorUnits + 1000, name, null, item.Receivable.Number, Truth(item)); break;
            case 5: Add(Difficulty.Medium, "name and amount", item.Open.MinorUnits, name, Iban(debtor), "virement", Truth(item)); break;
            default: Add(Difficulty.Medium, "discount", item.Open.MinorUnits - (item.Receivable.Discount?.Amount.MinorUnits ?? 0), name, null, item.Receivable.Number, Discounted(item)); break;
        }
    }

    private void Hard(Debtor debtor, List<OpenItem> open)
    {
        var item = open[0];
        var number = item.Receivable.Number;
        var name = Upper(debtor.Name);
        switch (_random.Next(10))
        {
            case 8: Add(Difficulty.Hard, "number of another", item.Open.MinorUnits, name, Iban(debtor), Pick([.. _items.Select(i => i.Receivable.Number)]), Truth(item)); break;
            case 0: Add(Difficulty.Hard, "turned name", item.Open.MinorUnits, string.Join(' ', name.Split(' ').Reverse()), null, null, Truth(item)); break;
            case 1: Add(Difficulty.Hard, "cut name", item.Open.MinorUnits, name.Length > 20 ? name[..20] : name, null, "VIREMENT", Truth(item)); break;
            case 2: Add(Difficulty.Hard, "slip in number", item.Open.MinorUnits, name, null, $"{number[..^2]}{number[^1]}{number[^2]}", Truth(item)); break;
            case 3: Add(Difficulty.Hard, "split lines", item.Open.MinorUnits, null, null, $"REGLEMENT DE VOTRE FACTURE FAC-2026-{number[9..11]}~{number[11..]} MERCI", Truth(item)); break;
            case 4: Add(Difficulty.Hard, "third party", item.Open.MinorUnits, "HOLDING DU LEVANT", null, $"pour {number}", Truth(item)); break;
            case 5: Add(Difficulty.Hard, "sum without numbers", open.Take(2).Sum(i => i.Open.MinorUnits), name, Iban(debtor), null, Truth([.. open.Take(2)])); break;
            case 6: Add(Difficulty.Hard, "name in label", item.Open.MinorUnits, null, null, $"VIR SEPA RECU DE {name}", Truth(item)); break;
            case 7:
                Add(Difficulty.Hard, "paid twice", item.Open.MinorUnits, name, null, number, Truth(item));
                Add(Difficulty.Foreign, "second of twice", item.Open.MinorUnits, name, null, number, "", day: 29);
                break;
            default: Add(Difficulty.Hard, "slip in name", item.Open.MinorUnits, name.Remove(name.Length / 2, 1), null, "facture de fevrier", Truth(item)); break;
        }
    }

    private void Foreign()
    {
        var like = _items[_random.Next(_items.Count)];
        switch (_random.Next(3))
        {
            case 0: Add(Difficulty.Foreign, "stranger", 1000 + _random.Next(500_000), "ASSURANCES DU PONANT", null, "REMBOURSEMENT DOSSIER 88124", ""); break;
            case 1: Add(Difficulty.Foreign, "amount of another", like.Open.MinorUnits, "CAISSE DU MIDI", null, "PRESTATION 03/2026", ""); break;
            default: Add(Difficulty.Foreign, "number of last year", 1000 + _random.Next(500_000), "SYNDIC DES TILLEULS", null, like.Receivable.Number.Replace("2026", "2019", StringComparison.Ordinal), ""); break;
        }
    }

    private void Add(Difficulty difficulty, string way, long cents, string? name, string? iban, string? text, string truth, int day = 0) =>
        _payments.Add(new KnownPayment(
            Payment($"P{_payments.Count:0000}", new Money(cents, Currency.Eur).ToDecimalString(), name, text, Iso(new DateOnly(2026, 3, day > 0 ? day : 1 + _random.Next(28))), iban),
            difficulty, way, truth));

    private static string Truth(params OpenItem[] items) => string.Join(", ", items.OrderBy(i => i.DueDate).ThenBy(i => i.Receivable.Number, StringComparer.Ordinal).Select(i => $"{i.Receivable.Number} {i.Open.ToDecimalString()}"));

    private static string Discounted(OpenItem item) => item.Receivable.Discount is { } discount
        ? $"{item.Receivable.Number} {(item.Open - discount.Amount).ToDecimalString()} less {discount.Amount.ToDecimalString()}"
        : Truth(item);

    private static string? Iban(Debtor debtor) => debtor.Ibans.IsEmpty ? null : debtor.Ibans[0].Value;

    private static Iban MadeUpIban(int place) =>
        Domain.Iban.TryFromRib("30006", "00001", place.ToString("00000000000", CultureInfo.InvariantCulture), out var iban) ? iban : throw new InvalidOperationException();

    private static string Upper(string name) => name.ToUpperInvariant();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Pick(string[] words) => words[_random.Next(words.Length)];
}
