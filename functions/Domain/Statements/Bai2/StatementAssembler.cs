using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>
/// Makes statements of records, whose order is <c>01 (02 (03 16* 49)* 98)* 99</c>, each followed by continuations 88. A
/// record is complete when the next one comes that continues nothing. What was opened is always closed.
/// </summary>
internal sealed class StatementAssembler
{
    private const int FileDate = 2;
    private const int FileTime = 3;
    private const int FileId = 4;
    private const int PhysicalLength = 5;

    private readonly PartBuffer _parts;
    private readonly Control _accountControl = new("account", "49", members: null);
    private readonly Control _groupControl = new("group", "98", "accounts");
    private readonly Control _fileControl = new("file", "99", "groups");
    private readonly AccountDraft _account;
    private readonly EntryDraft _entry;
    private Pending _pending;
    private HeadFields _head = new(line: 0);
    private GroupHeader _group = GroupHeader.None;
    private DateOnly? _fileDay;
    private string? _fileId;
    private bool _isFileOpen;
    private bool _isGroupOpen;
    private bool _isAccountOpen;
    private bool _isOpened;
    private int _position;
    private int _lastLine;

    public StatementAssembler(PartBuffer parts)
    {
        _parts = parts;
        _account = new AccountDraft(parts, _accountControl);
        _entry = new EntryDraft(parts, _accountControl);
    }

    private enum Pending
    {
        Nothing,
        Refused,
        File,
        Group,
        Account,
        Entry,
        AccountEnd,
        GroupEnd,
        FileEnd,
    }

    /// <summary>How long the file says that its lines are; 0 where it does not.</summary>
    public int LineLength { get; private set; }

    /// <summary>Takes the next record of the file.</summary>
    public void Take(Bai2Record record)
    {
        if (record.Code is "88")
        {
            CountRecord(isContinuation: true);
            Continue(record);
        }
        else
        {
            Complete();
            _pending = Begin(record);
        }

        _lastLine = record.Line;
    }

    /// <summary>Closes what is open at the end of the file.</summary>
    public void End()
    {
        Complete();
        if (_isAccountOpen || _isGroupOpen || _isFileOpen)
        {
            var missing = _isAccountOpen ? "account (49)" : _isGroupOpen ? "group (98)" : "file (99)";
            _parts.Add(DiagnosticRules.FileCut.At($"The file ends before the trailer of its last {missing}.", _lastLine));
        }

        CloseAccount();
    }

    private Pending Begin(Bai2Record record)
    {
        switch (record.Code)
        {
            case "01":
                return BeginFile(record);
            case "02":
                return BeginGroup(record);
            case "03":
                return BeginAccount(record);
            case "16":
                return BeginEntry(record);
            case "49":
                return BeginEnd(record, _isAccountOpen, Pending.AccountEnd);
            case "98":
                return BeginEnd(record, _isGroupOpen, Pending.GroupEnd);
            case "99":
                return BeginEnd(record, _isFileOpen, Pending.FileEnd);
            default:
                _parts.Add(DiagnosticRules.SyntaxInvalid.At("The line begins no record of BAI2; it was not read.", record.Line, "record", record.Text.ToString()));
                return Pending.Refused;
        }
    }

    private Pending BeginFile(Bai2Record record)
    {
        Interrupt(record, _isAccountOpen || _isGroupOpen || _isFileOpen);
        _isGroupOpen = false;
        _isFileOpen = true;
        _fileControl.Begin(record.Line);
        return BeginHead(record, Pending.File);
    }

    private Pending BeginGroup(Bai2Record record)
    {
        Interrupt(record, _isAccountOpen || _isGroupOpen);
        _isGroupOpen = true;
        _groupControl.Begin(record.Line);
        return BeginHead(record, Pending.Group);
    }

    private Pending BeginHead(Bai2Record record, Pending head)
    {
        CountRecord(isContinuation: false);
        _head = new HeadFields(record.Line);
        _head.Take(record.Content);
        return head;
    }

    private Pending BeginAccount(Bai2Record record)
    {
        Interrupt(record, _isAccountOpen);
        if (!_isGroupOpen)
            _parts.Add(DiagnosticRules.SequenceInvalid.At("An account (03) stands outside any group (02 to 98).", record.Line, "03"));
        _isAccountOpen = true;
        _accountControl.Begin(record.Line);
        CountRecord(isContinuation: false);
        _account.Begin(record, _isGroupOpen ? _group : GroupHeader.None with { Day = _fileDay });
        return Pending.Account;
    }

