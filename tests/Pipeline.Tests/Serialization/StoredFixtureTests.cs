using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Pipeline.Tests.Serialization;

/// <summary>
/// What is stored stays readable for years: each fixture is what some release wrote. With the environment variable
/// UPDATE_FIXTURES=1 the files are written instead; a change in one that exists is a change of what is stored.
/// </summary>
public class StoredFixtureTests
{
    private static readonly JsonSerializerOptions Indented = new(StoredJson.Options) { WriteIndented = true };

    public static TheoryData<string> Events => [.. StoredKinds.Events.Select(kind => kind.Name)];

    public static TheoryData<string> Messages => [.. StoredKinds.Messages.Select(kind => kind.Name)];

    public static TheoryData<string> Explanations => [.. StoredKinds.Explanations.Select(kind => kind.Name)];

    public static TheoryData<string> Records => [.. StoredSamples.Records.Keys];

    [Theory]
    [MemberData(nameof(Events))]
    public void Event_IsStoredAsItsFixture(string kind) => ShouldMatch(typeof(AccountEvent), $"events/{kind}", StoredSamples.Events[kind]);

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_IsStoredAsItsFixture(string kind) => ShouldMatch(typeof(PipelineMessage), $"messages/{kind}", StoredSamples.Messages[kind]);

    [Theory]
    [MemberData(nameof(Explanations))]
    public void Explanation_IsStoredAsItsFixture(string kind) => ShouldMatch(typeof(Explanation), $"explanations/{kind}", StoredSamples.Explanations[kind]);

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_IsStoredAsItsFixture(string name)
    {
        var sample = StoredSamples.Records[name];
        ShouldMatch(sample.GetType(), $"records/{name}", sample);
    }

    [Fact]
    public void Enumerations_AreStoredAsTheirFixture()
    {
        var enumerations = new JsonObject();
        foreach (var type in StoredTypes.Enumerations)
            enumerations[type.Name] = JsonSerializer.SerializeToNode(Enum.GetValues(type), type.MakeArrayType(), StoredJson.Options);

        ShouldBe("enumerations", enumerations.ToJsonString(Indented));
    }

    private static void ShouldMatch(Type type, string name, object sample)
    {
        var fixture = ShouldBe(name, JsonSerializer.Serialize(sample, type, Indented));
        var read = JsonSerializer.Deserialize(fixture, type, StoredJson.Options);
        Assert.Equal(fixture, JsonSerializer.Serialize(read, type, Indented));
    }

    private static string ShouldBe(string name, string actual)
    {
        var path = Path.Combine(Root(), name + ".json");
        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual + "\n");
        }

        Assert.True(File.Exists(path), $"{path} is missing; run once with UPDATE_FIXTURES=1 and read what it wrote.");
        var fixture = File.ReadAllText(path).TrimEnd();
        Assert.Equal(fixture, actual);
        return fixture;
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Fixtures", "Stored"));
}
