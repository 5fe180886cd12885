using System.Reflection;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Tests.Statements;

/// <summary>DIAGNOSTICS.md lists the rules of the code; UPDATE_FIXTURES=1 writes them into it.</summary>
public class DiagnosticsPageTests
{
    [Fact]
    public void Page_ListsTheRules() => Pages.ShouldHold(
        "Statements/DIAGNOSTICS.md",
        "## Rules",
        DiagnosticRules.All.Select(rule => new[] { $"`{rule.Code}`", $"{rule.Severity}", rule.Rule, rule.Remedy }));

    [Fact]
    public void All_HoldsEveryRuleOnce()
    {
        var declared = typeof(DiagnosticRules).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(DiagnosticRule))
            .Select(property => ((DiagnosticRule)property.GetValue(null)!).Code);

        Assert.Equal(declared.Order(), DiagnosticRules.All.Select(rule => rule.Code).Order());
        Assert.Distinct(DiagnosticRules.All.Select(rule => rule.Code));
    }

    [Fact]
    public void Codes_AreWordsWithHyphens() =>
        Assert.All(DiagnosticRules.All, rule => Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Code));
}
