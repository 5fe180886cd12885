using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>
/// Each pair under tests/Fixtures/Recovery/policies: what is read of the input is the expected JSON. Adding a case needs
/// no code; a malformed one bears the code of its fault in its name.
/// </summary>
public class PolicyFixtureTests
{
    private static readonly string Malformed = Path.Combine(Fixtures.Root, "Recovery", "policies", "malformed");

    public static TheoryData<string> Inputs => Fixtures.Inputs("Recovery/policies");

    public static TheoryData<string> Codes => new(PolicyRules.All.Select(rule => rule.Code));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Parsing_AFixture_GivesWhatItsPairSays(string input)
    {
        var reading = RecoveryPolicy.Parse(File.ReadAllText(Path.Combine(Fixtures.Root, input)));

        Assert.Equal(Path.GetDirectoryName(input)!.EndsWith("valid", StringComparison.Ordinal), reading.Policy is not null);
        Fixtures.ShouldMatch(input, PolicyJson.Of(reading));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Rule_HasAFixture(string code)
    {
        var named = Directory.EnumerateFiles(Malformed, $"{code}*.input.json").ToList();

        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.Contains(RecoveryPolicy.Parse(File.ReadAllText(path)).Faults, fault => fault.Code == code));
    }

    [Fact]
    public void BuiltIn_Stages_AreThoseOfTheHouse() => Assert.Equal(
        ["pre-due-notice -5 Email", "reminder-1 5 Email", "reminder-2 15 Email", "mise-en-demeure 30 RegisteredLetter", "officer-decision 45 OfficerTask"],
        RecoveryPolicy.BuiltIn.Stages.Select(stage => $"{stage.Id} {stage.OffsetDays} {stage.Channels[0]}"));

    [Fact]
    public void Parsing_AnyText_GivesAPolicyOrFaults() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var reading = RecoveryPolicy.Parse(text ?? "");
            return reading.Policy is null != reading.Faults.IsEmpty;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parsing_ADamagedPolicy_GivesAPolicyOrFaults()
    {
        var whole = File.ReadAllText(Path.Combine(Fixtures.Root, "Recovery", "policies", "valid", "detailed.input.json"));
        var damages =
            from place in Gen.Choose(0, whole.Length - 1)
            from length in Gen.Choose(0, 30)
            from put in Gen.Elements("", "\"", "{", "}", "[", "]", "null", "1e999", "-1", "\\ud800", "\\", "\u0000", "\ud83d", "true", ",", ":")
            select whole[..place] + put + whole[Math.Min(whole.Length, place + length)..];
        Prop.ForAll(damages.ToArbitrary(), text =>
        {
            var reading = RecoveryPolicy.Parse(text);
            return reading.Policy is null != reading.Faults.IsEmpty;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void Parsing_EachValueReplaced_NeverThrows()
    {
        var text = File.ReadAllText(Path.Combine(Fixtures.Root, "Recovery", "policies", "valid", "detailed.input.json"));
        foreach (var put in new[] { "null", "0", "\"\"", "[]", "{}", "false", "[[{}]]", "{\"text\": 1}" })
        {
            foreach (var place in Values(text))
            {
                var reading = RecoveryPolicy.Parse(text[..place.Start] + put + text[place.End..]);
                Assert.Equal(reading.Policy is null, !reading.Faults.IsEmpty);
            }
        }
    }

    /// <summary>Where each value of a JSON text without brackets or quotes inside its texts begins and ends.</summary>
    private static IEnumerable<(int Start, int End)> Values(string json)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        var places = new List<(int, int)>();
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject)
                continue;
            var whole = reader;
            whole.Skip();
            places.Add((Characters(bytes, (int)reader.TokenStartIndex), Characters(bytes, (int)whole.BytesConsumed)));
        }

        return places;
    }

    private static int Characters(byte[] bytes, int count) => System.Text.Encoding.UTF8.GetCharCount(bytes, 0, count);
}
