using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>
/// One payment of an entry (TxDtls). It is read in place and finished at the end of its entry, whose direction it has
/// unless it states one.
/// </summary>
internal sealed class DetailElement(StatementScope scope)
{
    private readonly List<string> _other = [];
    private PartiesElement? _parties;
    private RemittanceElement? _remittance;
    private PaymentReferences _references = PaymentReferences.None;
    private CreditDebit _direction;
    private Money? _amount;
    private Money? _transactionAmount;
    private int _line;
    private string? _purpose;
    private string? _returnReason;
    private bool _isReturn;

    /// <summary>The code of the single payment; <c>default</c> for none.</summary>
    public BankTransactionCode Code { get; private set; }

    /// <summary>Charges of the single payment; null for none.</summary>
    public Money? Charges { get; private set; }

    /// <summary>The bank's text about the single payment; null for none.</summary>
    public string? BankText { get; private set; }

    /// <summary>Reads the payment at hand.</summary>
    public void Read()
    {
        _line = scope.Xml.Line;
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "Refs": _references = ReferencesElement.Read(scope.Xml, _other); break;
                case "Amt": _amount = scope.ReadAmount("TxDtls/Amt"); break;
                case "CdtDbtInd": _direction = CreditDebitElement.Read(scope, "TxDtls/CdtDbtInd"); break;
                case "AmtDtls": ReadAmountDetails(); break;
                case "BkTxCd": Code = TransactionCodeElement.Read(scope, _other); break;
                case "Chrgs": Charges = ChargesElement.Add(Charges, ChargesElement.Read(scope, _other)); break;
                case "RltdPties": (_parties ??= new()).ReadParties(scope, _other); break;
                case "RltdAgts": (_parties ??= new()).ReadAgents(scope, _other); break;
                case "Purp": _purpose = scope.Xml.Text(); break;
                case "RmtInf": (_remittance ??= new()).Read(scope, _other); break;
                case "RtrInf": ReadReturn(); break;
                case "AddtlTxInf": BankText = scope.Xml.Text(); break;
                default: scope.Xml.Keep("", _other); break;
            }
        }
    }

    /// <summary>The payment as part of its entry.</summary>
    /// <param name="entryDirection">The direction of the entry.</param>
    /// <param name="entryCode">The entry's code; the payment's own is kept where it differs.</param>
    /// <param name="batch">The batch's PmtInfId, for a payment that names none.</param>
    /// <param name="keepsBankText">The text is not the entry's already.</param>
    public TransactionDetail Finish(CreditDebit entryDirection, BankTransactionCode entryCode, string? batch, bool keepsBankText)
    {
        var direction = _direction == CreditDebit.Unstated ? entryDirection : _direction;
        var amount = Amount(direction);
        var (counterparty, ultimate) = _parties?.OtherSide(scope, direction != CreditDebit.Debit, _isReturn, _other) ?? (Party.Unknown, Party.Unknown);
        KeepWhatHasNoPlace(entryCode, keepsBankText);
        return new TransactionDetail
        {
            Amount = amount,
            References = _references.PaymentInformationId is null && batch is not null ? _references with { PaymentInformationId = batch } : _references,
            Counterparty = counterparty,
            UltimateCounterparty = ultimate,
            Remittance = _remittance?.Lines ?? [],
            CreditorReferences = _remittance?.CreditorReferences ?? [],
            ReferredDocuments = _remittance?.Documents ?? [],
            Purpose = _purpose,
            ReturnReason = _returnReason,
            Other = [.. _other],
        };
    }

    // Only an amount in the account's currency takes part in sums; another is kept in words.
    private Money? Amount(CreditDebit direction)
    {
        var chosen = IsOwn(_amount) ? _amount : IsOwn(_transactionAmount) ? _transactionAmount : null;
        if (_amount is not null && _amount != chosen)
            _other.Add("Amt=" + _amount);
        if (_transactionAmount is not null && _transactionAmount != chosen)
            _other.Add("AmtDtls/TxAmt/Amt=" + _transactionAmount);
        return chosen is { } figure ? CreditDebitElement.Sign(scope, figure, direction, "TxDtls/Amt", _line) : null;
    }

    private bool IsOwn(Money? amount) => amount is { } figure && figure.Currency == scope.Currency;

    private void KeepWhatHasNoPlace(BankTransactionCode entryCode, bool keepsBankText)
    {
        if (Code.Domain is not null && Code.Domain != entryCode.Domain)
            _other.Add("BkTxCd/Domn=" + Code.Domain);
        if (Code.Proprietary is not null && Code.Proprietary != entryCode.Proprietary)
            _other.Add("BkTxCd/Prtry/Cd=" + Code.Proprietary);
        if (Charges is not null)
            _other.Add("Chrgs=" + Charges);
        if (keepsBankText && BankText is not null)
            _other.Add("AddtlTxInf=" + BankText);
    }

    private void ReadAmountDetails()
    {
        foreach (var name in scope.Xml.Children())
        {
            if (name == "TxAmt")
                ReadTransactionAmount();
            else
                scope.Xml.Keep("AmtDtls", _other);
        }
    }

    private void ReadTransactionAmount()
    {
        foreach (var name in scope.Xml.Children())
        {
            if (name == "Amt")
                _transactionAmount = scope.ReadAmount("AmtDtls/TxAmt/Amt");
            else
                scope.Xml.Keep("AmtDtls/TxAmt", _other);
        }
    }

    // The code of the reason, else the first words of the bank about it.
    private void ReadReturn()
    {
        _isReturn = true;
        string? words = null;
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "Rsn" or "RtrRsn": _returnReason = scope.Xml.Text(); break;
                case "AddtlInf" when words is null: words = scope.Xml.Text(); break;
                default: scope.Xml.Keep("RtrInf", _other); break;
            }
        }

        if (_returnReason is not null && words is not null)
            _other.Add("RtrInf/AddtlInf=" + words);
        _returnReason ??= words;
    }
}
