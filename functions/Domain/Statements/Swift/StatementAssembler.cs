using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Swift.Information;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift;

/// <summary>
/// Makes statements of fields. Each message gives one statement, or a page that <see cref="StatementPages"/> joins to the
/// one before. A statement stays open behind its end mark until the next message begins, so that an entry that stands in
/// the wrong place is read and reported rather than lost. What was opened is always closed.
/// </summary>
internal sealed class StatementAssembler(PartBuffer parts)
{
    private readonly EntryDraft _entry = new(parts);
    private readonly StatementPages _pages = new(parts);
    private MessageHeader _header = new();
    private StatementDraft? _statement;
    private int _lastLine;
    private bool _endSeen;
    private bool _entryWasRefused;

    /// <summary>Takes the next field of the file.</summary>
    public void Take(FieldSource field)
    {
        var isText = field.Tag == FieldTag.Information || IsTextUnderAnotherTag(field);
        if (!isText && field.Tag != FieldTag.Private)
            BuildEntry();
        if (isText)
            TakeInformation(field);
        else
            TakeOther(field);
        _lastLine = field.LastLine;
    }

    /// <summary>Closes what is open at the end of the file.</summary>
    public void End()
    {
        BuildEntry();
        OpenEmpty();
        if (!_endSeen && IsCut())
            parts.Add(DiagnosticRules.FileCut.At("The file ends before the statement does.", _lastLine));
        CloseStatement();
        _pages.GiveUp();
    }

    private void TakeOther(FieldSource field)
    {
        switch (field.Tag)
        {
            case FieldTag.Block when EnvelopeText.IsFirstBlock(field.Text) || _header.HasFields:
            case FieldTag.Reference when _header.HasReference || _statement is not null || _endSeen:
                Finish();
                _header.Take(field.Tag, field.Text, field.Line);
                break;
            case FieldTag.OpeningBalance or FieldTag.PageOpeningBalance:
                TakeOpening(field);
                break;
            case FieldTag.Entry:
                TakeEntry(field);
                break;
            case FieldTag.ClosingBalance or FieldTag.PageClosingBalance:
                TakeClosing(field);
                break;
            case FieldTag.AvailableBalance:
                Statement(field).HasTail = true;
                break;
            case FieldTag.DebitTotal or FieldTag.CreditTotal:
                TakeTotal(field);
                break;
            case FieldTag.Private:
                TakePrivate(field);
                break;
            case FieldTag.MessageEnd:
                _endSeen = _header.HasFields || _statement is not null;
                break;
            default:
                TakeHead(field);
                break;
        }
    }

    private void TakeHead(FieldSource field)
    {
        if (_statement is { HasTail: false } && !_endSeen)
        {
            parts.Add(DiagnosticRules.SequenceInvalid.At(
                "A field of the message's head stands among its entries; it was not read.", field.Line, FieldTags.NumberOf(field.Tag), field.Text.ToString()));
            return;
        }

        if (_statement is not null || _endSeen)
            Finish();
        _header.Take(field.Tag, field.Text, field.Line);
    }

    private void TakeOpening(FieldSource field)
    {
        if (_statement is { HasTail: false } && !_endSeen)
        {
            parts.Add(DiagnosticRules.SequenceInvalid.At(
                "An opening balance stands where the statement is open already; it was not read.", field.Line, "60", field.Text.ToString()));
            return;
        }

        if (_endSeen)
        {
            // A message without field 20 begins; it is not of the account before.
            Finish();
        }
        else if (_statement is not null)
        {
            parts.Tolerate(
                _statement.EndsWithPage ? "A message holds more than one page of a statement." : "A message holds more than one statement.", field.Line, "60");
            CloseStatement();
        }

        var text = FirstLine(field);
        if (field.Tag == FieldTag.PageOpeningBalance && _pages.Continue(_header, text, field.Line) is { } statement)
            _statement = statement;
        else
            OpenWith(text, field);
    }

    private void OpenWith(ReadOnlySpan<char> text, FieldSource field)
    {
        _pages.GiveUp();
        if (BalanceField.TryRead(text, out var balance))
        {
            var currency = StatementBalances.CurrencyOf(balance.Currency, _header.Currency, parts, field.Line, "60");
            Open(StatementBalances.Read(balance, currency, parts, field.Line, "60"), currency, field.Line, isReport: false);
            return;
        }

        parts.Add(StatementBalances.Unreadable(field.Text, field.Line, "60"));
        Open(null, _header.Currency, field.Line, isReport: false);
    }

    private void TakeEntry(FieldSource field)
    {
        var statement = Statement(field);
        if (statement.HasTail || _endSeen)
            parts.Add(DiagnosticRules.SequenceInvalid.At("An entry stands behind the end of its statement.", field.Line, "61", field.Text.ToString()));
        _entry.Begin(field.Text, field.Line, statement.Currency, statement.Opened.Opening?.Day);
        _entryWasRefused = !_entry.IsPending;
    }

