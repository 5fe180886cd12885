using System.Text.Json;
using System.Text.Json.Serialization;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Interest;

/// <summary>Reads reference rates from JSON; figures are decimal from the first digit on.</summary>
internal static class RatesJson
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static IReadOnlyList<ReferenceRate> Read(string json, List<string> faults)
    {
        try
        {
            var file = JsonSerializer.Deserialize<RatesFile>(json, Strict);
            if (file is not null)
                return [.. file.Semesters.Select(entry => Rate(file.Kind, entry, faults)).OfType<ReferenceRate>()];
            faults.Add("The file holds no object.");
        }
        catch (JsonException malformed)
        {
            faults.Add($"At {malformed.Path ?? "$"}, line {(malformed.LineNumber ?? 0) + 1}: not what a file of rates holds there.");
        }

        return [];
    }

    private static ReferenceRate? Rate(ReferenceRateKind kind, SemesterEntry? entry, List<string> faults)
    {
        if (entry is null)
            faults.Add("A semester is null.");
        else if (Semester.Read(entry.Semester) is not { } semester)
            faults.Add($"'{entry.Semester}' is not a semester such as 2026-S1.");
        else if (entry.PerCent is < 0 or > 100)
            faults.Add($"The rate of {entry.Semester} is not within 0 to 100 per cent.");
        else if (string.IsNullOrWhiteSpace(entry.Source))
            faults.Add($"The rate of {entry.Semester} has no source.");
        else
            return new ReferenceRate(kind, semester, new AnnualRate(entry.PerCent), entry.Source);
        return null;
    }

    private sealed record RatesFile
    {
        public required ReferenceRateKind Kind { get; init; }

        public required List<SemesterEntry?> Semesters { get; init; }
    }

    private sealed record SemesterEntry
    {
        public required string Semester { get; init; }

        public required decimal PerCent { get; init; }

        public required string Source { get; init; }
    }
}
