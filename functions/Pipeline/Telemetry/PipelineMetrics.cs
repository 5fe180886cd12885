using System.Diagnostics.Metrics;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Recovery;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Telemetry;

/// <summary>
/// The figures that operations watch. Dashboards and alerts go by these names: they are kept. What is done again after an
/// interruption may count again.
/// </summary>
internal static class PipelineMetrics
{
    private static readonly Meter Meter = new(PipelineTelemetry.Name);
    private static readonly Counter<long> FileCounter = Meter.CreateCounter<long>("reconciliation.files", "{file}", "Statement files dealt with.");
    private static readonly Counter<long> EntryCounter = Meter.CreateCounter<long>("reconciliation.entries", "{entry}", "Bank entries of accepted files.");
    private static readonly Counter<long> MatchCounter = Meter.CreateCounter<long>("reconciliation.matches", "{entry}", "Decisions of the matcher that changed something.");
    private static readonly Counter<long> ContactCounter = Meter.CreateCounter<long>("reconciliation.contacts", "{contact}", "Contacts made, failed or suppressed.");

    public static void File(FileRecord file)
    {
        FileCounter.Add(1, new("status", Word(file.Status)), new("format", file.Format is { } format ? Word(format) : "unknown"));
        if (file.Status != FileStatus.Accepted)
            return;
        EntryCounter.Add(file.NewEntries, new KeyValuePair<string, object?>("outcome", "new"));
        EntryCounter.Add(file.KnownEntries, new KeyValuePair<string, object?>("outcome", "known"));
    }

    public static void Matches(MatchVerdict verdict, int entries)
    {
        if (entries > 0)
            MatchCounter.Add(entries, new KeyValuePair<string, object?>("decision", Word(verdict)));
    }

    public static void Contact(ContactChannel channel, ContactResult result) =>
        ContactCounter.Add(1, new("channel", Word(channel)), new("result", Word(result)));

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
