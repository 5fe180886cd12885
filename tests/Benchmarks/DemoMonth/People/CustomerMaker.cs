using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Output;
using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.People;

/// <summary>Makes up one debtor at a time.</summary>
internal sealed class CustomerMaker(DeterministicRandom random, InventedWords words, Firms firms, FictitiousIbans ibans)
{
    public Customer Business(int number)
    {
        var name = firms.Business();
        var place = SomePlace();
        var debtor = Known(number, name, DebtorKind.Business, place) with
        {
            Email = Mostly(86, Invariant($"{random.Pick(["compta", "comptabilite", "factures", "contact"])}@{Slug(name)}.example")),
            Phone = Mostly(84, PhoneIn(place)),
        };
        return Paying(debtor, firms.AsPayer(name), random.Pick([30, 30, 45, 60, 60]), knownPerCent: 62);
    }

    public Customer Consumer(int number)
    {
        var first = words.FirstName();
        var last = words.Surname();
        var place = SomePlace();
        var debtor = Known(number, $"{first} {last}", DebtorKind.Consumer, place) with
        {
            Email = Mostly(80, Slug($"{first}.{last}") + "@courriel.example"),
            Phone = Mostly(88, PhoneIn(place with { PhonePrefix = Places.Mobile })),
        };
        return Paying(debtor, PersonAsPayer(first, last), random.Pick([15, 30]), knownPerCent: 40);
    }

    public Customer Abroad(int number, (string Name, string Country, string Language, string Address, string Postcode, string City) firm)
    {
        var debtor = new Debtor
        {
            Id = Key(number), Name = firm.Name, CustomerNumber = CustomerNumber(number), Country = firm.Country,
            Language = firm.Language, Address = firm.Address, Postcode = firm.Postcode, City = firm.City,
            Email = $"accounts@{Slug(firm.Name)}.example",
        };
        return Paying(debtor, firm.Name.ToUpperInvariant(), 45, knownPerCent: 50) with { PaysTo = InventedCreditor.Atlantide };
    }

    public Customer Public(int number, (string Name, string Payer, Place Place) body)
    {
        var debtor = Known(number, body.Name, DebtorKind.Public, body.Place) with { Email = $"mandatement@{Slug(body.Name)}.example" };
        return Paying(debtor, body.Payer, 30, knownPerCent: 100);
    }

    /// <summary>Letters and digits of a name, for an address on the net.</summary>
    public static string Slug(string name) =>
        string.Concat(BankText.Plain(name).ToLowerInvariant().Replace(' ', '-').Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'))
            .Replace("---", "-", StringComparison.Ordinal).Replace("--", "-", StringComparison.Ordinal);

    private static string Key(int number) => Invariant($"D{number:000}");

    private static string CustomerNumber(int number) => Invariant($"C4{(number * 37) % 1000:000}{number % 10}");

    private Debtor Known(int number, string name, DebtorKind kind, Place place) => new()
    {
        Id = Key(number),
        Name = name,
        Kind = kind,
        CustomerNumber = CustomerNumber(number),
        Address = Mostly(95, Invariant($"{random.Between(1, 98)} {random.Pick(Places.Streets)}")),
        Postcode = place.Postcode,
        City = place.City,
    };

    private Customer Paying(Debtor debtor, string payerName, int termDays, int knownPerCent)
    {
        var (iban, bic) = ibans.In(debtor.Country);
        var isKnown = random.Chance(knownPerCent);
        ImmutableArray<Iban> known = isKnown ? [iban] : [];
        if (isKnown && random.Chance(12))
            known = known.Add(ibans.In(debtor.Country).Iban);
        return new Customer
        {
            Debtor = debtor with { Ibans = known },
            PayingAccount = iban,
            PayingBank = bic,
            PayerName = payerName,
            TermDays = termDays,
            PaysTo = random.Below(100) switch
            {
                < 42 => InventedCreditor.Atlantide,
                < 70 => InventedCreditor.Boreal,
                _ => InventedCreditor.Ceres,
            },
        };
    }

    private string PersonAsPayer(string first, string last) => random.Below(10) switch
    {
        < 3 => $"{first} {last}".ToUpperInvariant(),
        < 5 => $"{last} {first}".ToUpperInvariant(),
        < 8 => $"M OU MME {last} {first[..1]}".ToUpperInvariant(),
        < 9 => $"{first} {last}",
        _ => $"{first[..1]}. {last}".ToUpperInvariant(),
    };

    private Place SomePlace() => random.Below(100) switch
    {
        < 82 => random.Pick(Places.Mainland),
        < 93 => random.Pick(Places.AlsaceMoselle),
        _ => random.Pick(Places.Overseas),
    };

    private string PhoneIn(Place place)
    {
        var number = random.Digits(4);
        return $"{place.PhonePrefix} {number[..2]} {number[2..]}";
    }

    private string? Mostly(int perCent, string text) => random.Chance(perCent) ? text : null;
}
