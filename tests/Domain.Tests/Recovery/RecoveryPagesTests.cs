using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>The pages beside the code say what the code does.</summary>
public class RecoveryPagesTests
{
    private const string Members = "Reconciliation.Domain.Recovery.";

    [Fact]
    public void ContactRules_PageAndCode_Agree()
    {
        Page.BlockShouldBe("CONTACT-RULES.md", "rules", Table(
            "code | effect | why a contact is not made | basis",
            ContactRule.All.Select(rule => $"`{rule.Code}` | {(rule.Effect == ContactRuleEffect.Forbids ? "forbids" : "delays")} | {rule.English} | {rule.Basis}")));
        Page.BlockShouldBe("CONTACT-RULES.md", "rests", Table("code | reason", RestReasons.All.Select(reason => $"`{reason.Code}` | {reason.English}")));
    }

    [Fact]
    public void ContactRules_Codes_AreOneEach()
    {
        var codes = ContactRule.All.Select(rule => rule.Code).Concat(RestReasons.All.Select(reason => reason.Code)).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(Declared<ContactRule>(typeof(ContactRule)), ContactRule.All);
    }

    [Fact]
    public void PolicyRules_Codes_AreOneEach()
    {
        Assert.Equal(PolicyRules.All.Length, PolicyRules.All.Select(rule => rule.Code).Distinct().Count());
        Assert.Equal(Declared<PolicyRule>(typeof(PolicyRules)), PolicyRules.All);
    }

    [Fact]
    public void PolicyFaults_PageAndCode_Agree() =>
        Page.BlockShouldBe("POLICY.md", "faults", Table(
            "code | what must hold | remedy", PolicyRules.All.Select(rule => $"`{rule.Code}` | {rule.Rule} | {rule.Remedy}")));

    [Fact]
    public void Placeholders_PageAndCode_Agree() =>
        Page.BlockShouldBe("POLICY.md", "placeholders", Table("placeholder | value", Enum.GetValues<Placeholder>().Select(placeholder =>
            $"`{{{char.ToLowerInvariant(placeholder.ToString()[0])}{placeholder.ToString()[1..]}}}` | {Page.SummaryOf($"F:{Members}Placeholder.{placeholder}")}")));

    [Fact]
    public void LetterRefusals_PageAndCode_Agree() =>
        Page.BlockShouldBe("README.md", "refusals", Table("code | why there is no letter", LetterRefusals.All.Select(code =>
            $"`{code}` | {Page.SummaryOf($"F:{Members}LetterRefusals.{string.Concat(code.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}")}")));

    [Fact]
    public void Stages_DiagramAndPolicy_Agree() =>
        Page.BlockShouldBe("README.md", "stages", Diagram(
            RecoveryPolicy.BuiltIn.Stages.Select(stage => stage.Id),
            RecoveryTransitions.OfStages(RecoveryPolicy.BuiltIn).Select(way => (way.From, (string?)way.To, way.When))
                .Append((RecoveryPolicy.BuiltIn.Stages[^1].Id, null, "a person decides"))));

    [Fact]
    public void Contacts_DiagramAndTable_Agree() =>
        Page.BlockShouldBe("README.md", "contacts", Diagram(
            ["to-be-made", .. Enum.GetValues<ContactResult>().Select(Name)],
            RecoveryTransitions.OfContact.Select(way => ((string?)(way.From is { } from ? Name(from) : "to-be-made"), (string?)Name(way.To), way.When))
                .Prepend((null, "to-be-made", "a step is taken")).Append((Name(ContactResult.Made), null, ""))));

    /// <summary>The rules that a type declares, in order of declaration.</summary>
    private static IEnumerable<T> Declared<T>(Type type) =>
        type.GetProperties().Where(property => property.PropertyType == typeof(T)).OrderBy(property => property.MetadataToken).Select(property => (T)property.GetValue(null)!);

    private static string Name(ContactResult result) => result.ToString().ToLowerInvariant();

    private static IEnumerable<string> Table(string head, IEnumerable<string> rows) =>
        [$"| {head} |", $"|{string.Concat(head.Split('|').Select(_ => " --- |"))}", .. rows.Select(row => $"| {row} |")];

    /// <summary>A state diagram in Mermaid; a null state is its begin or its end.</summary>
    private static IEnumerable<string> Diagram(IEnumerable<string> states, IEnumerable<(string? From, string? To, string When)> ways) =>
    [
        "```mermaid",
        "stateDiagram-v2",
        .. states.Select(state => $"    state \"{state}\" as {Id(state)}"),
        .. ways.Select(way => $"    {Id(way.From)} --> {Id(way.To)}{(way.When.Length > 0 ? $": {way.When}" : "")}"),
        "```",
    ];

    private static string Id(string? state) => state?.Replace('-', '_') ?? "[*]";
}
