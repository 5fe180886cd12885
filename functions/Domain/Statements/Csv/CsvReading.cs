using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>Makes statement parts of the rows of one file.</summary>
internal sealed class CsvReading(CsvLayout layout)
{
    private readonly CsvProfile _profile = layout.Profile;
    private readonly CsvRowKinds _kinds = new(layout);
    private readonly CsvPreamble _preamble = new(layout.Profile.Preamble);
    private readonly List<Diagnostic> _findings = [];
    private CsvEntry? _current;
    private int _ignored;
    private int _firstIgnoredLine;
    private bool _hasEnded;

    /// <summary>The parts of the file.</summary>
    public IEnumerable<StatementPart> Parts(IEnumerable<CsvRow> rows)
    {
        using var remaining = rows.GetEnumerator();
        var line = 1;
        Currency? found = null;
        if (!_profile.WithoutHeader && Header(remaining, out line, out found) is { } missing)
        {
            yield return missing;
            yield break;
        }

        var currency = found ?? StatedCurrency();
        if (currency is null && _profile.Columns.Currency is null)
        {
            yield return DiagnosticRules.CurrencyUnknown.At("The file does not state its currency; its rows are not read.", line, _profile.Preamble.Currency, _preamble.Currency);
            yield break;
        }

        var account = BankAccountId.FromText(_preamble.Account ?? _profile.Account ?? "");
        var statements = new CsvStatements(_profile, line, StatedBalance(_preamble.Opening, currency), StatedBalance(_preamble.Closing, currency));
        var entries = new CsvEntryReading(layout, account, currency);
        var lastLine = line;
        while (remaining.MoveNext())
        {
            lastLine = remaining.Current.Line;
            foreach (var part in Row(remaining.Current, entries, statements))
                yield return part;
        }

        foreach (var part in End(statements, account, currency, lastLine))
            yield return part;
    }

    private Diagnostic? Header(IEnumerator<CsvRow> rows, out int line, out Currency? currency)
    {
        currency = null;
        line = 0;
        while (rows.MoveNext())
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

    private IEnumerable<StatementPart> Row(CsvRow row, CsvEntryReading entries, CsvStatements statements)
    {
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
                foreach (var part in Flush(statements))
                    yield return part;
                _current = entries.Read(row, _findings);
            }
        }

        foreach (var finding in Findings())
            yield return finding;
    }

    private IEnumerable<StatementPart> End(CsvStatements statements, BankAccountId account, Currency? currency, int lastLine)
    {
        foreach (var part in Flush(statements).Concat(statements.Finish(account, currency, lastLine)))
            yield return part;
        foreach (var finding in Findings())
            yield return finding;
        if (_ignored > 0)
            yield return DiagnosticRules.FormatTolerated.At(
                $"{_ignored} row(s) are no entries by the rules of the profile {_profile.Name}, the first on line {_firstIgnoredLine}.", _firstIgnoredLine);
    }

    private IEnumerable<StatementPart> Flush(CsvStatements statements)
    {
        if (_current is not { } entry)
            return [];
        _current = null;
        return statements.Add(entry);
    }

    private void Ignore(CsvRow row)
    {
        if (_ignored++ == 0)
            _firstIgnoredLine = row.Line;
    }

    // What follows the last entry must not hold another.
    private void PassTrailer(CsvRow row)
    {
        if (_hasEnded && _kinds.HasAmount(row) && layout.BookingDate.Any(place => CsvDate.TryRead(row[place], _profile.DateFormats, out _)))
            _findings.Add(DiagnosticRules.SequenceInvalid.At("An entry stands below the end of the table; it is not read.", row.Line));
        _hasEnded = true;
        Ignore(row);
    }

    private Diagnostic[] Findings()
    {
        if (_findings.Count == 0)
            return [];
        Diagnostic[] findings = [.. _findings];
        _findings.Clear();
        return findings;
    }
}
