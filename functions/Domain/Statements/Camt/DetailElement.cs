using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>
/// One payment of an entry (TxDtls), and another after that is finished. It is read in place and finished at the end of its
/// entry, whose direction it has unless it states one.
/// </summary>
internal sealed class DetailElement(StatementScope scope)
{
    private List<string> _other = [];
    private Draft _draft;

    /// <summary>The code of the single payment; <c>default</c> for none.</summary>
    public BankTransactionCode Code => _draft.Code;

    /// <summary>Charges of the single payment; null for none.</summary>
    public Money? Charges => _draft.Charges;

    /// <summary>The bank's text about the single payment; null for none.</summary>
    public string? BankText => _draft.BankText;

    /// <summary>Reads the payment at hand.</summary>
    public void Read()
    {
        _draft = default;
        _other = scope.TakeList();
        _draft.Line = scope.Xml.Line;
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "Refs": _draft.References = ReferencesElement.Read(scope.Xml, _other); break;
                case "Amt": _draft.Amount = scope.ReadAmount("TxDtls/Amt"); break;
                case "CdtDbtInd": _draft.Direction = CreditDebitElement.Read(scope, "TxDtls/CdtDbtInd"); break;
                case "AmtDtls": ReadAmountDetails(); break;
                case "BkTxCd": _draft.Code = TransactionCodeElement.Read(scope, _other); break;
                case "Chrgs": _draft.Charges = ChargesElement.Add(Charges, ChargesElement.Read(scope, _other)); break;
                case "RltdPties": (_draft.Parties ??= new()).ReadParties(scope, _other); break;
                case "RltdAgts": (_draft.Parties ??= new()).ReadAgents(scope, _other); break;
                case "Purp": _draft.Purpose = scope.Xml.Text(); break;
                case "RmtInf": (_draft.Remittance ??= new()).Read(scope, _other); break;
                case "RtrInf": ReadReturn(); break;
                case "AddtlTxInf": _draft.BankText = scope.Xml.Text(); break;
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
        var direction = _draft.Direction == CreditDebit.Unstated ? entryDirection : _draft.Direction;
        var amount = Amount(direction);
        var (counterparty, ultimate) = _draft.Parties?.OtherSide(scope, direction != CreditDebit.Debit, _draft.IsReturn, _other) ?? (Party.Unknown, Party.Unknown);
        KeepWhatHasNoPlace(entryCode, keepsBankText);
        return new TransactionDetail
        {
            Amount = amount,
            References = References(batch),
            Counterparty = counterparty,
            UltimateCounterparty = ultimate,
            Remittance = _draft.Remittance?.Lines ?? [],
            CreditorReferences = _draft.Remittance?.CreditorReferences ?? [],
            ReferredDocuments = _draft.Remittance?.Documents ?? [],
            Purpose = _draft.Purpose,
            ReturnReason = _draft.ReturnReason,
            Other = scope.Release(_other),
        };
    }

    private PaymentReferences References(string? batch)
    {
        var references = _draft.References ?? PaymentReferences.None;
        return references.PaymentInformationId is null && batch is not null ? references with { PaymentInformationId = batch } : references;
    }

    // Only an amount in the account's currency takes part in sums; another is kept in words.
    private Money? Amount(CreditDebit direction)
    {
        var chosen = IsOwn(_draft.Amount) ? _draft.Amount : IsOwn(_draft.TransactionAmount) ? _draft.TransactionAmount : null;
        if (_draft.Amount is not null && _draft.Amount != chosen)
            _other.Add("Amt=" + _draft.Amount);
        if (_draft.TransactionAmount is not null && _draft.TransactionAmount != chosen)
            _other.Add("AmtDtls/TxAmt/Amt=" + _draft.TransactionAmount);
        return chosen is { } figure ? CreditDebitElement.Sign(scope, figure, direction, "TxDtls/Amt", _draft.Line) : null;
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
                _draft.TransactionAmount = scope.ReadAmount("AmtDtls/TxAmt/Amt");
            else
                scope.Xml.Keep("AmtDtls/TxAmt", _other);
        }
    }

    // The code of the reason, else the first words of the bank about it.
    private void ReadReturn()
    {
        _draft.IsReturn = true;
        string? words = null;
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "Rsn" or "RtrRsn": _draft.ReturnReason = scope.Xml.Text(); break;
                case "AddtlInf" when words is null: words = scope.Xml.Text(); break;
                default: scope.Xml.Keep("RtrInf", _other); break;
            }
        }

        if (_draft.ReturnReason is not null && words is not null)
            _other.Add("RtrInf/AddtlInf=" + words);
        _draft.ReturnReason ??= words;
    }

    private struct Draft
    {
        public PartiesElement? Parties;
        public RemittanceElement? Remittance;
        public CreditDebit Direction;
        public Money? Amount;
        public Money? TransactionAmount;
        public int Line;
        public string? Purpose;
        public string? ReturnReason;
        public bool IsReturn;
        public PaymentReferences? References;
        public BankTransactionCode Code;
        public Money? Charges;
        public string? BankText;
    }
}
