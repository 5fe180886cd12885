using System.Text;
using System.Xml;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Output;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Matching.Files;

/// <summary>Writes a statement as camt.053.001.08.</summary>
internal static class CamtFile
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CloseOutput = false };

    public static void Write(Stream file, StatementToWrite statement)
    {
        using var xml = XmlWriter.Create(file, Settings);
        xml.WriteStartElement("Document", Namespace);
        xml.WriteStartElement("BkToCstmrStmt", Namespace);
        xml.Element("GrpHdr", () =>
        {
            xml.Text("MsgId", Invariant($"LABELLED-{statement.Number}"));
            xml.Text("CreDtTm", Invariant($"{statement.Last:yyyy-MM-dd}T21:40:00+01:00"));
        });
        xml.Element("Stmt", () =>
        {
            xml.Text("Id", Invariant($"LABELLED-{statement.Number}"));
            xml.Text("ElctrncSeqNb", Invariant($"{statement.Number}"));
            xml.Text("CreDtTm", Invariant($"{statement.Last:yyyy-MM-dd}T21:40:00+01:00"));
            xml.Element("Acct", () =>
            {
                xml.Element("Id", () => xml.Text("IBAN", statement.House.Iban.Value));
                xml.Text("Ccy", "EUR");
            });
            Balance(xml, "OPBD", statement.Opening, statement.First);
            Balance(xml, "CLBD", statement.Closing, statement.Last);
            for (var i = 0; i < statement.Payments.Count; i++)
                Entry(xml, statement.Payments[i], statement.ReferenceOf(i));
        });
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Balance(XmlWriter xml, string code, long cents, DateOnly day) => xml.Element("Bal", () =>
    {
        xml.Element("Tp", () => xml.Element("CdOrPrtry", () => xml.Text("Cd", code)));
        xml.Amount("Amt", Euro(cents));
        xml.Direction(Euro(cents));
        xml.Element("Dt", () => xml.Day("Dt", day));
    });

    private static void Entry(XmlWriter xml, LabelledPayment payment, string reference) => xml.Element("Ntry", () =>
    {
        xml.Amount("Amt", Euro(payment.Cents));
        xml.Direction(Euro(payment.Cents));
        xml.Element("Sts", () => xml.Text("Cd", "BOOK"));
        xml.Element("BookgDt", () => xml.Day("Dt", payment.Booked));
        xml.Element("ValDt", () => xml.Day("Dt", payment.Booked));
        xml.Text("AcctSvcrRef", reference);
        Code(xml, OperationCodes.Of(payment.Operation));
        if (payment.Charges is { } charges)
            xml.Element("Chrgs", () => xml.Amount("TtlChrgsAndTaxAmt", Euro(charges)));
        xml.Element("NtryDtls", () => xml.Element("TxDtls", () => Detail(xml, payment, reference)));
    });

    private static void Code(XmlWriter xml, OperationCodes codes) => xml.Element("BkTxCd", () => xml.Element("Domn", () =>
    {
        var parts = codes.Domain.Split('/');
        xml.Text("Cd", parts[0]);
        xml.Element("Fmly", () =>
        {
            xml.Text("Cd", parts[1]);
            xml.Text("SubFmlyCd", parts[2]);
        });
    }));

    private static void Detail(XmlWriter xml, LabelledPayment payment, string reference)
    {
        xml.Element("Refs", () =>
        {
            xml.Text("AcctSvcrRef", reference);
            xml.Text("EndToEndId", payment.EndToEndId ?? "NOTPROVIDED");
            xml.Text("MndtId", payment.MandateId);
        });
        xml.Amount("Amt", Euro(payment.Cents));
        xml.Direction(Euro(payment.Cents));
        Parties(xml, payment);
        Remittance(xml, payment);
        if (payment.ReturnReason is { } reason)
            xml.Element("RtrInf", () => xml.Element("Rsn", () => xml.Text("Cd", reason)));
    }

    /// <summary>A returned direct debit gives the parties of the original: the payer is still the debtor.</summary>
    private static void Parties(XmlWriter xml, LabelledPayment payment)
    {
        if (payment.PayerName is null && payment.PayerAccount is null)
            return;
        xml.Element("RltdPties", () =>
        {
            if (payment.PayerName is { } name)
                xml.Element("Dbtr", () => xml.Element("Pty", () => xml.Text("Nm", BankText.Cut(name, 70))));
            if (payment.PayerAccount is { } account)
                xml.Element("DbtrAcct", () => xml.Element("Id", () => xml.Text("IBAN", account.Value)));
            if (payment.UltimateName is { } ultimate)
                xml.Element("UltmtDbtr", () => xml.Element("Pty", () => xml.Text("Nm", BankText.Cut(ultimate, 70))));
        });
    }

    private static void Remittance(XmlWriter xml, LabelledPayment payment)
    {
        if (payment.Lines.IsEmpty && payment.Documents.IsEmpty && payment.StructuredReference is null)
            return;
        xml.Element("RmtInf", () =>
        {
            foreach (var line in payment.Lines.Where(line => line.Length > 0))
                xml.Text("Ustrd", line);
            if (payment.Documents.IsEmpty && payment.StructuredReference is null)
                return;
            xml.Element("Strd", () =>
            {
                foreach (var document in payment.Documents)
                {
                    xml.Element("RfrdDocInf", () =>
                    {
                        xml.Element("Tp", () => xml.Element("CdOrPrtry", () => xml.Text("Cd", "CINV")));
                        xml.Text("Nb", document);
                    });
                }

                if (payment.StructuredReference is { } reference)
                    xml.Element("CdtrRefInf", () => xml.Text("Ref", reference.Replace(" ", "", StringComparison.Ordinal)));
            });
        });
    }

    private static Money Euro(long cents) => new(cents, Currency.Eur);
}
