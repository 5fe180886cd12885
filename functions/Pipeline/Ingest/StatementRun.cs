using Reconciliation.Domain.Statements;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>
/// Statements of a file that open where the one before closed: to the books they are one, wherever the bank cut them.
/// Gives entries their occurrence numbers, and knows at the end whether the books have room for them.
/// </summary>
/// <param name="books">The account before it; null where nothing is in the books.</param>
/// <param name="opened">Its first statement.</param>
/// <param name="continues">It opens where the books end.</param>
/// <param name="isNext">The first statement's number is the next one, or its day a later one.</param>
internal sealed class StatementRun(BalanceChain? books, StatementOpened opened, bool continues, bool isNext)
{
    private readonly FingerprintCounts _counts = new();
    private readonly Dictionary<string, int> _before = [];
    private StatedEntries _stated = new() { Opening = opened.Opening, Continues = continues, IsNext = isNext };

    /// <summary>Its first statement.</summary>
    public StatementOpened Opened { get; } = opened;

    /// <summary>The books hold all of it, and their balances stand on both sides of it.</summary>
    public bool IsKnown =>
        books is not null && !_stated.HasUnknown && !(continues && _stated.HasKnown)
        && !(_stated.Opening?.Day < books.Opening?.Day) && _stated.Closing?.Day <= books.Closing?.Day;

    /// <summary>The books and their balances agree with it.</summary>
    public bool IsAllowed => books?.Allows(_stated) ?? true;

    /// <summary>The account behind it.</summary>
    public BalanceChain? Books => IsKnown ? books
        : books?.With(_stated.Opening, _stated.Closing, continues ? _stated.All : _stated.Unknown)
        ?? new BalanceChain(_stated.Opening, _stated.Closing, _stated.All);

    /// <summary>The how-manieth of its fingerprint an entry is in it, from 1.</summary>
    public int Count(string fingerprint, DateOnly day)
    {
        if (!(_stated.FirstDay <= day))
            _stated = _stated with { FirstDay = day };
        return _counts.Next(fingerprint);
    }

    /// <summary>The identity of an entry, once it is known how many of its fingerprint there are already.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="fingerprint">Its fingerprint.</param>
    /// <param name="count">The how-manieth of it in the run.</param>
    /// <param name="known">How many of it the books and the file's earlier statements hold.</param>
    public EntryIdentity Identify(StatementEntry entry, string fingerprint, int count, int known)
    {
        var isUnknown = count > known;
        _stated = _stated with
        {
            All = _stated.All + entry.Amount.MinorUnits,
            Unknown = _stated.Unknown + (isUnknown ? entry.Amount.MinorUnits : 0),
            HasUnknown = _stated.HasUnknown || isUnknown,
            HasKnown = _stated.HasKnown || !isUnknown,
        };
        if (continues && known > 0)
            _before[fingerprint] = known;
        return new EntryIdentity(fingerprint, count + _before.GetValueOrDefault(fingerprint));
    }

    /// <summary>Raises counts to the highest occurrence number of each fingerprint in it.</summary>
    public void RaiseTo(FingerprintCounts shown)
    {
        shown.RaiseTo(_counts);
        foreach (var (fingerprint, known) in _before)
            shown.RaiseTo(fingerprint, known + _counts.Of(fingerprint));
    }

    /// <summary>One of its statements ends.</summary>
    public void Close(StatementClosed closed) => _stated = _stated with { Closing = closed.Closing };
}
