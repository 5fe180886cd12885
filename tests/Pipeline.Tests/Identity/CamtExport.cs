using System.Xml.Linq;
using static System.FormattableString;

namespace Reconciliation.Pipeline.Tests.Identity;

/// <summary>Writes what a history is in camt.052, camt.053 and camt.054, version 8.</summary>
internal sealed class CamtExport(TrueHistory history, string account, References references)
{
    // Over every export, so that no two are the same file.
    private static int _messages;

    /// <summary>camt.053: end-of-day statements.</summary>
    public Export Statements(params Cut[] cuts) => new(
        Invariant($"053 {string.Join(' ', cuts.Select(cut => $"{cut.From}-{cut.To}#{cut.Number}"))}"),
        Document("camt.053.001.08", "BkToCstmrStmt", name => cuts.Select(cut => Statement(name, cut))),
        cuts);

    /// <summary>camt.052: what was booked on a day so far, and what is announced.</summary>
    public Export Report(int day, int to) => new(
        Invariant($"052 day {day} to {to}"),
        Document("camt.052.001.08", "BkToCstmrAcctRpt", name =>
        [
            new XElement(
                name + "Rpt", new XElement(name + "Id", Invariant($"R{day}-{to}")), Account(name),
                Range(history.BeginOf(day), to).Select(index => Entry(name, index, "BOOK")),
                history.Pending.Where(pending => pending.Day == history.Days[day]).Select(pending => Entry(name, pending.Entry, "PDNG"))),
        ]),
        []);

    /// <summary>camt.054: the payments in the batches of a day.</summary>
    public Export Notification(int day) => new(
        Invariant($"054 day {day}"),
        Document("camt.054.001.08", "BkToCstmrDbtCdtNtfctn", name =>
        [
            new XElement(
                name + "Ntfctn", new XElement(name + "Id", Invariant($"N{day}")), Account(name),
                Range(history.BeginOf(day), history.BeginOf(day + 1)).Where(index => !history.Entries[index].Parts.IsEmpty)
                    .Select(index => Entry(name, index, "BOOK"))),
        ]),
        []);

    private static IEnumerable<int> Range(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from));

    private string Document(string version, string message, Func<XNamespace, IEnumerable<XElement>> content)
    {
        XNamespace name = "urn:iso:std:iso:20022:tech:xsd:" + version;
        return new XElement(
            name + "Document",
            new XElement(
                name + message,
                new XElement(name + "GrpHdr", new XElement(name + "MsgId", Invariant($"M{Interlocked.Increment(ref _messages)}")), new XElement(name + "CreDtTm", "2026-12-31T21:00:00+01:00")),
                content(name))).ToString();
    }

    private XElement Statement(XNamespace name, Cut cut) => new(
        name + "Stmt",
        new XElement(name + "Id", Invariant($"S{cut.Number}")),
        new XElement(name + "ElctrncSeqNb", cut.Number),
        Account(name),
        Balance(name, "OPBD", history.BalanceBefore(cut.From), history.BalanceDayBefore(cut.From)),
        Balance(name, "CLBD", history.BalanceBefore(cut.To), history.Entries[cut.To - 1].Day),
        Range(cut.From, cut.To).Select(index => Entry(name, index, "BOOK")),
        history.Pending.Where(pending => pending.Day == history.Entries[cut.To - 1].Day).Select(pending => Entry(name, pending.Entry, "PDNG")));

    private XElement Account(XNamespace name) =>
        new(name + "Acct", new XElement(name + "Id", new XElement(name + "Othr", new XElement(name + "Id", account))), new XElement(name + "Ccy", "EUR"));

    private static XElement Balance(XNamespace name, string code, long cents, DateOnly day) => new(
        name + "Bal",
        new XElement(name + "Tp", new XElement(name + "CdOrPrtry", new XElement(name + "Cd", code))),
        Amount(name, cents),
        Direction(name, cents),
        Day(name, "Dt", day));

    private XElement Entry(XNamespace name, int index, string status) => Entry(name, history.Entries[index], status);

    private XElement Entry(XNamespace name, TrueEntry entry, string status) => new(
        name + "Ntry",
        Amount(name, entry.Cents),
        Direction(name, entry.Cents),
        entry.IsReversal ? new XElement(name + "RvslInd", "true") : null,
        new XElement(name + "Sts", new XElement(name + "Cd", status)),
        Day(name, "BookgDt", entry.Day),
        Day(name, "ValDt", entry.Day),
        references.OfBank && entry.Reference is { } reference ? new XElement(name + "AcctSvcrRef", reference) : null,
        new XElement(name + "NtryDtls", Details(name, entry)));

    private IEnumerable<XElement> Details(XNamespace name, TrueEntry entry) =>
        entry.Parts.IsEmpty
            ? [Detail(name, entry, entry.Cents, entry.Text)]
            : entry.Parts.Select((cents, part) => Detail(name, entry, cents, $"{entry.Text} part {part}"));

    private XElement Detail(XNamespace name, TrueEntry entry, long cents, string text) => new(
        name + "TxDtls",
        references.OfPayer && entry.EndToEnd is { } endToEnd ? new XElement(name + "Refs", new XElement(name + "EndToEndId", endToEnd)) : null,
        Amount(name, cents),
        Direction(name, cents),
        new XElement(name + "RmtInf", new XElement(name + "Ustrd", text)));

    private static XElement Amount(XNamespace name, long cents) => new(
        name + "Amt", new XAttribute("Ccy", "EUR"), Invariant($"{Math.Abs(cents) / 100}.{Math.Abs(cents) % 100:00}"));

    private static XElement Direction(XNamespace name, long cents) => new(name + "CdtDbtInd", cents < 0 ? "DBIT" : "CRDT");

    private static XElement Day(XNamespace name, string element, DateOnly day) => new(name + element, new XElement(name + "Dt", Invariant($"{day:yyyy-MM-dd}")));
}
