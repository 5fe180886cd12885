using System.Text.Json.Nodes;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Architecture;

/// <summary>Every stable code of a statement file has a case that shows it.</summary>
public class CodeTests
{
    /// <summary>What only the books can tell, so that no file shows it by itself.</summary>
    private static readonly DiagnosticRule[] OfThePipeline =
    [
        DiagnosticRules.AccountUnknown,
        DiagnosticRules.ContinuityBroken,
        DiagnosticRules.StatementNumberGap,
        DiagnosticRules.DateFuture,
        DiagnosticRules.StatementOverlaps,
        DiagnosticRules.BooksContradicted,
        DiagnosticRules.PreviewNotPosted,
        DiagnosticRules.FileDuplicate,
        DiagnosticRules.IntakeFailed,
    ];

    [Fact]
    public void RulesOfReading_EachHaveAFixture()
    {
        var shown = Repository.Files("tests/Fixtures/Statements").Where(file => file.EndsWith(".expected.json", StringComparison.Ordinal))
            .SelectMany(file => JsonNode.Parse(Repository.Read(file))!["diagnostics"]?.AsArray() ?? [])
            .Select(diagnostic => (string)diagnostic!["code"]!)
            .Distinct();

        Assert.Equal(DiagnosticRules.All.Except(OfThePipeline).Select(rule => rule.Code).Order(), shown.Order());
    }

    [Fact]
    public void RulesOfTheBooks_AreEachNamedByATestOfThePipeline() =>
        Violations.ShouldBeNone(OfThePipeline.Select(rule => rule.Code).Where(code => !IsNamedIn("tests/Pipeline.Tests", $"\"{code}\"")));

    [Fact]
    public void RefusalsOfEntries_AreEachNamedByATest() =>
        Violations.ShouldBeNone(typeof(MatchingRefusals).GetProperties().Select(refusal => $"{nameof(MatchingRefusals)}.{refusal.Name}")
            .Where(name => !IsNamedIn("tests/Pipeline.Tests", name) && !IsNamedIn("tests/Domain.Tests", name)));

    private static bool IsNamedIn(string folder, string text) =>
        Repository.Sources(folder).Any(file => Repository.Read(file).Contains(text, StringComparison.Ordinal));
}
