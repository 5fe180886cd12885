using Reconciliation.Domain.Statements.Camt.Xml;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>The references of a payment (TxDtls/Refs), each kept apart.</summary>
internal static class ReferencesElement
{
    /// <summary>Reads the references at hand; those without a place of their own go to <paramref name="other"/>.</summary>
    public static PaymentReferences Read(XmlCursor xml, List<string> other)
    {
        string? endToEnd = null, instruction = null, transaction = null, uetr = null;
        string? mandate = null, cheque = null, batch = null, bank = null;
        foreach (var name in xml.Children())
        {
            switch (name)
            {
                case "EndToEndId": endToEnd = ReadReference(xml); break;
                case "InstrId": instruction = ReadReference(xml); break;
                case "TxId": transaction = ReadReference(xml); break;
                case "UETR": uetr = ReadReference(xml); break;
                case "MndtId": mandate = ReadReference(xml); break;
                case "ChqNb": cheque = ReadReference(xml); break;
                case "PmtInfId": batch = ReadReference(xml); break;
                case "AcctSvcrRef": bank = ReadReference(xml); break;
                default: xml.Keep("Refs", other); break;
            }
        }

        return new PaymentReferences
        {
            EndToEndId = endToEnd,
            InstructionId = instruction,
            TransactionId = transaction,
            Uetr = uetr,
            MandateId = mandate,
            ChequeNumber = cheque,
            PaymentInformationId = batch,
            BankReference = bank,
        };
    }

    /// <summary>The reference at hand; null where the field only says that there is none.</summary>
    public static string? ReadReference(XmlCursor xml)
    {
        var text = xml.Content();
        var isNone = text.Length == 0
            || text.Equals("NOTPROVIDED", StringComparison.OrdinalIgnoreCase)
            || text.Equals("NONREF", StringComparison.OrdinalIgnoreCase);
        return isNone ? null : new string(text);
    }
}