    private Pending BeginEntry(Bai2Record record)
    {
        CountRecord(isContinuation: false);
        if (!_isAccountOpen)
        {
            _parts.Add(DiagnosticRules.SequenceInvalid.At("An entry (16) stands outside any account (03 to 49); it was not read.", record.Line, "16"));
            return Pending.Refused;
        }

        Open();
        _entry.Begin(record, _account.Currency);
        return Pending.Entry;
    }

    private Pending BeginEnd(Bai2Record record, bool isOpen, Pending end)
    {
        if (!isOpen)
        {
            _parts.Add(DiagnosticRules.SequenceInvalid.At($"A trailer ({record.Code}) ends nothing that was begun; it was not read.", record.Line, record.Code.ToString()));
            return Pending.Refused;
        }

        Interrupt(record, (end > Pending.AccountEnd && _isAccountOpen) || (end > Pending.GroupEnd && _isGroupOpen));
        _isGroupOpen &= end < Pending.FileEnd;
        return BeginHead(record, end);
    }

    private void Continue(Bai2Record record)
    {
        switch (_pending)
        {
            case Pending.Entry:
                _entry.Continue(record);
                break;
            case Pending.Account:
                _account.Take(record);
                break;
            case Pending.Nothing:
                _parts.Add(DiagnosticRules.SequenceInvalid.At("A continuation (88) continues nothing; it was not read.", record.Line, "88", record.Text.ToString()));
                break;
            case Pending.Refused:
                break;
            default:
                _head.Take(record.Content);
                break;
        }
    }

    /// <summary>Does what a record asks for, once all of it is there.</summary>
    private void Complete()
    {
        switch (_pending)
        {
            case Pending.File:
                ReadFileHead();
                break;
            case Pending.Group:
                _group = GroupHeader.Read(_head, _fileDay, _parts);
                break;
            case Pending.Account:
                Open();
                break;
            case Pending.Entry when _entry.Build(_position + 1, _account.Day) is { } entry:
                _position++;
                _parts.Add(entry);
                break;
            case Pending.AccountEnd:
                _groupControl.AddMember(_accountControl.Check(_head, _lastLine, _parts));
                CloseAccount();
                break;
            case Pending.GroupEnd:
                _fileControl.AddMember(_groupControl.Check(_head, _lastLine, _parts));
                _isGroupOpen = false;
                break;
            case Pending.FileEnd:
                _fileControl.Check(_head, _lastLine, _parts);
                _isFileOpen = false;
                break;
        }

        _pending = Pending.Nothing;
    }

    private void ReadFileHead()
    {
        var date = GroupHeader.DateOf(_head[FileDate]);
        if (!date.Exists && _head[FileDate].Length > 0)
            _parts.Add(DiagnosticRules.DateInvalid.At("The day on which the file was made is not in the calendar.", _head.Line, "01 date", _head[FileDate]));
        GroupHeader.ReportTime(_head[FileTime], _head.Line, "01 time", _parts);
        _fileDay = date.Day;
        _fileId = _head[FileId].Length > 0 ? _head[FileId] : null;
        LineLength = Figure.Count(_head[PhysicalLength]) ?? 0;
    }

    private void CountRecord(bool isContinuation)
    {
        _accountControl.Count(isContinuation);
        _groupControl.Count(isContinuation);
        _fileControl.Count(isContinuation);
    }

    /// <summary>A record came that may only follow a trailer.</summary>
    private void Interrupt(Bai2Record record, bool isOpen)
    {
        if (!isOpen)
            return;
        _parts.Add(DiagnosticRules.SequenceInvalid.At(
            $"A record {record.Code} stands where the {(_isAccountOpen ? "account (49)" : _isGroupOpen ? "group (98)" : "file (99)")} is not ended.", record.Line, record.Code.ToString()));
        CloseAccount();
    }

    private void Open()
    {
        if (!_isOpened)
            _parts.Add(_account.Open(_fileId));
        _isOpened = true;
    }

    private void CloseAccount()
    {
        if (!_isAccountOpen)
            return;
        Open();
        _parts.Add(_account.Close(_lastLine));
        _isAccountOpen = false;
        _isOpened = false;
        _position = 0;
    }
}
