using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>Who pays, as far as the index and the history know: the accounts it may pay for, and how well each fits.</summary>
internal sealed class Payer
{
    // Per cent of similarity.
    private const int Equal = 95;
    private const int Close = 90;
    private const int Alike = 75;
    private const int Unlike = 50;

    // Where more debtors share a word, it takes half of the name or a second word to look at one.
    private const int MostOfCommonWord = 24;
    private const int MostNamesCompared = 400;

    private readonly Clues _clues;

    // Debtors with the account that says so.
    private readonly SortedDictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _learntByAccount = new(StringComparer.Ordinal);
    private readonly HashSet<string> _learntByName = new(StringComparer.Ordinal);
    private bool _isDoubtfulAccount;
    private bool _isDoubtfulName;
    private readonly HashSet<string> _namesakes = new(StringComparer.Ordinal);
    private readonly Dictionary<OpenAccount, int> _nameSimilarity = [];
    private readonly List<OpenAccount> _accounts = [];

    private Payer(Clues clues) => _clues = clues;

    /// <summary>The accounts of which something says that the payer pays for them, in order of their keys.</summary>
    public IReadOnlyList<OpenAccount> Accounts => _accounts;

    /// <summary>Looks the payer up.</summary>
    public static Payer Of(Clues clues, OpenItems open, PaymentHistory history)
    {
        var payer = new Payer(clues);
        var found = new HashSet<OpenAccount>();
        payer.ByAccount(open, history, found);
        payer.ByName(open, history, found);
        foreach (var key in clues.ReferenceKeys)
            found.UnionWith(open.AccountsWith(key).Where(account => payer.CustomerNumber(account) is not null));
        payer._accounts.AddRange(found.Where(account => account.Id.Currency == clues.Currency).OrderBy(account => account.Id));
        return payer;
    }

    /// <summary>How well the payer fits the debtor of an account.</summary>
    public PartyFit Fit(OpenAccount account)
    {
        var facts = new List<Fact>();
        AddAccountFacts(account, facts);
        AddNameFacts(account, facts);
        if (CustomerNumber(account) is { } mention)
            facts.Add(new Fact(mention.Evidence, mention.Points * 2 / 3));
        return PartyFit.Of(facts);
    }

    private void ByAccount(OpenItems open, PaymentHistory history, HashSet<OpenAccount> found)
    {
        foreach (var key in _clues.PayerAccounts)
        {
            foreach (var account in open.AccountsWith(IndexKeys.OfAccount(key)))
            {
                _owners.TryAdd(account.Debtor.Id, key);
                found.Add(account);
            }

            foreach (var debtor in history.DebtorsOfAccount(key))
                _learntByAccount.TryAdd(debtor, key);
            _isDoubtfulAccount |= history.IsDoubtful(key);
        }

        foreach (var debtor in _learntByAccount.Keys)
            found.UnionWith(open.AccountsOf(debtor));
    }

    private void ByName(OpenItems open, PaymentHistory history, HashSet<OpenAccount> found)
    {
        foreach (var name in _clues.PayerNames)
        {
            _learntByName.UnionWith(history.DebtorsOfName(name));
            _isDoubtfulName |= history.IsDoubtful(name);
        }

        foreach (var debtor in _learntByName)
            found.UnionWith(open.AccountsOf(debtor));
        foreach (var account in Namesakes(open).Where(account => NameSimilarity(account) >= Alike))
        {
            found.Add(account);
            if (NameSimilarity(account) >= Equal)
                _namesakes.Add(account.Debtor.Id);
        }
    }

    /// <summary>The accounts whose debtor shares a telling word with the payer, or two common ones, as many as are worth a look.</summary>
    private HashSet<OpenAccount> Namesakes(OpenItems open)
    {
        var namesakes = new HashSet<OpenAccount>();
        IReadOnlyList<OpenAccount>? common = null;
        var words = IndexKeys.NameWordsOf(_clues).Select(word => (Word: word, Accounts: open.AccountsWith(IndexKeys.OfNameWord(word))))
            .Where(found => found.Accounts.Count > 0).OrderBy(found => found.Accounts.Count);
        foreach (var (word, accounts) in words)
        {
            if (accounts.Count > MostNamesCompared)
                break;
            if (accounts.Count <= MostOfCommonWord || IsHalf(word))
                namesakes.UnionWith(accounts);
            else if (common is null)
                common = accounts;
            else
                namesakes.UnionWith(accounts.Intersect(common));
        }

        return namesakes;
    }

