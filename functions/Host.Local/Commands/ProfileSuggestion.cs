using System.Text.Json;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Csv;
using Reconciliation.Domain.Statements.Csv.Suggestion;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline.Ingest;

namespace Reconciliation.Host.Local.Commands;

/// <summary><c>reconcile check --suggest-profile FILE...</c></summary>
internal static class ProfileSuggestion
{
    private const int SampleLength = 1 << 18;
    private const int ShownEntries = 10;

    /// <summary>Proposes a profile for a file and reads it back; false where none can be proposed or the file is refused by it.</summary>
    public static bool Run(FileInfo file, bool json)
    {
        var suggestion = Suggest(file);
        var found = suggestion.Profile is { } profile ? Check(file, profile) : null;
        if (json)
            JsonLines.Write(Line(file, suggestion, found));
        else
            ProfileReport.Write(file.ToString(), suggestion, found, suggestion.Profile is { } own ? Entries(file, own) : []);
        return found is { Accepted: true };
    }

    private static CsvSuggestion Suggest(FileInfo file)
    {
        using var bytes = InputFiles.Open(file);
        var sample = new byte[SampleLength];
        var length = bytes.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        var name = string.Concat(Path.GetFileNameWithoutExtension(file.Name).ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-');
        return CsvSuggester.Of(name.Length == 0 ? "proposed" : name, sample.AsSpan(0, length), isWhole: length < sample.Length || bytes.ReadByte() < 0);
    }

    private static CheckedFile Check(FileInfo file, CsvProfile profile)
    {
        using var bytes = InputFiles.Open(file);
        return CheckStatement.Of(file.ToString(), bytes, [new CsvStatementReader(profile)]);
    }

    private static List<StatementEntry> Entries(FileInfo file, CsvProfile profile)
    {
        using var bytes = InputFiles.Open(file);
        return [.. new CsvStatementReader(profile).Read(bytes).OfType<StatementEntry>().Take(ShownEntries)];
    }

    private static object Line(FileInfo file, CsvSuggestion suggestion, CheckedFile? found) => new
    {
        File = file.ToString(),
        Profile = suggestion.Profile is { } profile ? JsonSerializer.Deserialize<JsonElement>(CsvProfileWriter.Write(profile)) : (JsonElement?)null,
        Proposals = suggestion.Proposals.Select(p => new { p.Property, p.Value, Certainty = Words.Of(p.Certainty), p.Reason }),
        Check = found,
    };
}
