using System.Runtime.CompilerServices;
using System.Text.Json;
using Reconciliation.Host.Azure.Orchestrations;

namespace Reconciliation.Host.Azure.Tests.Orchestrations;

/// <summary>
/// What orchestrations store is read by later releases: each fixture is what some release wrote. Members are added, never
/// renamed. With UPDATE_FIXTURES=1 the files are written instead.
/// </summary>
public class StoredShapeTests
{
    private static readonly DateTimeOffset At = new(2026, 10, 8, 9, 0, 0, TimeSpan.FromHours(2));

    private static readonly Dictionary<string, object> Samples = new()
    {
        ["case-input"] = new CaseInput("creditor|D-1|EUR"),
        ["case-look"] = new CaseLook(false, At, "first-reminder", ["money-in-flight"]),
        ["case-status"] = new CaseStatus("day", At, "first-reminder", ["money-in-flight"]),
        ["matching-input"] = new MatchingInput("abc"),
        ["matching-part"] = new MatchingPart("abc", new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 2)),
        ["matching-status"] = new MatchingStatus("parts", 8, 20),
    };

    public static TheoryData<string> Names => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_IsStoredAsItsFixture_AndReadBack(string name)
    {
        var sample = Samples[name];
        var written = JsonSerializer.Serialize(sample, sample.GetType());
        var path = Path.Combine(Root(), name + ".json");
        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1")
        {
            Directory.CreateDirectory(Root());
            File.WriteAllText(path, written + "\n");
        }

        var fixture = File.ReadAllText(path).TrimEnd();
        Assert.Equal(fixture, written);
        Assert.Equivalent(sample, JsonSerializer.Deserialize(fixture, sample.GetType()), strict: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_OfALaterRelease_IsRead(string name)
    {
        var sample = Samples[name];
        var later = JsonSerializer.Serialize(sample, sample.GetType()).Insert(1, "\"AddedLater\":[1],");

        Assert.Equivalent(sample, JsonSerializer.Deserialize(later, sample.GetType()), strict: true);
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Fixtures", "Orchestrations"));
}
