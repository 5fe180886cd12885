using System.Collections.Immutable;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>One entry (Ntry). Its sign comes from CdtDbtInd alone: RvslInd marks a reversal and never turns it.</summary>
internal sealed class EntryElement(StatementScope scope)
{
    private readonly XmlCursor _xml = scope.Xml;
    private readonly List<string> _other = [];
    private readonly List<(DetailElement Detail, string? Batch)> _details = [];
    private int _line;
    private Money? _amount;
    private bool _hasAmount;
    private CreditDebit _direction;
    private bool _hasDirection;
    private EntryStatus? _status;
    private DateOnly? _booked;
    private bool _hasBookingDate;
    private DateOnly? _value;
    private bool _isReversal;
    private string? _bankReference;
    private string? _entryReference;
    private BankTransactionCode _code;
    private Money? _charges;
    private string? _bankText;
    private string? _batch;

    /// <summary>The entry at hand; null where the document breaks off inside it.</summary>
    public static StatementEntry? Read(StatementScope scope, int position)
    {
        var element = new EntryElement(scope);
        element.Read();
        return scope.Xml.IsFaulted ? null : element.Finish(position);
    }

    private void Read()
    {
        _line = _xml.Line;
        foreach (var name in _xml.Children())
        {
            switch (name)
            {
                case "NtryRef": _entryReference = ReferencesElement.ReadReference(_xml); break;
                case "Amt": (_amount, _hasAmount) = (scope.ReadAmount("Ntry/Amt"), true); break;
                case "CdtDbtInd": (_direction, _hasDirection) = (CreditDebitElement.Read(scope, "Ntry/CdtDbtInd"), true); break;
                case "RvslInd": _isReversal = _xml.Content() is "true" or "1"; break;
                case "Sts": _status = ReadStatus(); break;
                case "BookgDt": (_booked, _hasBookingDate) = (DateElement.Read(scope, "Ntry/BookgDt"), true); break;
                case "ValDt": _value = DateElement.Read(scope, "Ntry/ValDt"); break;
                case "AcctSvcrRef": _bankReference = ReferencesElement.ReadReference(_xml); break;
                case "BkTxCd": _code = TransactionCodeElement.Read(scope, _other); break;
                case "Chrgs": _charges = ChargesElement.Add(_charges, ChargesElement.Read(scope, _other)); break;
                case "NtryDtls": ReadDetails(); break;
                case "TxDtls" or "Btch": ReadDetail(name); break;
                case "AddtlNtryInf": _bankText = _xml.Text(); break;
                default: _xml.Keep("", _other); break;
            }
        }
    }

    private void ReadDetails()
    {
        _batch = null;
        foreach (var name in _xml.Children())
            ReadDetail(name);
    }

    // Until version 1 these stood in the entry itself.
    private void ReadDetail(string name)
    {
        if (name == "TxDtls")
        {
            var detail = new DetailElement(scope);
            detail.Read();
            _details.Add((detail, _batch));
        }
        else if (name == "Btch")
        {
            ReadBatch();
        }
        else
        {
            _xml.Keep("NtryDtls", _other);
        }
    }

    private void ReadBatch()
    {
        foreach (var name in _xml.Children())
        {
            if (name != "PmtInfId")
                _xml.Keep("Btch", _other);
            else if ((_batch = ReferencesElement.ReadReference(_xml)) is not null)
                _other.Add("Btch/PmtInfId=" + _batch);
        }
    }

    private StatementEntry Finish(int position)
    {
        var only = _details.Count == 1 ? _details[0].Detail : null;
        var code = _code == default && _details.Count > 0 ? _details[0].Detail.Code : _code;
        return new StatementEntry
        {
            Position = position,
            Line = _line,
            Amount = Amount(),
            BookingDate = new BookingDate(BookingDay()),
            ValueDate = _value is { } value ? new ValueDate(value) : null,
            Status = Status(),
            IsReversal = _isReversal,
            BankReference = _bankReference,
            EntryReference = _entryReference,
            Code = code,
            Charges = _charges ?? _details.Aggregate((Money?)null, (sum, d) => ChargesElement.Add(sum, d.Detail.Charges)),
            BankText = _bankText ?? only?.BankText,
            Details = Details(code, keepsBankText: only is null || _bankText is not null),
            Other = [.. _other],
        };
    }

    private ImmutableArray<TransactionDetail> Details(BankTransactionCode code, bool keepsBankText)
    {
        if (_details.Count == 0)
            return [];
        var details = ImmutableArray.CreateBuilder<TransactionDetail>(_details.Count);
        foreach (var (detail, batch) in _details)
            details.Add(detail.Finish(_direction, code, batch, keepsBankText));
        return details.MoveToImmutable();
    }

    private Money Amount()
    {
        if (!_hasAmount)
            scope.Report(DiagnosticRules.FieldMissing.At("The entry has no amount.", _line, "Ntry/Amt"));
        if (!_hasDirection)
            scope.Report(DiagnosticRules.FieldMissing.At("The entry does not say whether it is a credit or a debit.", _line, "Ntry/CdtDbtInd"));
        if (_amount is not { } figure)
            return Money.Zero(scope.Currency);
        var amount = CreditDebitElement.Sign(scope, scope.Booked(figure, _line, "Ntry/Amt"), _direction, "Ntry/Amt", _line);
        if (scope.Count(amount))
            return amount;
        scope.Report(DiagnosticRules.AmountInvalid.At($"With {amount} the entries come to more than any account.", _line, "Ntry/Amt", amount.ToDecimalString()));
        return Money.Zero(scope.Currency);
    }

    private DateOnly BookingDay()
    {
        if (_booked is { } booked)
            return booked;
        if (!_hasBookingDate && scope.Day is { } day)
            scope.Remarks.Note(DiagnosticRules.DateMissing, "Ntry/BookgDt", _line, $"entry without a booking date was taken as of the statement's date {day:yyyy-MM-dd}");
        else if ((scope.Day ?? _value) is null)
            scope.Report(DiagnosticRules.FieldMissing.At("Neither the entry nor the statement has a date.", _line, "Ntry/BookgDt"));
        else if (!_hasBookingDate)
            scope.Remarks.Note(DiagnosticRules.DateMissing, "Ntry/ValDt", _line, "entry without a booking date, in a statement without a date, was taken as of its value date");
        return scope.Day ?? _value ?? default;
    }

    private EntryStatus Status()
    {
        if (_status is { } status)
            return status;
        scope.Remarks.Note(DiagnosticRules.FormatTolerated, "Ntry/Sts", _line, "entry without a status was taken as booked");
        return EntryStatus.Booked;
    }

    // Since version 7 the code is wrapped in Cd. Whatever is not booked for certain does not count in the balances.
    private EntryStatus ReadStatus()
    {
        var text = _xml.Content();
        switch (text)
        {
            case "BOOK":
                return EntryStatus.Booked;
            case "PDNG" or "FUTR":
                return EntryStatus.Pending;
            case "INFO":
                return EntryStatus.Information;
            default:
                scope.Report(DiagnosticRules.FieldUnknown.At(
                    $"The status '{text}' is not known; the entry was taken as not booked.", _xml.Line, "Ntry/Sts", text));
                return EntryStatus.Pending;
        }
    }
}
