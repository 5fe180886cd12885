using System.Globalization;
using System.Xml;
using Reconciliation.Benchmarks.DemoMonth.Output;

namespace Reconciliation.Benchmarks.Measure.Camt;

/// <summary>Writes an entry (Ntry) with what banks usually send of it.</summary>
internal static class LargeEntryXml
{
    public static void Write(XmlWriter xml, LargeEntry entry) => xml.Element("Ntry", () =>
    {
        xml.Text("NtryRef", entry.Reference[8..]);
        xml.Amount("Amt", entry.Amount);
        xml.Direction(entry.Amount);
        xml.Element("Sts", () => xml.Text("Cd", "BOOK"));
        xml.Element("BookgDt", () => xml.Day("Dt", entry.Booked));
        xml.Element("ValDt", () => xml.Day("Dt", entry.Booked));
        xml.Text("AcctSvcrRef", entry.Reference);
        Code(xml, entry);
        if (!entry.Payments.IsEmpty)
            xml.Element("NtryDtls", () => Details(xml, entry));
        xml.Text("AddtlNtryInf", entry.BankText);
    });

    private static void Code(XmlWriter xml, LargeEntry entry) => xml.Element("BkTxCd", () =>
    {
        xml.Element("Domn", () =>
        {
            xml.Text("Cd", entry.Code.Domain);
            xml.Element("Fmly", () =>
            {
                xml.Text("Cd", entry.Code.Family);
                xml.Text("SubFmlyCd", entry.Code.Subfamily);
            });
        });
        xml.Element("Prtry", () =>
        {
            xml.Text("Cd", entry.Cfonb);
            xml.Text("Issr", "CFONB");
        });
    });

    private static void Details(XmlWriter xml, LargeEntry entry)
    {
        if (entry.Payments.Length > 1)
            xml.Element("Btch", () => xml.Text("NbOfTxs", entry.Payments.Length.ToString(CultureInfo.InvariantCulture)));
        for (var i = 0; i < entry.Payments.Length; i++)
            Payment(xml, entry, entry.Payments[i], i + 1);
    }

    private static void Payment(XmlWriter xml, LargeEntry entry, LargePayment payment, int number) => xml.Element("TxDtls", () =>
    {
        xml.Element("Refs", () =>
        {
            xml.Text("AcctSvcrRef", entry.Payments.Length > 1 ? FormattableString.Invariant($"{entry.Reference}-{number:00}") : entry.Reference);
            xml.Text("EndToEndId", payment.EndToEndId ?? "NOTPROVIDED");
            xml.Text("MndtId", payment.MandateId);
        });
        xml.Amount("Amt", payment.Amount);
        xml.Direction(payment.Amount);
        xml.Element("AmtDtls", () => xml.Element("TxAmt", () => xml.Amount("Amt", payment.Amount)));
        Parties(xml, payment);
        xml.Element("RmtInf", () => Remittance(xml, payment));
    });

    private static void Parties(XmlWriter xml, LargePayment payment)
    {
        var side = payment.Amount.IsPositive ? "Dbtr" : "Cdtr";
        xml.Element("RltdPties", () =>
        {
            xml.Element(side, () => xml.Element("Pty", () => Party(xml, payment.Party)));
            xml.Element(side + "Acct", () => xml.Element("Id", () => xml.Text("IBAN", payment.Party.Iban.Value)));
        });
        xml.Element("RltdAgts", () => xml.Element(side + "Agt", () => xml.Element("FinInstnId", () => xml.Text("BICFI", payment.Party.Bic))));
    }

    private static void Party(XmlWriter xml, LargeParty party)
    {
        xml.Text("Nm", party.Name);
        if (party.City is { } city)
            xml.Element("PstlAdr", () =>
            {
                xml.Text("TwnNm", city);
                xml.Text("Ctry", party.Iban.Value[..2]);
            });
    }

    private static void Remittance(XmlWriter xml, LargePayment payment)
    {
        foreach (var line in payment.Remittance)
            xml.Text("Ustrd", line);
        if (payment.CreditorReference is { } reference)
        {
            xml.Element("Strd", () => xml.Element("CdtrRefInf", () =>
            {
                xml.Element("Tp", () => xml.Element("CdOrPrtry", () => xml.Text("Cd", "SCOR")));
                xml.Text("Ref", reference);
            }));
        }
    }
}
