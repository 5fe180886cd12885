using System.Collections.Immutable;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>
/// Makes statements of entries. Entries in the order of booking pass through at once; a statement ends where the account
/// or the currency changes. Where the file has the newest first, or alternates between accounts, entries are held, at
/// most <see cref="MaxHeld"/> of them: a longer file comes out as several statements of the same account, each with
/// the balances of its own part.
/// </summary>
internal sealed class CsvStatements(CsvProfile profile, int line, Balance? opening, Balance? closing, PartBuffer parts)
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

    /// <summary>The place that the next entry has; 0 where it is not known yet.</summary>
    public int PlaceOf(BankAccountId account, Currency currency) =>
        Holds ? 0 : _last is { } last && last.Account == account && last.Currency == currency ? _position + 1 : 1;

    /// <summary>Adds an entry.</summary>
    public void Add(CsvEntry entry)
    {
        if (!Holds)
        {
            Pass(entry, null);
            return;
        }

        _held.Add(entry);
        if (_held.Count == MaxHeld)
            Release();
    }

    /// <summary>Ends what is open; a file without entries is a statement without entries.</summary>
    public void Finish(BankAccountId account, Currency? currency, int lastLine)
    {
        Release();
        Close();
        if (_hasStatement || currency is not { } own)
            return;
        parts.Add(Head(account, own, opening));
        parts.Add(new StatementClosed { Closing = closing, Line = lastLine });
    }

    private void Release()
    {
        foreach (var group in _held.GroupBy(e => (e.Account, e.Currency)))
        {
            ImmutableArray<CsvEntry> entries = profile.NewestFirst ? [.. group.Reverse()] : [.. group];
            foreach (var entry in entries)
                Pass(entry, entries);
            Close();
        }

        _held.Clear();
    }

    // The opening balance is worked out from the entries known when the statement opens: those, or the entry alone.
    private void Pass(CsvEntry entry, IReadOnlyList<CsvEntry>? known)
    {
        if (_last is { } last && (last.Account != entry.Account || last.Currency != entry.Currency))
            Close();
        if (_last is null)
        {
            var stated = _openingIsUsed ? null : opening;
            _openingIsUsed = true;
            parts.Add(Head(entry.Account, entry.Currency, stated ?? CsvBalances.Before(known ?? [entry])));
        }

        _last = entry;
        _balance = CsvBalances.After(_balance, entry);
        parts.Add(entry.Entry.Position == ++_position ? entry.Entry : entry.Entry with { Position = _position });
    }

    private void Close()
    {
        if (_last is not { } last)
            return;
        var isFirst = !_hasClosed;
        _hasClosed = true;
        parts.Add(new StatementClosed { Closing = (isFirst ? closing : null) ?? _balance, Line = last.LastLine });
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
