using System.Xml;
using Reconciliation.Benchmarks.DemoMonth.Banks;

namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>Writes who is on the other side (RltdPties, RltdAgts).</summary>
internal static class CamtParties
{
    public static void Write(XmlWriter xml, BankLine line, LineDetail detail)
    {
        if (detail.Name is null)
            return;

        // In a returned direct debit the parties stay those of the collection: the debtor stays the debtor.
        var side = line.Amount.IsPositive || line.Operation == Operation.DirectDebitReturned ? "Dbtr" : "Cdtr";
        xml.Element("RltdPties", () =>
        {
            xml.Element(side, () => xml.Element("Pty", () => xml.Text("Nm", detail.Name)));
            if (detail.Account is { } account)
                xml.Element(side + "Acct", () => xml.Element("Id", () => xml.Text("IBAN", account.Value)));
            if (detail.UltimateName is { } ultimate)
                xml.Element("Ultmt" + side, () => xml.Element("Pty", () => xml.Text("Nm", ultimate)));
        });
        if (detail.Bic is { } bic)
            xml.Element("RltdAgts", () => xml.Element(side + "Agt", () => xml.Element("FinInstnId", () => xml.Text("BICFI", bic))));
    }
}
