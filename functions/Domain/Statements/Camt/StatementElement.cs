using Reconciliation.Domain.Statements.Camt.Xml;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>
/// One statement (Stmt), report (Rpt) or notification (Ntfctn). Everything before the first entry makes its head;
/// balances come before the entries, so the closing balance is held until the end. Whatever happens, a statement that was
/// opened is closed.
/// </summary>
internal sealed class StatementElement
{
    private readonly XmlCursor _xml;
    private readonly StatementScope _scope;
    private readonly BalanceElements _balances;
    private readonly EntryElement _entry;
    private readonly SummaryElement _summary;
    private readonly StatementFormat _format;
    private readonly StatementKind _kind;
    private readonly int _line;
    private string? _id;
    private string? _electronicNumber;
    private string? _legalNumber;
    private DateOnly? _lastDay;
    private DateOnly? _createdDay;

    public StatementElement(XmlCursor xml, StatementFormat format, StatementKind kind, DateOnly? messageDay)
    {
        _xml = xml;
        _scope = new StatementScope(xml);
        _balances = new BalanceElements(_scope);
        _summary = new SummaryElement(_scope);
        _entry = new EntryElement(_scope);
        (_format, _kind, _line, _createdDay) = (format, kind, xml.Line, messageDay);
    }

    /// <summary>The statement at hand, part by part.</summary>
    public IEnumerable<StatementPart> Parts()
    {
        var entries = 0;
        foreach (var name in _xml.Children())
        {
            if (name != "Ntry")
            {
                ReadField(name);
                continue;
            }

            _scope.Day = _balances.ClosingDay ?? _lastDay ?? _createdDay;
            var entry = _entry.Read(entries + 1);
            if (!_scope.IsOpen)
                yield return Open(hasEntries: true);
            foreach (var finding in _scope.TakeFindings())
                yield return finding;
            if (entry is null)
                break;
            entries++;
            yield return entry;
        }

        if (!_scope.IsOpen)
            yield return Open(hasEntries: false);
        var end = Close(entries);
        foreach (var finding in _scope.TakeFindings().Concat(_scope.Remarks.Findings()))
            yield return finding;
        if (_xml.TakeFault() is { } fault)
            yield return fault with { Message = $"{fault.Message} {Kept(entries)}" };
        yield return end;
    }

    private void ReadField(string name)
    {
        switch (name)
        {
            case "Id": _id = _xml.Text(); break;
            case "ElctrncSeqNb": _electronicNumber = _xml.Text(); break;
            case "LglSeqNb": _legalNumber = _xml.Text(); break;
            case "CreDtTm": _createdDay = DateElement.Read(_scope, "CreDtTm") ?? _createdDay; break;
            case "FrToDt": ReadPeriod(); break;
            case "Acct" when _scope.IsOpen:
                _scope.Report(DiagnosticRules.SequenceInvalid.At("The account stands behind the first entry and was not read.", _xml.Line, "Acct"));
                break;
            case "Acct": AccountElement.ReadOwn(_scope); break;
            case "Bal": _balances.Read(); break;
            case "TxsSummry": _summary.Read(); break;
        }
    }

    private void ReadPeriod()
    {
        foreach (var name in _xml.Children())
        {
            if (name is "ToDt" or "ToDtTm")
                _lastDay = DateElement.Read(_scope, "FrToDt/" + name);
        }
    }

    private StatementOpened Open(bool hasEntries)
    {
        _scope.IsOpen = true;
        if (!_xml.IsFaulted)
            ReportWhatIsMissing(hasEntries);
        return new StatementOpened
        {
            Format = _format,
            Kind = _kind,
            Account = _scope.Account,
            Currency = _scope.Currency,
            Number = _electronicNumber ?? _legalNumber,
            Id = _id,
            Opening = _balances.TakeOpening(),
            Line = _line,
        };
    }

    // A statement without a single amount needs no currency.
    private void ReportWhatIsMissing(bool hasEntries)
    {
        if (_scope.Account == default)
            _scope.Report(DiagnosticRules.FieldMissing.At("The statement names no account.", _line, "Acct/Id"));
        if (!_scope.HasCurrency && hasEntries)
            _scope.Report(DiagnosticRules.CurrencyUnknown.At("Neither the account nor any amount names a currency.", _line, "Acct/Ccy"));
    }

    private StatementClosed Close(int entries)
    {
        _summary.Check(entries, _xml.Line);
        return new StatementClosed
        {
            Closing = _balances.TakeClosing(),
            Credits = _summary.Credits(),
            Debits = _summary.Debits(),
            Line = _xml.Line,
        };
    }

    private string Kept(int entries) =>
        $"{entries} whole entries of statement {_electronicNumber ?? _legalNumber ?? _id ?? "without number"} were read.";
}
