using System.Globalization;
using Reconciliation.Domain.Statements.Camt.Xml;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>One message: BkToCstmrStmt (camt.053), BkToCstmrAcctRpt (camt.052) or BkToCstmrDbtCdtNtfctn (camt.054).</summary>
internal static class CamtMessage
{
    private const string NamespaceStart = "urn:iso:std:iso:20022:tech:xsd:camt.05";
    private const int LastVersion = 13;

    /// <summary>The element name of a message; version 1 appends V01.</summary>
    public static bool IsMessage(string name) => KindOf(name) is not null;

    /// <summary>True where the start of a document names a message by its namespace or by its element.</summary>
    public static bool IsNamedIn(string head) =>
        head.Contains("camt.052", StringComparison.Ordinal)
        || head.Contains("camt.053", StringComparison.Ordinal)
        || head.Contains("camt.054", StringComparison.Ordinal)
        || head.Contains("BkToCstmr", StringComparison.Ordinal);

    /// <summary>The parts of the message at hand.</summary>
    public static IEnumerable<StatementPart> Parts(XmlCursor xml)
    {
        if (KindOf(xml.Name) is not { } message)
            yield break;
        if (Departure(xml.Namespace, message.Format) is { } departure)
            yield return DiagnosticRules.FormatTolerated.At(departure, xml.Line, "xmlns", xml.Namespace);

        DateOnly? day = null;
        foreach (var name in xml.Children())
        {
            if (name == "GrpHdr")
                day = ReadDay(xml);
            if (name != message.Statement)
                continue;
            foreach (var part in new StatementElement(xml, message.Format, message.Kind, day).Parts())
                yield return part;
        }
    }

    private static (StatementFormat Format, StatementKind Kind, string Statement)? KindOf(string name) => name switch
    {
        "BkToCstmrStmt" or "BkToCstmrStmtV01" => (StatementFormat.Camt053, StatementKind.EndOfDay, "Stmt"),
        "BkToCstmrAcctRpt" or "BkToCstmrAcctRptV01" => (StatementFormat.Camt052, StatementKind.Intraday, "Rpt"),
        "BkToCstmrDbtCdtNtfctn" or "BkToCstmrDbtCdtNtfctnV01" => (StatementFormat.Camt054, StatementKind.Notification, "Ntfctn"),
        _ => null,
    };

    // The element decides what a message is; a namespace that says something else is worth telling.
    private static string? Departure(string uri, StatementFormat format)
    {
        var digit = format switch { StatementFormat.Camt052 => '2', StatementFormat.Camt054 => '4', _ => '3' };
        if (uri.Length == 0)
            return "The message has no namespace, so its version is not known.";
        if (!uri.StartsWith(NamespaceStart + digit + ".001.", StringComparison.Ordinal))
            return $"The namespace is not that of camt.05{digit}.";
        var version = uri.AsSpan(NamespaceStart.Length + ".x001.".Length);
        return int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LastVersion
            ? null
            : $"Version '{version}' is not known; the message was read like version {LastVersion}.";
    }

    private static DateOnly? ReadDay(XmlCursor xml)
    {
        // A date that is none matters only where no other is found, and then that is reported.
        var scope = new StatementScope(xml);
        DateOnly? day = null;
        foreach (var name in xml.Children())
        {
            if (name == "CreDtTm")
                day = DateElement.Read(scope, "GrpHdr/CreDtTm");
        }

        return day;
    }
}
