using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>
/// Makes statements of records, whose order is <c>01 (04 05*)* 07</c> for each account. A record out of order is
/// reported and, where a statement is open that can hold it, read. What was opened is always closed.
/// </summary>
internal sealed class StatementAssembler(PartBuffer parts)
{
    private readonly MovementDraft _movement = new(parts);
    private OldBalance? _old;
    private StatementOpened? _opened;
    private int _position;
    private int _lastLine;
    private bool _movementWasRefused;

    /// <summary>Takes the next record of the file.</summary>
    public void Take(Record record)
    {
        switch (record.Code)
        {
            case "01":
                TakeOldBalance(record);
                break;
            case "04":
                TakeMovement(record);
                break;
            case "05":
                TakeComplement(record);
                break;
            case "07":
                TakeNewBalance(record);
                break;
            default:
                parts.Add(DiagnosticRules.SyntaxInvalid.At("The record is none of 01, 04, 05 and 07; it was not read.", record.Line, "1-2", record.Text.TrimEnd().ToString()));
                break;
        }

        _lastLine = record.Line;
    }

    /// <summary>Closes what is open at the end of the file.</summary>
    public void End()
    {
        if (_old is not { } old)
            return;
        BuildMovement();
        parts.Add(DiagnosticRules.FileCut.At("The file ends before the new balance (07) of its last statement.", _lastLine));
        Close(old, null);
    }

    private void TakeOldBalance(Record record)
    {
        if (_old is { } old)
        {
            BuildMovement();
            parts.Add(DiagnosticRules.SequenceInvalid.At($"An old balance (01) stands where the statement of line {old.Record.Line} is not closed (07).", record.Line, "01"));
            Close(old, null);
        }

        _old = new OldBalance(record);
    }

    private void TakeMovement(Record record)
    {
        BuildMovement();
        _movementWasRefused = true;
        if (_old is not { } old)
        {
            parts.Add(DiagnosticRules.SequenceInvalid.At("A movement (04) stands outside any statement (01 to 07); it was not read.", record.Line, "04"));
            return;
        }

        var opened = Open(old, record.Currency);
        if (!IsOfStatement(record, old, opened))
            return;
        _movement.Begin(record, opened.Currency, opened.Opening?.Day);
        _movementWasRefused = !_movement.IsPending;
    }

    private void TakeComplement(Record record)
    {
        if (_movement.IsPending)
            _movement.Add(record);
        else if (!_movementWasRefused || _old is null)
            parts.Add(DiagnosticRules.SequenceInvalid.At("A complement (05) follows no movement (04); it was not read.", record.Line, "05"));
    }

    private void TakeNewBalance(Record record)
    {
        if (_old is not { } old)
        {
            parts.Add(DiagnosticRules.SequenceInvalid.At("A new balance (07) has no old balance (01) before it; it was not read.", record.Line, "07"));
            return;
        }

        BuildMovement();
        var opened = Open(old, record.Currency);
        _lastLine = record.Line;
        Close(old, IsOfStatement(record, old, opened) ? ReadBalance(record, opened.Currency) : null);
    }

    private Balance? ReadBalance(Record record, Currency currency)
    {
        var date = ShortDate.OfDayMonthYear(record.Date);
        if (!date.Exists)
            parts.Add(DiagnosticRules.DateInvalid.At("The balance's date is not in the calendar.", record.Line, "35-40", record.Date.ToString()));
        return SignedAmount.Read(record, currency, parts) is { } amount ? new Balance(amount, date.Day) : null;
    }

    /// <summary>The currency is the statement's. Another account is reported, and the record read nevertheless.</summary>
    private bool IsOfStatement(Record record, OldBalance old, StatementOpened opened)
    {
        if (!record.Currency.IsWhiteSpace() && !record.Currency.SequenceEqual(opened.Currency.Code))
        {
            if (opened.Currency != default)
                parts.Add(DiagnosticRules.CurrencyDiffers.At($"The record is not in the statement's currency {opened.Currency}; it was not read.", record.Line, "17-19", record.Currency.ToString()));
            return opened.Currency == default;
        }

        if (record.Currency.IsWhiteSpace())
            parts.Tolerate("A record has no currency; the statement's was taken.", record.Line, "17-19");
        if (!record.Account.SequenceEqual(old.Record.Account))
            parts.Add(DiagnosticRules.SequenceInvalid.At($"The account is not that of the old balance of line {old.Record.Line}.", record.Line, "22-32", record.Account.ToString()));
        else if (!record.Bank.SequenceEqual(old.Record.Bank) || !record.Guichet.SequenceEqual(old.Record.Guichet))
            parts.Tolerate("Records name another bank or guichet than the old balance of their account.", record.Line, "3-16", $"{record.Bank} {record.Guichet}");
        return true;
    }

    private StatementOpened Open(OldBalance old, ReadOnlySpan<char> nextCurrency)
    {
        if (_opened is null)
        {
            _opened = old.Open(nextCurrency, parts);
            parts.Add(_opened);
        }

        return _opened;
    }

    private void BuildMovement()
    {
        if (_movement.IsPending)
            parts.Add(_movement.Build(++_position));
    }

    private void Close(OldBalance old, Balance? closing)
    {
        Open(old, []);
        parts.Add(new StatementClosed { Closing = closing, Line = _lastLine });
        _old = null;
        _opened = null;
        _position = 0;
        _movementWasRefused = false;
    }
}
