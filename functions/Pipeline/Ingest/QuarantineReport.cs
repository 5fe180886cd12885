using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>The report that lies beside a quarantined file: what was found, where, against which rule, and what to do.</summary>
internal static class QuarantineReport
{
    private static readonly FrozenDictionary<string, string> Rules = DiagnosticRules.All.ToFrozenDictionary(rule => rule.Code, rule => rule.Rule, StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(FileRecord file)
    {
        var report = JsonSerializer.SerializeToNode(file, Options)!;
        // A finding is kept with its code only; whoever reads the report has no page of codes at hand.
        foreach (var (finding, node) in file.Diagnostics.Zip(report["diagnostics"]!.AsArray()))
            node!["rule"] = Rules.GetValueOrDefault(finding.Code);
        return report.ToJsonString(Options);
    }
}