    private void TakeInformation(FieldSource field)
    {
        if (field.Tag != FieldTag.Information)
            parts.Tolerate("The text of an entry stands under another tag than 86.", field.Line, FieldTags.NumberOf(field.Tag), field.Text.ToString());
        if (_entry.IsPending)
            _entry.AddInformation(field.Joined);
        else if (!_entryWasRefused && !field.Joined.Text.IsWhiteSpace())
            parts.Add(DiagnosticRules.FieldUnknown.At("This text is about the statement as a whole; it belongs to no entry.", field.Line, "86", field.Text.ToString()));
    }

    private void TakePrivate(FieldSource field)
    {
        parts.AddOnce(DiagnosticRules.FieldUnknown, "Field NS is of the bank's own making; it is kept with its entry.", field.Line, "NS", field.Text.ToString());
        if (_entry.IsPending)
            _entry.AddPrivate(field.Text);
    }

    private void TakeClosing(FieldSource field)
    {
        var text = FirstLine(field);
        var isLikely = BalanceField.TryRead(text, out var balance);
        if (_statement is null && isLikely && !balance.Currency.IsEmpty)
            Open(null, StatementBalances.CurrencyOf(balance.Currency, _header.Currency, parts, field.Line, "62"), field.Line, isReport: false);
        var statement = Statement(field);
        statement.HasTail = true;
        if (statement.Closing is not null)
            parts.Add(DiagnosticRules.SequenceInvalid.At("A second closing balance stands in the statement; it was not read.", field.Line, "62", field.Text.ToString()));
        else
            TakeClosing(statement, text, field);
    }

    private void TakeClosing(StatementDraft statement, ReadOnlySpan<char> text, FieldSource field)
    {
        statement.Closing = StatementBalances.ReadClosing(text, statement.Currency, parts, field.Line, "62");
        statement.ClosingLine = field.Line;
        statement.EndsWithPage = field.Tag == FieldTag.PageClosingBalance;
    }

    /// <summary>A balance is one line; what follows it is a field that is not known.</summary>
    private ReadOnlySpan<char> FirstLine(FieldSource field)
    {
        var lineEnd = field.Text.IndexOf('\n');
        if (lineEnd < 0)
            return field.Text;
        parts.AddOnce(DiagnosticRules.FieldUnknown, "What stands behind a balance is not known.", field.LastLine, FieldTags.NumberOf(field.Tag), field.Text[(lineEnd + 1)..].ToString());
        return field.Text[..lineEnd];
    }

    private void TakeTotal(FieldSource field)
    {
        var statement = Statement(field, isReport: true);
        var isDebit = field.Tag == FieldTag.DebitTotal;
        var total = TotalField.Read(field.Text, statement.Currency, parts, field.Line, isDebit ? "90D" : "90C");
        if (isDebit)
            statement.Debits = total;
        else
            statement.Credits = total;
    }

    /// <summary>Some banks write field 25 where an entry's 86 belongs; its subfields give it away.</summary>
    private bool IsTextUnderAnotherTag(FieldSource field) =>
        field.Tag == FieldTag.Account && _entry is { IsPending: true, HasInformation: false } && SubfieldText.Recognises(field.Joined.Text, out _);

    /// <summary>The open statement; opened here where no opening balance came before.</summary>
    private StatementDraft Statement(FieldSource field, bool? isReport = null)
    {
        if (_statement is not null)
            return _statement;
        if (_header.Currency == default)
            parts.Add(DiagnosticRules.CurrencyUnknown.At("Nothing before this field names the account's currency; amounts are shown without decimals.", field.Line, "currency"));
        return Open(null, _header.Currency, field.Line, isReport);
    }

    private StatementDraft Open(Balance? opening, Currency currency, int line, bool? isReport)
    {
        _pages.GiveUp();
        var opened = _header.Open(opening, currency, line, isReport);
        parts.Add(opened);
        _entryWasRefused = false;
        return _statement = new StatementDraft(opened, _header);
    }

    private void BuildEntry()
    {
        if (_entry.IsPending && _statement is { } statement)
            parts.Add(_entry.Build(++statement.EntryCount));
    }

    /// <summary>A message that is not ended by a mark is whole if the balance that comes last in it is there.</summary>
    private bool IsCut() => _statement switch
    {
        { HasTail: true } => false,
        { Opened.Format: StatementFormat.Mt940 } => true,
        _ => _header.HasTextBlock && _statement is not null,
    };

    private void Finish()
    {
        OpenEmpty();
        CloseStatement();
        _header = new MessageHeader();
    }

    /// <summary>A message without balance and entry is a statement too, if it says of what.</summary>
    private void OpenEmpty()
    {
        if (_statement is not null || !_header.HasFields)
            return;
        _pages.GiveUp();
        if (_header.NamesStatement)
            Open(null, _header.Currency, _header.Line, isReport: null);
        else
            parts.Add(DiagnosticRules.SyntaxInvalid.At("The message has neither account nor balance nor entry; it is no statement.", _header.Line, "20"));
    }

    private void CloseStatement()
    {
        if (_statement is { } statement)
        {
            statement.LastLine = _lastLine;
            if (statement.EndsWithPage)
                _pages.Await(statement);
            else
                parts.Add(statement.Close());
        }

        _statement = null;
        _endSeen = false;
        _entryWasRefused = false;
    }
}
