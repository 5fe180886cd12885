using System.Collections.Immutable;
using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>
/// A payment with what does not change while its batch is matched: what it shows, what it names, who pays, and which
/// accounts come into question. <see cref="Now"/> gives what it may be for as things stand.
/// </summary>
internal sealed class PaymentProposals
{
    // More documents of one amount say nothing by the amount alone.
    private const int MostOfAmount = 20;
    private const int MostAccounts = 40;

    private readonly Clues _clues;
    private readonly Payer _payer;
    private readonly MatchSettings _settings;
    private readonly ImmutableArray<(OpenAccount Account, PartyFit Party)> _fits;

    public PaymentProposals(Payment payment, MatchSettings settings)
    {
        _settings = settings;
        _clues = Clues.Of(payment);
        Naming = Naming.Of(_clues, settings.Open);
        _payer = Payer.Of(_clues, settings.Open, settings.History);
        Accounts = AccountsInQuestion();
        _fits = [.. Accounts.Select(account => (account, _payer.Fit(account)))];
    }

    /// <summary>What the payment names.</summary>
    public Naming Naming { get; }

    /// <summary>The accounts that come into question; nothing else has a bearing on the proposals.</summary>
    public ImmutableArray<OpenAccount> Accounts { get; }

    /// <summary>Everything that the payment may be for, as things stand, in no particular order.</summary>
    public List<Proposal> Now(Remaining remaining)
    {
        var proposals = new List<Proposal>();
        foreach (var (account, party) in _fits)
            proposals.AddRange(new AccountProposals(_clues, account, party, Naming, remaining, _settings).All());
        if (Across(remaining) is { } across)
            proposals.Add(across);
        return proposals;
    }

    private ImmutableArray<OpenAccount> AccountsInQuestion()
    {
        var ofAmount = NamesItsAmount() ? [] : _settings.Open.DocumentsWith(IndexKeys.OfAmount(_clues.Payment.Amount));
        var named = Naming.All.OrderByDescending(named => named.Value.Points).ThenBy(named => named.Key.Parts[0].Position);
        return
        [
            .. named.Select(named => named.Key.Account).Concat(_payer.Accounts)
                .Concat(ofAmount.Count <= MostOfAmount ? ofAmount.Select(document => document.Account) : [])
                .Where(account => account.Id.Currency == _clues.Currency).Distinct().Take(MostAccounts),
        ];
    }

    /// <summary>Several numbers, or one of the amount: beside them, that others have the amount too says next to nothing.</summary>
    private bool NamesItsAmount()
    {
        var strong = Naming.All.Where(named => named.Value.IsStrong).Select(named => named.Key).ToList();
        return strong.Count > 1 || strong.Exists(document => document.Parts.Sum(part => part.Item.Open.MinorUnits) == _clues.Amount);
    }

    /// <summary>A payment for several debtors, each with documents that it names, which together come to its amount.</summary>
    private Proposal? Across(Remaining remaining)
    {
        var strong = Naming.All.Where(named => named.Value.IsStrong && named.Key.Account.Id.Currency == _clues.Currency)
            .Select(named => named.Key).OrderBy(document => document.Parts[0].Position).ToList();
        if (strong.Select(document => document.Account).Distinct().Count() < 2)
            return null;
        var booked = _clues.Payment.BookedOn;
        var choices = strong.Select(document => new SettlingChoice(document, SettlingOptions.Of(document, remaining, booked), IsRequired: true));
        return ExactSets.Of(choices, _clues.Amount, strong.Count, 1).Found is [var set] && SharesOf(set, remaining) is { Length: > 1 } shares
            ? DraftOf(set, shares[0].Account).Across(shares)
            : null;
    }

    private ProposalDraft DraftOf(ExactSet set, OpenAccount first)
    {
        var draft = new ProposalDraft(_clues, first, _payer.Fit(first), Naming);
        new AmountSentences(_clues).Exact(draft, set, Weights.AmountOfNamed);
        return draft;
    }

    /// <summary>The shares of the accounts; none where one would have to give money to another.</summary>
    private static ImmutableArray<ProposedShare> SharesOf(ExactSet set, Remaining remaining)
    {
        var shares =
            from member in set.Members
            group member by member.Document.Account into account
            orderby account.Key.Id
            select new ProposedShare(account.Key, [.. account.SelectMany(m => SettlingOptions.Parts(m.Document, m.Option, remaining))], 0);
        var all = shares.ToImmutableArray();
        return all.All(share => share.Parts.Sum(part => part.Money) >= 0) ? all : [];
    }
}
