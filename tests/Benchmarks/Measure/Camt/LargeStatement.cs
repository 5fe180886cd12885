using System.Text;
using System.Xml;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Output;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Measure.Camt;

/// <summary>One camt.053.001.08 statement of any number of made-up entries that add up. It is made twice: once for its totals.</summary>
internal static class LargeStatement
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    public static void Write(Stream file, int entries, ulong seed, bool isIndented) =>
        Write(file, entries, seed, isIndented, InventedCreditor.Atlantide);

    public static void Write(Stream file, int entries, ulong seed, bool isIndented, HouseAccount account)
    {
        var totals = Entries(entries, seed).Aggregate(new Totals(), (sum, entry) => sum.With(entry.Amount));
        var settings = new XmlWriterSettings { Indent = isIndented, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using var xml = XmlWriter.Create(file, settings);
        xml.WriteStartElement("Document", Namespace);
        xml.WriteStartElement("BkToCstmrStmt", Namespace);
        xml.Element("GrpHdr", () =>
        {
            xml.Text("MsgId", "ATLD-C53-LARGE");
            xml.Text("CreDtTm", "2026-09-30T21:40:00+02:00");
        });
        xml.WriteStartElement("Stmt", Namespace);
        Head(xml, account, entries, totals);
        foreach (var entry in Entries(entries, seed))
            LargeEntryXml.Write(xml, entry);
        xml.WriteEndDocument();
    }

    private static IEnumerable<LargeEntry> Entries(int count, ulong seed)
    {
        var entries = new LargeEntries(new DeterministicRandom(seed));
        for (var number = 1; number <= count; number++)
            yield return entries.Next(number);
    }

    private static void Head(XmlWriter xml, HouseAccount account, int entries, Totals totals)
    {
        xml.Text("Id", "ATLD20260930");
        xml.Text("ElctrncSeqNb", "190");
        xml.Text("CreDtTm", "2026-09-30T21:40:00+02:00");
        xml.Element("Acct", () =>
        {
            xml.Element("Id", () => xml.Text("IBAN", account.Iban.Value));
            xml.Text("Ccy", "EUR");
        });
        Balance(xml, "OPBD", account.Opening, Calendar.Before);
        Balance(xml, "CLBD", account.Opening + Amounts.Euro(totals.Credits - totals.Debits), Calendar.BankDays[^1]);
        xml.Element("TxsSummry", () =>
        {
            xml.Element("TtlNtries", () => xml.Text("NbOfNtries", Invariant($"{entries}")));
            Total(xml, "TtlCdtNtries", totals.CreditCount, totals.Credits);
            Total(xml, "TtlDbtNtries", totals.DebitCount, totals.Debits);
        });
    }

    private static void Balance(XmlWriter xml, string code, Money amount, DateOnly day) => xml.Element("Bal", () =>
    {
        xml.Element("Tp", () => xml.Element("CdOrPrtry", () => xml.Text("Cd", code)));
        xml.Amount("Amt", amount);
        xml.Direction(amount);
        xml.Element("Dt", () => xml.Day("Dt", day));
    });

    private static void Total(XmlWriter xml, string name, int count, long cents) => xml.Element(name, () =>
    {
        xml.Text("NbOfNtries", Invariant($"{count}"));
        xml.Text("Sum", Amounts.Euro(cents).ToDecimalString());
    });

    private readonly record struct Totals(int CreditCount, long Credits, int DebitCount, long Debits)
    {
        public Totals With(Money amount) => amount.IsPositive
            ? this with { CreditCount = CreditCount + 1, Credits = Credits + amount.MinorUnits }
            : this with { DebitCount = DebitCount + 1, Debits = Debits - amount.MinorUnits };
    }
}
