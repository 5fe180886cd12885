using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Domain.Receivables;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.People;

/// <summary>The creditor's debtors, and the drawing of them: whoever has the fewest documents comes first.</summary>
internal sealed class CustomerBook
{
    private const int Businesses = 82;
    private const int Consumers = 30;

    private readonly Dictionary<string, int> _documents = [];
    private readonly CustomerMaker _maker;

    public CustomerBook(DeterministicRandom random, InventedWords words)
    {
        _maker = new CustomerMaker(random, words, new Firms(random, words), new FictitiousIbans(random));
        var kinds = Enumerable.Repeat(DebtorKind.Business, Businesses).Concat(Enumerable.Repeat(DebtorKind.Consumer, Consumers));
        var makers = random.Shuffle(kinds.Select<DebtorKind, Func<int, Customer>>(kind =>
            kind == DebtorKind.Consumer ? number => _maker.Consumer(number) : _maker.Business));
        All =
        [
            .. makers.Select((make, index) => make(index + 1)),
            .. Firms.Abroad.Select((firm, index) => _maker.Abroad(Businesses + Consumers + index + 1, firm)),
            .. PublicBodies.Select((body, index) => _maker.Public(Businesses + Consumers + Firms.Abroad.Length + index + 1, body)),
        ];
    }

    private static ImmutableArray<(string Name, string Payer, Place Place)> PublicBodies { get; } =
    [
        ("Commune de Valprairie-sur-Orne", "SGC VALPRAIRIE", new Place("14900", "Valprairie-sur-Orne", "02 61 91")),
        ("Centre hospitalier de Montrouvray", "TRESORERIE HOSPITALIERE MONTROUVRAY", new Place("67990", "Montrouvray", "03 53 01")),
    ];

    /// <summary>Every debtor, by number.</summary>
    public ImmutableArray<Customer> All { get; private set; }

    /// <summary>The next debtor of a kind.</summary>
    public Customer Next(Func<Customer, bool> fits)
    {
        var customer = All.Where(fits).MinBy(c => _documents.GetValueOrDefault(c.Debtor.Id))
            ?? throw new InvalidOperationException("No debtor fits.");
        return customer;
    }

    /// <summary>Counts a document of a debtor.</summary>
    public void Count(Customer customer) =>
        _documents[customer.Debtor.Id] = _documents.GetValueOrDefault(customer.Debtor.Id) + 1;

    /// <summary>Two consumers of one surname and the same initial, neither with a known account nor any document.</summary>
    public (Customer First, Customer Second) Homonyms(string surname, string first, string second, HouseAccount paysTo)
    {
        var pair = All.Where(c => c.IsConsumer && !_documents.ContainsKey(c.Debtor.Id)).Take(2).ToArray();
        return (Rename(pair[0], first), Rename(pair[1], second));

        Customer Rename(Customer customer, string firstName)
        {
            var renamed = customer with
            {
                Debtor = customer.Debtor with
                {
                    Name = $"{firstName} {surname}",
                    Ibans = [],
                    Email = customer.Debtor.Email is null ? null : CustomerMaker.Slug($"{firstName}.{surname}") + "@courriel.example",
                },
                PayerName = Invariant($"M OU MME {surname} {firstName[..1]}").ToUpperInvariant(),
                PaysTo = paysTo,
            };
            All = All.Replace(customer, renamed);
            Count(renamed);
            return renamed;
        }
    }
}
