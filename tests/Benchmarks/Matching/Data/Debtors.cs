using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>The debtors of a block, made one after another; some resemble the one before, some belong to a group.</summary>
internal sealed class Debtors(DeterministicRandom random, Noise noise, Prices prices, int block)
{
    private readonly MadeUpNames _names = new(random.Fork("names"));
    private readonly FictitiousIbans _ibans = new(random.Fork("ibans"));
    private PayingDebtor? _parent;
    private string _group = "";

    public List<PayingDebtor> All { get; } = [];

    /// <summary>Payers that were confirmed before.</summary>
    public List<(PayingDebtor Payer, PayingDebtor For)> Confirmed { get; } = [];

    /// <summary>One of them.</summary>
    public PayingDebtor Any() => random.Pick(All);

    /// <summary>Makes another.</summary>
    public PayingDebtor Add()
    {
        var added = Make();
        All.Add(added);
        if (random.Chance(noise.PayersConfirmed))
            Confirmed.Add((added, added));
        if (added.Parent is { } parent && random.Chance(noise.PayersConfirmed))
            Confirmed.Add((parent, added));
        return added;
    }

    /// <summary>An account that the creditor knows of nobody.</summary>
    public Iban UnknownAccount() => _ibans.In("FR").Iban;

    /// <summary>Somebody who owes nothing.</summary>
    public string Stranger() => random.Chance(50) ? _names.Firm("fr") : _names.Person();

    private PayingDebtor Make()
    {
        switch (random.Below(100))
        {
            case < 6 when _parent is null:
                _group = _names.Group();
                return _parent = Of($"{_group} Holding SA", "FR", "fr", DebtorKind.Business, null);
            case < 16 when _parent is not null:
                return Of(_names.Subsidiary(_group), "FR", "fr", DebtorKind.Business, random.Chance(85) ? _parent : NoLonger());
            case < 24 when All.Count > 0 && All[^1] is { } before && before.Parent is null:
                var name = before.IsPerson ? _names.Relative(before.Debtor.Name) : _names.Resembling(before.Debtor.Name);
                return Of(name, before.Debtor.Country, before.Language, before.Debtor.Kind, null);
            case < 27:
                return Of(_names.ThreeLetters(), "FR", "fr", DebtorKind.Business, null);
            case < 43:
                return Of(_names.Person(), "FR", "fr", DebtorKind.Consumer, null);
            case < 57:
                return Of(_names.Firm("de"), "DE", "de", DebtorKind.Business, null);
            case < 69:
                return Of(_names.Firm("en"), random.Pick(["GB", "IE"]), "en", DebtorKind.Business, null);
            default:
                return Of(_names.Firm("fr"), random.Chance(10) ? "BE" : "FR", "fr", DebtorKind.Business, null);
        }
    }

    private PayingDebtor? NoLonger()
    {
        var last = _parent;
        _parent = null;
        return last;
    }

    private PayingDebtor Of(string name, string country, string language, DebtorKind kind, PayingDebtor? parent)
    {
        var place = All.Count;
        var (account, bank) = _ibans.In(country);
        ImmutableArray<Iban> known = random.Chance(noise.AccountsKnown) ? [account] : [];
        return new PayingDebtor
        {
            Debtor = new Debtor
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"D{block:00000}{place:0000}"),
                Name = name,
                Kind = kind,
                CustomerNumber = string.Create(CultureInfo.InvariantCulture, $"C{40_000 + (block * 1500L) + place}"),
                Ibans = known,
                Country = country,
                Language = language,
            },
            Account = account,
            Bank = bank,
            Parent = parent,
            ContractCents = random.Chance(22) ? prices.Contract() : null,
            LastPaid = LabelledDays.FirstPayment.AddDays(random.Below(30)),
        };
    }
}
