using System.Collections.Immutable;
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
    public void Page_ListsTheRules() => Assert.Equal(
        ImportRules.All.Select(rule => $"`{rule.Code}` / {rule.Rule} / {rule.Remedy}"),
        Pages.Table(Page, "## Rules").Select(row => string.Join(" / ", row)));

    [Fact]
    public void Codes_AreDifferent() =>
        Assert.Equal(ImportRules.All.Length, ImportRules.All.Select(rule => rule.Code).Distinct().Count());

    private static void ShouldList(string heading, ImmutableArray<CsvColumn> columns) => Assert.Equal(
        columns.Select(column => $"`{column.Name}` {(column.IsRequired ? "yes" : "")}".Trim()),
        Pages.Table(Page, heading).Select(row => $"{row[0]} {row[1]}".Trim()));
}
