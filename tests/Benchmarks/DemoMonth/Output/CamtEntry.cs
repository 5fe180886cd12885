using System.Xml;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>Writes an entry (Ntry) of a camt message.</summary>
internal static class CamtEntry
{
    public static void Write(XmlWriter xml, BookedLine booked)
    {
        var line = booked.Line;
        xml.Element("Ntry", () =>
        {
            xml.Amount("Amt", line.Amount);
            xml.Direction(line.Amount);
            xml.Element("Sts", () => xml.Text("Cd", "BOOK"));
            xml.Element("BookgDt", () => xml.Day("Dt", line.Booked));
            xml.Element("ValDt", () => xml.Day("Dt", line.ValueDate));
            xml.Text("AcctSvcrRef", booked.Reference);
            Code(xml, line.Operation);
            Charges(xml, line);
            xml.Element("NtryDtls", () => Details(xml, booked));
            xml.Text("AddtlNtryInf", line.BankText);
        });
    }

    private static void Code(XmlWriter xml, Operation operation)
    {
        var codes = OperationCodes.Of(operation);
        var parts = codes.Domain.Split('/');
        xml.Element("BkTxCd", () =>
        {
            xml.Element("Domn", () =>
            {
                xml.Text("Cd", parts[0]);
                xml.Element("Fmly", () =>
                {
                    xml.Text("Cd", parts[1]);
                    xml.Text("SubFmlyCd", parts[2]);
                });
            });
            xml.Element("Prtry", () =>
            {
                xml.Text("Cd", codes.Cfonb);
                xml.Text("Issr", "CFONB");
            });
        });
    }

    private static void Charges(XmlWriter xml, BankLine line)
    {
        if (line.Charges is not { } charges)
            return;
        xml.Element("Chrgs", () =>
        {
            xml.Amount("TtlChrgsAndTaxAmt", charges);
            xml.Element("Rcrd", () =>
            {
                xml.Amount("Amt", charges);
                xml.Text("CdtDbtInd", "DBIT");
                xml.Text("ChrgInclInd", "true");
            });
        });
    }

    private static void Details(XmlWriter xml, BookedLine booked)
    {
        var line = booked.Line;
        if (line.Details.Length > 1)
        {
            xml.Element("Btch", () =>
            {
                xml.Text("NbOfTxs", Invariant($"{line.Details.Length}"));
                xml.Amount("TtlAmt", line.Amount);
                xml.Direction(line.Amount);
            });
        }

        for (var i = 0; i < line.Details.Length; i++)
        {
            var reference = line.Details.Length > 1 ? Invariant($"{booked.Reference}-{i + 1:00}") : booked.Reference;
            Detail(xml, line, line.Details[i], reference);
        }
    }

    private static void Detail(XmlWriter xml, BankLine line, LineDetail detail, string reference) => xml.Element("TxDtls", () =>
    {
        xml.Element("Refs", () =>
        {
            xml.Text("AcctSvcrRef", reference);
            xml.Text("EndToEndId", detail.EndToEndId ?? (detail.Name is null ? null : "NOTPROVIDED"));
            xml.Text("MndtId", detail.MandateId);
        });
        xml.Amount("Amt", detail.Amount);
        xml.Direction(detail.Amount);
        if (line.Charges is { } charges)
            xml.Element("AmtDtls", () => xml.Element("InstdAmt", () => xml.Amount("Amt", detail.Amount + charges)));
        CamtParties.Write(xml, line, detail);
        Remittance(xml, detail);
        if (line.ReturnReason is { } reason)
            xml.Element("RtrInf", () => xml.Element("Rsn", () => xml.Text("Cd", reason)));
    });

    private static void Remittance(XmlWriter xml, LineDetail detail)
    {
        if (detail.Text.IsEmpty && detail.StructuredReference is null)
            return;
        xml.Element("RmtInf", () =>
        {
            foreach (var text in detail.Text)
                xml.Text("Ustrd", text);
            if (detail.StructuredReference is { } reference)
                xml.Element("Strd", () => xml.Element("CdtrRefInf", () => StructuredReference(xml, reference)));
        });
    }

    private static void StructuredReference(XmlWriter xml, CreditorReference reference)
    {
        xml.Element("Tp", () =>
        {
            xml.Element("CdOrPrtry", () => xml.Text("Cd", "SCOR"));
            xml.Text("Issr", "ISO");
        });
        xml.Text("Ref", reference.Value);
    }
}
