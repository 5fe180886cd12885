using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>
/// Makes statements of entries. Entries in the order of booking pass through at once; a statement ends where the account
/// or the currency changes. Where the file has the newest first, or alternates between accounts, entries are held, at
/// most <see cref="MaxHeld"/> of them: a longer file comes out as several statements of the same account, each with
/// the balances of its own part.
/// </summary>
internal sealed class CsvStatements(CsvProfile profile, int line, Balance? opening, Balance? closing)
{
    /// <summary>The number of entries that are held.</summary>
    public const int MaxHeld = 20_000;

    private readonly List<CsvEntry> _held = [];
    private CsvEntry? _last;
    private Balance? _balance;
    private int _position;
    private bool _openingIsUsed;
    private bool _hasStatement;
    private bool _hasClosed;

    private bool Holds => profile.NewestFirst || profile.Interleaved;

    /// <summary>The parts that an entry completes.</summary>
    public IEnumerable<StatementPart> Add(CsvEntry entry)
    {
        if (!Holds)
            return Pass(entry);
        _held.Add(entry);
        return _held.Count < MaxHeld ? [] : Release();
    }

    /// <summary>The parts that remain; a file without entries is a statement without entries.</summary>
    public IEnumerable<StatementPart> Finish(BankAccountId account, Currency? currency, int lastLine)
    {
        foreach (var part in Release().Concat(Close()))
            yield return part;
        if (_hasStatement || currency is not { } own)
            yield break;
        yield return Head(account, own, opening);
        yield return new StatementClosed { Closing = closing, Line = lastLine };
    }

    private IEnumerable<StatementPart> Release()
    {
        if (_held.Count == 0)
            yield break;
        foreach (var group in _held.GroupBy(e => (e.Account, e.Currency)))
        {
            ImmutableArray<CsvEntry> entries = profile.NewestFirst ? [.. group.Reverse()] : [.. group];
            foreach (var part in entries.SelectMany(entry => Pass(entry, entries)).Concat(Close()))
                yield return part;
        }

        _held.Clear();
    }

    private IEnumerable<StatementPart> Pass(CsvEntry entry) => Pass(entry, [entry]);

    // The opening balance is worked out from the entries known when the statement opens.
    private IEnumerable<StatementPart> Pass(CsvEntry entry, ImmutableArray<CsvEntry> known)
    {
        if (_last is { } last && (last.Account, last.Currency) != (entry.Account, entry.Currency))
        {
            foreach (var part in Close())
                yield return part;
        }

        if (_last is null)
        {
            var stated = _openingIsUsed ? null : opening;
            _openingIsUsed = true;
            yield return Head(entry.Account, entry.Currency, stated ?? CsvBalances.Before(known));
        }

        _last = entry;
        _balance = CsvBalances.After(_balance, entry);
        yield return entry.Entry with { Position = ++_position };
    }

    private IEnumerable<StatementPart> Close()
    {
        if (_last is not { } last)
            yield break;
        var isFirst = !_hasClosed;
        _hasClosed = true;
        yield return new StatementClosed { Closing = (isFirst ? closing : null) ?? _balance, Line = last.LastLine };
        _last = null;
        _balance = null;
        _position = 0;
    }

    private StatementOpened Head(BankAccountId account, Currency currency, Balance? before)
    {
        _hasStatement = true;
        return new StatementOpened
        {
            Format = StatementFormat.Csv,
            Kind = StatementKind.EndOfDay,
            Account = account,
            Currency = currency,
            Opening = before,
            Line = line,
        };
    }
}