    private bool IsHalf(string word) => _clues.PayerNames.Any(name => 2 * word.Length >= name.Letters && name.Words.Contains(word));

    private int NameSimilarity(OpenAccount account)
    {
        if (_nameSimilarity.TryGetValue(account, out var known))
            return known;
        var best = 0;
        foreach (var name in _clues.PayerNames)
            best = Math.Max(best, name.Similarity(account.Name));
        if (best < Alike)
            best = Math.Max(best, account.Name.SimilarityWithin(_clues.Words));
        return _nameSimilarity[account] = best;
    }

    private void AddAccountFacts(OpenAccount account, List<Fact> facts)
    {
        var debtor = account.Debtor;
        if (_owners.TryGetValue(debtor.Id, out var known))
            facts.Add(Of(EvidenceKind.AccountKnown, Alone(_owners.Count, Weights.AccountKnown), known, debtor.Name));
        else if (_learntByAccount.TryGetValue(debtor.Id, out var learnt))
            facts.Add(Of(EvidenceKind.AccountLearnt, Alone(_learntByAccount.Count, Weights.AccountLearnt, _isDoubtfulAccount), learnt, debtor.Name));
        else if (_owners.Concat(_learntByAccount).FirstOrDefault() is { Key: { } other } another)
            facts.Add(Of(EvidenceKind.AccountOfAnother, IsNamedAsDebtor(account) ? Weights.AccountOfAnotherOnBehalf : Weights.AccountOfAnother, another.Value, other));
        AddSeveral(facts);
    }

    /// <summary>Who pays for several debtors does not say by paying for which.</summary>
    private void AddSeveral(List<Fact> facts)
    {
        var byAccount = _owners.Keys.Union(_learntByAccount.Keys).Count();
        if (_learntByAccount.Count > 0 || _isDoubtfulAccount)
        {
            if (byAccount > 1 || _isDoubtfulAccount)
                facts.Add(Of(EvidenceKind.PayerOfSeveral, 0, _clues.PayerAccounts[0]));
        }
        else if (_owners.Count == 0 && (_learntByName.Count > 1 || _isDoubtfulName))
        {
            facts.Add(Of(EvidenceKind.PayerOfSeveral, 0, _clues.PayerNames[0].Written));
        }
    }

    /// <summary>The text says that it is paid for this debtor.</summary>
    private bool IsNamedAsDebtor(OpenAccount account) => _clues.OnBehalf.Any(name => name.Similarity(account.Name) >= Close);

    private void AddNameFacts(OpenAccount account, List<Fact> facts)
    {
        var written = _clues.PayerNames.IsEmpty ? account.Name.ToString() : _clues.PayerNames[0].Written;
        var similarity = NameSimilarity(account);
        if (similarity >= Equal)
            facts.Add(Of(EvidenceKind.NameEqual, similarity == 100 ? Weights.NameEqual : Weights.NameCut, written));
        else if (_learntByName.Contains(account.Debtor.Id))
            facts.Add(Of(EvidenceKind.NameLearnt, Alone(_learntByName.Count, Weights.NameLearnt, _isDoubtfulName), written, account.Debtor.Name));
        else if (similarity >= Alike)
            facts.Add(Of(EvidenceKind.NameSimilar, PointsOf(similarity), written, account.Debtor.Name));
        else if (_namesakes.Count > 0)
            facts.Add(Of(EvidenceKind.NameDiffers, Weights.NameOfAnother, written, account.Debtor.Name));
        else if (similarity < Unlike && !_clues.PayerNames.IsEmpty)
            facts.Add(Of(EvidenceKind.NameDiffers, Weights.NameDiffers, written, account.Debtor.Name));
    }

    private static Fact Of(EvidenceKind kind, int points, params ReadOnlySpan<string> values) => new(Evidence.Of(kind, values), points);

    /// <summary>What is known of several debtors points to each of them less.</summary>
    private static int Alone(int debtors, int points, bool isDoubtful = false) =>
        debtors == 1 && !isDoubtful ? points : Weights.AccountOfSeveral;

    private int PointsOf(int similarity) =>
        _namesakes.Count > 0 ? Weights.NameAlikeBesideEqual : similarity >= Close ? Weights.NameClose : Weights.NameAlike;

    private Mention? CustomerNumber(OpenAccount account) =>
        account.CustomerNumber is { Compact.Length: >= 4 } number ? Mentions.Exact(_clues, number, EvidenceKind.CustomerNumberFound) : null;
}
