using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Recovery;

/// <summary>Reads a policy from JSON, all faults in one pass.</summary>
internal static class PolicyParser
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly FrozenDictionary<string, ContactChannel> Channels = ByName<ContactChannel>();

    public static FrozenDictionary<string, DebtorKind> Kinds { get; } = ByName<DebtorKind>();

    public static PolicyReading Parse(string json)
    {
        var faults = new List<PolicyFault>();
        try
        {
            if (LoneSurrogate(json) is { } place)
                return Malformed($"Character {place + 1} is half of an escaped character; write the character itself.");
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json), Strict);
            var policy = Policy(PolicyObject.Of(document.RootElement, "$", faults));
            return faults.Count == 0 ? new PolicyReading(policy, []) : new PolicyReading(null, [.. faults]);
        }
        catch (JsonException malformed)
        {
            return Malformed(malformed.LineNumber is { } line
                ? $"Line {line + 1}, byte {malformed.BytePositionInLine + 1} is not what JSON allows there."
                : "An object names a property twice.");
        }
    }

    /// <summary>The members of an enumeration under their names with a small first letter.</summary>
    public static FrozenDictionary<string, T> ByName<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(
            member => char.ToLowerInvariant(member.ToString()[0]) + member.ToString()[1..], StringComparer.Ordinal);

    private static PolicyReading Malformed(string message) => new(null, [PolicyRules.JsonMalformed.At("$", message)]);

    /// <summary>The first escape of a surrogate (such as \uD83D), half a character: JSON's grammar lets one half through, which no text can hold.</summary>
    private static int? LoneSurrogate(string json)
    {
        for (var i = 0; i + 1 < json.Length; i++)
        {
            if (json[i] != '\\')
                continue;
            if (json.AsSpan(i + 1) is ['u', 'd' or 'D', '8' or '9' or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'), ..])
                return i;
            i++;
        }

        return null;
    }

    private static RecoveryPolicy Policy(PolicyObject source)
    {
        var policy = new RecoveryPolicy
        {
            Name = source.Text("name"),
            Version = source.Text("version"),
            Contacts = PolicySettings.Contacts(source.Object("contacts")),
            Dunning = PolicySettings.Dunning(source.Object("dunning")),
            Stages = [.. source.List("stages").Select(stage => Stage(PolicyObject.Of(stage.Value, stage.Path, source.Faults)))],
        };
        source.Close();
        Order(policy.Stages, source);
        return policy;
    }

    private static RecoveryStage Stage(PolicyObject source)
    {
        var kinds = source.Names("debtorKinds", Kinds);
        var stage = new RecoveryStage
        {
            Id = source.Text("id", longest: 60),
            Basis = source.Text("basis"),
            OffsetDays = source.Integer("offsetDays", -365, 3650),
            LastDay = source.OptionalInteger("lastDay", -365, 3650),
            LeastDaysSincePrevious = source.Integer("leastDaysSincePrevious", 1, 365),
            PayWithinDays = source.OptionalInteger("payWithinDays", 1, 365),
            DebtorKinds = kinds,
            Channels = source.Names("channels", Channels),
            Texts = FrozenDictionary<string, StageText>.Empty,
        };
        LastDay(stage, source);
        var texts = source.Object("texts");
        stage = stage with { Texts = Letters.Languages.ToFrozenDictionary(l => l, l => PolicyTexts.Read(texts.Object(l), stage), StringComparer.Ordinal) };
        texts.Close();
        source.Close();
        return stage;
    }

    private static void LastDay(RecoveryStage stage, PolicyObject source)
    {
        if (stage.LastDay is not { } last)
        {
            if (stage.IsBeforeDue)
                source.Fault(PolicyRules.StageLastDay, "lastDay", "The stage announces a due date and has no last day.");
        }
        else if (last < stage.OffsetDays || (stage.IsBeforeDue && last >= 0))
        {
            source.Fault(PolicyRules.StageLastDay, "lastDay", $"The stage begins on day {stage.OffsetDays} and ends on day {last}.");
        }
    }

    private static void Order(ImmutableArray<RecoveryStage> stages, PolicyObject source)
    {
        for (var i = 1; i < stages.Length; i++)
        {
            if (stages[i].OffsetDays <= stages[i - 1].OffsetDays)
                source.Fault(PolicyRules.StageOrder, $"stages[{i}].offsetDays", $"Day {stages[i].OffsetDays} does not come after day {stages[i - 1].OffsetDays} of '{stages[i - 1].Id}'.");
            if (stages.Take(i).Any(earlier => earlier.Id == stages[i].Id))
                source.Fault(PolicyRules.Repeated, $"stages[{i}].id", $"'{stages[i].Id}' names a stage before.");
        }
    }
}
