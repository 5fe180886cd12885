using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>Makes statement parts of the rows of one file.</summary>
internal sealed class CsvReading(CsvLayout layout, PartBuffer parts)
{
    private readonly CsvProfile _profile = layout.Profile;
    private readonly CsvRowKinds _kinds = new(layout);
    private readonly CsvPreamble _preamble = new(layout.Profile.Preamble);
    private readonly List<Diagnostic> _findings = [];
    private CsvEntryReading? _entries;
    private CsvStatements? _statements;
    private BankAccountId _account;
    private Currency? _currency;
    private CsvEntry? _current;
    private int _lastLine;
    private int _ignored;
    private int _firstIgnoredLine;
    private bool _hasEnded;

    /// <summary>Reads on and adds the parts that come of it; false behind the last.</summary>
    public bool Step(CsvRows rows)
    {
        if (_entries is not { } entries || _statements is not { } statements)
            return Begin(rows);
        var goesOn = rows.Next();
        if (goesOn)
            Row(rows.Current, entries, statements);
        else
            End(statements);
        return goesOn;
    }

    private bool Begin(CsvRows rows)
    {
        var line = 1;
        Currency? found = null;
        if (!_profile.WithoutHeader && Header(rows, out line, out found) is { } missing)
        {
            parts.Add(missing);
            return false;
        }

        _currency = found ?? StatedCurrency();
        if (_currency is null && _profile.Columns.Currency is null)
        {
            parts.Add(DiagnosticRules.CurrencyUnknown.At("The file does not state its currency; its rows are not read.", line, _profile.Preamble.Currency, _preamble.Currency));
            return false;
        }

        _lastLine = line;
        _account = BankAccountId.FromText(_preamble.Account ?? _profile.Account ?? "");
        _statements = new CsvStatements(_profile, line, StatedBalance(_preamble.Opening, _currency), StatedBalance(_preamble.Closing, _currency), parts);
        _entries = new CsvEntryReading(layout, _account, _currency);
        return true;
    }

    private Diagnostic? Header(CsvRows rows, out int line, out Currency? currency)
    {
        currency = null;
        line = 0;
        while (rows.Next())
        {
            line = rows.Current.Line;
            if (layout.IsHeader(rows.Current, out currency))
                return null;
            _preamble.Add(rows.Current);
        }

        return DiagnosticRules.SyntaxInvalid.At(
            $"There is no header row of the profile {_profile.Name}: {string.Join(_profile.Separator, _profile.Header)}", line);
    }

    private Currency? StatedCurrency()
    {
        foreach (var word in (_preamble.Currency ?? "").Split(' ').Append(_profile.Currency ?? ""))
        {
            if (Currency.TryOf(word, out var currency))
                return currency;
        }

        return null;
    }

    private Balance? StatedBalance((string Text, int Line)? stated, Currency? currency)
    {
        if (stated is not { } figure || currency is not { } own)
            return null;
        var reading = CsvAmount.Read(figure.Text, _profile, own, out var amount);
        if (AmountFindings.Of(reading, amount, "balance", figure.Text, figure.Line) is { } finding)
            _findings.Add(finding);
        return reading is AmountReading.Exact or AmountReading.OverPrecise ? new Balance(amount, null) : null;
    }

    private void Row(CsvRow row, CsvEntryReading entries, CsvStatements statements)
    {
        _lastLine = row.Line;
        if (row.Fault is not null)
            _findings.Add(DiagnosticRules.SyntaxInvalid.At(row.Fault, row.Line));
        if (!row.IsEmpty)
        {
            var kind = _hasEnded ? CsvRowKind.End : _kinds.Of(row);
            if (kind == CsvRowKind.Continuation && _current is { } entry)
                _current = entry.ContinuedBy(row);
            else if (kind is CsvRowKind.Ignored or CsvRowKind.Continuation)
                Ignore(row);
            else if (kind == CsvRowKind.End)
                PassTrailer(row);
            else
            {
                Flush(statements);
                _current = entries.Read(row, statements, _findings);
            }
        }

        GiveFindings();
    }

    private void End(CsvStatements statements)
    {
        Flush(statements);
        statements.Finish(_account, _currency, _lastLine);
        GiveFindings();
        if (_ignored > 0)
            parts.Add(DiagnosticRules.FormatTolerated.At(
                $"{_ignored} row(s) are no entries by the rules of the profile {_profile.Name}, the first on line {_firstIgnoredLine}.", _firstIgnoredLine));
    }

    private void Flush(CsvStatements statements)
    {
        if (_current is not { } entry)
            return;
        _current = null;
        statements.Add(entry);
    }

    private void Ignore(CsvRow row)
    {
        if (_ignored++ == 0)
            _firstIgnoredLine = row.Line;
    }

    // What follows the last entry must not hold another.
    private void PassTrailer(CsvRow row)
    {
        if (_hasEnded && _kinds.HasAmount(row) && layout.BookingDate.Any(place => layout.TryReadDay(row.Utf8(place), out _)))
            _findings.Add(DiagnosticRules.SequenceInvalid.At("An entry stands below the end of the table; it is not read.", row.Line));
        _hasEnded = true;
        Ignore(row);
    }

    private void GiveFindings()
    {
        foreach (var finding in _findings)
            parts.Add(finding);
        _findings.Clear();
    }
}
