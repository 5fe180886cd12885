using System.Globalization;
using System.Text;
using System.Xml;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>Writes camt.053.001.08.</summary>
internal static class CamtWriter
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    public static byte[] Write(IReadOnlyList<DayStatement> statements)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("Document", Namespace);
            xml.WriteStartElement("BkToCstmrStmt", Namespace);
            Header(xml, statements[^1]);
            foreach (var statement in statements)
                Statement(xml, statement);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Header(XmlWriter xml, DayStatement last) => xml.Element("GrpHdr", () =>
    {
        xml.Text("MsgId", Invariant($"{last.Account.Bic[..4]}-C53-{last.Day:yyyyMMdd}"));
        xml.Text("CreDtTm", Evening(last.Day));
        xml.Element("MsgPgntn", () =>
        {
            xml.Text("PgNb", "1");
            xml.Text("LastPgInd", "true");
        });
    });

    private static void Statement(XmlWriter xml, DayStatement statement) => xml.Element("Stmt", () =>
    {
        xml.Text("Id", Invariant($"{statement.Account.Bic[..4]}{statement.Day:yyyyMMdd}"));
        xml.Text("ElctrncSeqNb", Invariant($"{statement.Number}"));
        xml.Text("CreDtTm", Evening(statement.Day));
        xml.Element("FrToDt", () =>
        {
            xml.Text("FrDtTm", Invariant($"{statement.PreviousDay.AddDays(1):yyyy-MM-dd}T00:00:00+02:00"));
            xml.Text("ToDtTm", Invariant($"{statement.Day:yyyy-MM-dd}T23:59:59+02:00"));
        });
        xml.Element("Acct", () => Account(xml, statement.Account));
        Balance(xml, "OPBD", statement.Opening, statement.PreviousDay);
        Balance(xml, "CLBD", statement.StatedClosing, statement.Day);
        Summary(xml, statement);
        foreach (var line in statement.Lines)
            CamtEntry.Write(xml, line);
    });

    private static void Account(XmlWriter xml, HouseAccount account)
    {
        xml.Element("Id", () => xml.Text("IBAN", account.Iban.Value));
        xml.Text("Ccy", "EUR");
        xml.Element("Ownr", () => xml.Text("Nm", InventedCreditor.Name));
        xml.Element("Svcr", () => xml.Element("FinInstnId", () =>
        {
            xml.Text("BICFI", account.Bic);
            xml.Text("Nm", account.Bank);
        }));
    }

    private static void Balance(XmlWriter xml, string code, Money amount, DateOnly day) => xml.Element("Bal", () =>
    {
        xml.Element("Tp", () => xml.Element("CdOrPrtry", () => xml.Text("Cd", code)));
        xml.Amount("Amt", amount);
        xml.Direction(amount);
        xml.Element("Dt", () => xml.Day("Dt", day));
    });

    private static void Summary(XmlWriter xml, DayStatement statement)
    {
        if (statement.Lines.IsEmpty)
            return;
        var amounts = statement.Lines.Select(l => l.Line.Amount).ToArray();
        var net = Money.Sum(amounts, Currency.Eur);
        xml.Element("TxsSummry", () =>
        {
            xml.Element("TtlNtries", () =>
            {
                xml.Text("NbOfNtries", Invariant($"{amounts.Length}"));
                xml.Text("Sum", Money.Sum(amounts.Select(a => a.Abs()), Currency.Eur).ToDecimalString());
                xml.Element("TtlNetNtry", () =>
                {
                    xml.Text("Amt", net.Abs().ToDecimalString());
                    xml.Direction(net);
                });
            });
            Total(xml, "TtlCdtNtries", [.. amounts.Where(a => a.IsPositive)]);
            Total(xml, "TtlDbtNtries", [.. amounts.Where(a => a.IsNegative)]);
        });
    }

    private static void Total(XmlWriter xml, string name, Money[] amounts) => xml.Element(name, () =>
    {
        xml.Text("NbOfNtries", amounts.Length.ToString(CultureInfo.InvariantCulture));
        xml.Text("Sum", Money.Sum(amounts, Currency.Eur).Abs().ToDecimalString());
    });

    private static string Evening(DateOnly day) => Invariant($"{day:yyyy-MM-dd}T21:40:00+02:00");
}
