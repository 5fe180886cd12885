using System.Collections.Immutable;
using System.Reflection;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Tests.Receivables;

/// <summary>IMPORTS.md says what the code does.</summary>
public class ImportPageTests
{
    private const string Page = "Receivables/IMPORTS.md";

    [Fact]
    public void Page_ListsTheColumnsOfReceivables() => ShouldList("## Receivables", ReceivablesCsv.Columns);

    [Fact]
    public void Page_ListsTheColumnsOfInstalments() => ShouldList("## Instalments", InstalmentsCsv.Columns);

    [Fact]
    public void Page_ListsTheRules() =>
        Pages.ShouldHold(Page, "## Rules", ImportRules.All.Select(rule => new[] { $"`{rule.Code}`", rule.Rule, rule.Remedy }));

    [Fact]
    public void All_HoldsEveryRuleOnce()
    {
        var declared = typeof(ImportRules).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(ImportRule))
            .Select(property => ((ImportRule)property.GetValue(null)!).Code);

        Assert.Equal(declared.Order(), ImportRules.All.Select(rule => rule.Code).Order());
        Assert.Distinct(ImportRules.All.Select(rule => rule.Code));
    }

    private static void ShouldList(string heading, ImmutableArray<CsvColumn> columns) => Assert.Equal(
        columns.Select(column => $"`{column.Name}` {(column.IsRequired ? "yes" : "")}".Trim()),
        Pages.Table(Page, heading).Select(row => $"{row[0]} {row[1]}".Trim()));
}
