using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>
/// Reads records 05, the complements of a movement: a qualifier of three characters and 70 of information. Most
/// informations are two parts of 35 characters.
/// </summary>
internal sealed class Complements(DetailDraft detail, PartBuffer parts)
{
    private const int Half = 35;
    private const int TextLength = 70;

    private readonly Parties _parties = new();

    // A remittance of 140 characters in two halves; the blanks at the end of the first count if a second half comes.
    private readonly char[] _remittance = new char[2 * TextLength];
    private bool _hasRemittanceHead;

    /// <summary>What the bank kept of the amount (FEE); null for none.</summary>
    public Money? Charges { get; private set; }

    /// <summary>Forgets everything, for the next movement.</summary>
    public void Clear()
    {
        _parties.Clear();
        _hasRemittanceHead = false;
        Charges = null;
    }

    /// <summary>Takes a record 05 of the movement.</summary>
    public void Take(Record record, Currency currency)
    {
        if (IsOfOldLayout(record))
        {
            parts.Tolerate("Complements stand in the layout before the qualifiers.", record.Line, "05", record.Text);
            detail.AddRemittance(record.Columns(41, 81));
            return;
        }

        var qualifier = record.Qualifier.Trim();
        var information = record.Information;
        if (_parties.Take(qualifier, information, detail) || TakeReference(qualifier, information) || TakeText(qualifier, information))
            return;
        if (qualifier is "MMO")
            detail.AddOther("MMO", information);
        else if (qualifier is "FEE")
            TakeCharges(information, currency);
        else
            TakeUnknown(record, qualifier);
    }

    /// <summary>Puts what had to wait for the last complement into the detail.</summary>
    public void Complete(bool isCredit, bool isReturn)
    {
        PutRemittanceHead();
        _parties.Put(isCredit, isReturn, detail);
    }

    private bool TakeReference(ReadOnlySpan<char> qualifier, ReadOnlySpan<char> information)
    {
        switch (qualifier)
        {
            case "RCN":
                detail.Set(DetailField.EndToEndId, Record.Unfilled(information[..Half]), "RCN");
                detail.Set(DetailField.Purpose, Record.Unfilled(information[Half..]), "RCN purpose");
                return true;
            case "REF":
                detail.Set(DetailField.PaymentInformationId, Record.Unfilled(information[..Half]), "REF");
                detail.Set(DetailField.InstructionId, Record.Unfilled(information[Half..]), "REF instruction");
                return true;
            case "RUM":
                detail.Set(DetailField.MandateId, Record.Unfilled(information[..Half]), "RUM");
                detail.AddOther("RUM sequence", Record.Unfilled(information[Half..]));
                return true;
            case "LCS":
                detail.AddCreditorReference(Record.Unfilled(information[..Half]));
                detail.AddOther("LCS", Record.Unfilled(information[Half..]));
                return true;
            default:
                return false;
        }
    }

    private bool TakeText(ReadOnlySpan<char> qualifier, ReadOnlySpan<char> information)
    {
        switch (qualifier)
        {
            case "LIB":
                PutRemittanceHead();
                detail.AddRemittance(Record.Unfilled(information));
                return true;
            case "LCC":
                PutRemittanceHead();
                information.CopyTo(_remittance);
                _hasRemittanceHead = true;
                return true;
            case "LC2":
                information.CopyTo(_remittance.AsSpan(TextLength));
                detail.AddRemittance(Record.Unfilled(_remittance.AsSpan(_hasRemittanceHead ? 0 : TextLength)));
                _hasRemittanceHead = false;
                return true;
            default:
                return false;
        }
    }

    private void PutRemittanceHead()
    {
        if (_hasRemittanceHead)
            detail.AddRemittance(Record.Unfilled(_remittance.AsSpan(0, TextLength)));
        _hasRemittanceHead = false;
    }

    /// <summary>Currency (3), decimals (1), amount (14 digits, or 13 and a sign letter).</summary>
    private void TakeCharges(ReadOnlySpan<char> information, Currency currency)
    {
        var amount = information.Slice(4, 14);
        var isOfAccount = information.StartsWith(currency.Code) && information[3] - '0' == currency.Exponent;
        if (Charges is null && isOfAccount && Digits(amount) is { } minorUnits)
            Charges = new Money(minorUnits, currency);
        else
            detail.AddOther("FEE", information);
    }

    private static long? Digits(ReadOnlySpan<char> amount)
    {
        long digits = 0;
        for (var i = 0; i < amount.Length; i++)
        {
            var digit = amount[i] - '0';
            if (!char.IsAsciiDigit(amount[i]) && (i != amount.Length - 1 || !SignedAmount.TryReadSign(amount[i], out digit, out _)))
                return null;
            digits = (digits * 10) + digit;
        }

        return digits;
    }

    private void TakeUnknown(Record record, ReadOnlySpan<char> qualifier)
    {
        if (record.Information.IsWhiteSpace())
        {
            parts.Tolerate("A complement says nothing.", record.Line, "05", qualifier);
            return;
        }

        parts.AddOnce(
            DiagnosticRules.FieldUnknown, $"The qualifier '{qualifier}' is not known; what it says is kept as it stands.", record.Line, "46-48", record.Information.TrimEnd().ToString());
        detail.AddOther(qualifier.ToString(), record.Information);
    }

    /// <summary>Before the qualifiers a 05 was like a 04: text at 41 to 81, amount at 91 to 104.</summary>
    private static bool IsOfOldLayout(Record record) =>
        !record.Columns(41, 45).IsWhiteSpace() && SignedAmount.TryReadSign(record.Amount[^1], out _, out _) &&
        !record.Amount[..^1].ContainsAnyExceptInRange('0', '9');
}
