using System.Collections.Immutable;
using Reconciliation.Domain.Statements.Camt.Xml;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>
/// Reads entries (Ntry), one after the other. The sign of an entry comes from CdtDbtInd alone: RvslInd marks a reversal and
/// never turns it.
/// </summary>
internal sealed class EntryElement(StatementScope scope)
{
    private const int MostSpare = 64;

    private readonly XmlCursor _xml = scope.Xml;
    private readonly List<(DetailElement Detail, string? Batch)> _details = [];

    private readonly Stack<DetailElement> _spare = new();
    private List<string> _other = [];
    private Draft _draft;

    /// <summary>The entry at hand; null where the document breaks off inside it.</summary>
    public StatementEntry? Read(int position)
    {
        _draft = default;
        _other = scope.TakeList();
        Read();
        if (_xml.IsFaulted)
            return null;
        var entry = Finish(position);
        Spare();
        return entry;
    }

    private void Spare()
    {
        foreach (var (detail, _) in _details)
        {
            if (_spare.Count < MostSpare)
                _spare.Push(detail);
        }

        _details.Clear();
        if (_details.Capacity > MostSpare)
            _details.Capacity = 0;
    }

    private void Read()
    {
        _draft.Line = _xml.Line;
        foreach (var name in _xml.Children())
        {
            switch (name)
            {
                case "NtryRef": _draft.EntryReference = ReferencesElement.ReadReference(_xml); break;
                case "Amt": (_draft.Amount, _draft.HasAmount) = (scope.ReadAmount("Ntry/Amt"), true); break;
                case "CdtDbtInd": (_draft.Direction, _draft.HasDirection) = (CreditDebitElement.Read(scope, "Ntry/CdtDbtInd"), true); break;
                case "RvslInd": _draft.IsReversal = _xml.Content() is "true" or "1"; break;
                case "Sts": _draft.Status = ReadStatus(); break;
                case "BookgDt": (_draft.Booked, _draft.HasBookingDate) = (DateElement.Read(scope, "Ntry/BookgDt"), true); break;
                case "ValDt": _draft.Value = DateElement.Read(scope, "Ntry/ValDt"); break;
                case "AcctSvcrRef": _draft.BankReference = ReferencesElement.ReadReference(_xml); break;
                case "BkTxCd": _draft.Code = TransactionCodeElement.Read(scope, _other); break;
                case "Chrgs": _draft.Charges = ChargesElement.Add(_draft.Charges, ChargesElement.Read(scope, _other)); break;
                case "NtryDtls": ReadDetails(); break;
                case "TxDtls" or "Btch": ReadDetail(name); break;
                case "AddtlNtryInf": _draft.BankText = _xml.Text(); break;
                default: _xml.Keep("", _other); break;
            }
        }
    }

    private void ReadDetails()
    {
        _draft.Batch = null;
        foreach (var name in _xml.Children())
            ReadDetail(name);
    }

    // Until version 1 these stood in the entry itself.
    private void ReadDetail(string name)
    {
        if (name == "TxDtls")
        {
            var detail = _spare.TryPop(out var spare) ? spare : new DetailElement(scope);
            detail.Read();
            _details.Add((detail, _draft.Batch));
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
            else if ((_draft.Batch = ReferencesElement.ReadReference(_xml)) is not null)
                _other.Add("Btch/PmtInfId=" + _draft.Batch);
        }
    }

    private StatementEntry Finish(int position)
    {
        var only = _details.Count == 1 ? _details[0].Detail : null;
        var code = _draft.Code == default && _details.Count > 0 ? _details[0].Detail.Code : _draft.Code;
        return new StatementEntry
        {
            Position = position,
            Line = _draft.Line,
            Amount = Amount(),
            BookingDate = new BookingDate(BookingDay()),
            ValueDate = _draft.Value is { } value ? new ValueDate(value) : null,
            Status = Status(),
            IsReversal = _draft.IsReversal,
            BankReference = _draft.BankReference,
            EntryReference = _draft.EntryReference,
            Code = code,
            Charges = _draft.Charges ?? ChargesOfDetails(),
            BankText = _draft.BankText ?? only?.BankText,
            Details = Details(code, keepsBankText: only is null || _draft.BankText is not null),
            Other = scope.Release(_other),
        };
    }

    private Money? ChargesOfDetails()
    {
        Money? sum = null;
        foreach (var (detail, _) in _details)
            sum = ChargesElement.Add(sum, detail.Charges);
        return sum;
    }

    private ImmutableArray<TransactionDetail> Details(BankTransactionCode code, bool keepsBankText)
    {
        if (_details.Count == 0)
            return [];
        var details = ImmutableArray.CreateBuilder<TransactionDetail>(_details.Count);
        foreach (var (detail, batch) in _details)
            details.Add(detail.Finish(_draft.Direction, code, batch, keepsBankText));
        return details.MoveToImmutable();
    }

    private Money Amount()
    {
        if (!_draft.HasAmount)
            scope.Report(DiagnosticRules.FieldMissing.At("The entry has no amount.", _draft.Line, "Ntry/Amt"));
        if (!_draft.HasDirection)
            scope.Report(DiagnosticRules.FieldMissing.At("The entry does not say whether it is a credit or a debit.", _draft.Line, "Ntry/CdtDbtInd"));
        if (_draft.Amount is not { } figure)
            return Money.Zero(scope.Currency);
        var amount = CreditDebitElement.Sign(scope, scope.Booked(figure, _draft.Line, "Ntry/Amt"), _draft.Direction, "Ntry/Amt", _draft.Line);
        if (scope.Count(amount))
            return amount;
        scope.Report(DiagnosticRules.AmountInvalid.At($"With {amount} the entries come to more than any account.", _draft.Line, "Ntry/Amt", amount.ToDecimalString()));
        return Money.Zero(scope.Currency);
    }

    private DateOnly BookingDay()
    {
        if (_draft.Booked is { } booked)
            return booked;
        if (!_draft.HasBookingDate && scope.Day is { } day)
            scope.Remarks.Note(DiagnosticRules.DateMissing, "Ntry/BookgDt", _draft.Line, $"entry without a booking date was taken as of the statement's date {day:yyyy-MM-dd}");
        else if ((scope.Day ?? _draft.Value) is null)
            scope.Report(DiagnosticRules.FieldMissing.At("Neither the entry nor the statement has a date.", _draft.Line, "Ntry/BookgDt"));
        else if (!_draft.HasBookingDate)
            scope.Remarks.Note(DiagnosticRules.DateMissing, "Ntry/ValDt", _draft.Line, "entry without a booking date, in a statement without a date, was taken as of its value date");
        return scope.Day ?? _draft.Value ?? default;
    }

    private EntryStatus Status()
    {
        if (_draft.Status is { } status)
            return status;
        scope.Remarks.Note(DiagnosticRules.FormatTolerated, "Ntry/Sts", _draft.Line, "entry without a status was taken as booked");
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
                    $"The status '{text}' is not known; the entry was taken as not booked.", _xml.Line, "Ntry/Sts", text.ToString()));
                return EntryStatus.Pending;
        }
    }

    private struct Draft
    {
        public int Line;
        public Money? Amount;
        public bool HasAmount;
        public CreditDebit Direction;
        public bool HasDirection;
        public EntryStatus? Status;
        public DateOnly? Booked;
        public bool HasBookingDate;
        public DateOnly? Value;
        public bool IsReversal;
        public string? BankReference;
        public string? EntryReference;
        public BankTransactionCode Code;
        public Money? Charges;
        public string? BankText;
        public string? Batch;
    }
}
