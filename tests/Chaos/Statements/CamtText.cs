using System.Xml.Linq;
using static System.FormattableString;

namespace Reconciliation.Chaos.Statements;

/// <summary>Writes camt.053.001.08: a statement a day.</summary>
internal static class CamtText
{
    private static readonly XNamespace Camt = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    public static string Of(string iban, params BankDay[] days) => new XElement(
        Camt + "Document",
        new XElement(
            Camt + "BkToCstmrStmt",
            Element("GrpHdr", Text("MsgId", Invariant($"C53-{days[^1].Number}")), Text("CreDtTm", Evening(days[^1]))),
            days.Select(day => Statement(iban, day)))).ToString();

    private static XElement Statement(string iban, BankDay day) => Element(
        "Stmt",
        Text("Id", Invariant($"S{day.Number}")),
        Text("ElctrncSeqNb", Invariant($"{day.Number}")),
        Text("CreDtTm", Evening(day)),
        Element("Acct", Element("Id", Text("IBAN", iban)), Text("Ccy", "EUR")),
        Balance("OPBD", day.Opening, day.Day.AddDays(-1)),
        Balance("CLBD", day.Stated, day.Day),
        day.Lines.Select((line, index) => Entry(day, line, index)));

    private static XElement Balance(string code, long cents, DateOnly day) => Element(
        "Bal",
        Element("Tp", Element("CdOrPrtry", Text("Cd", code))),
        Amount(cents),
        Direction(cents),
        Element("Dt", Text("Dt", Day(day))));

    private static XElement Entry(BankDay day, BookedLine line, int index)
    {
        var party = line.Cents > 0 || line.ReturnedFor is not null ? "Dbtr" : "Cdtr";
        return Element(
            "Ntry",
            Amount(line.Cents),
            Direction(line.Cents),
            Element("Sts", Text("Cd", "BOOK")),
            Element("BookgDt", Text("Dt", Day(day.Day))),
            Element("ValDt", Text("Dt", Day(day.Day))),
            Text("AcctSvcrRef", Invariant($"R{day.Number}-{index}")),
            Element(
                "NtryDtls",
                Element(
                    "TxDtls",
                    Amount(line.Cents),
                    Direction(line.Cents),
                    Element("RltdPties", Element(party, Element("Pty", Text("Nm", line.Name)))),
                    Element("RmtInf", Text("Ustrd", line.Text)),
                    line.ReturnedFor is { } reason ? Element("RtrInf", Element("Rsn", Text("Cd", reason))) : null)));
    }

    private static XElement Element(string name, params object?[] content) => new(Camt + name, content);

    private static XElement Text(string name, string text) => new(Camt + name, text);

    private static XElement Amount(long cents) => new(
        Camt + "Amt", new XAttribute("Ccy", "EUR"), Invariant($"{Math.Abs(cents) / 100}.{Math.Abs(cents) % 100:00}"));

    private static XElement Direction(long cents) => Text("CdtDbtInd", cents < 0 ? "DBIT" : "CRDT");

    private static string Day(DateOnly day) => Invariant($"{day:yyyy-MM-dd}");

    private static string Evening(BankDay day) => Invariant($"{day.Day:yyyy-MM-dd}T21:00:00+02:00");
}
