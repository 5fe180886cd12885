using System.Reflection;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Tests.Ledger;

/// <summary>REFUSALS.md lists what the code refuses.</summary>
public class RefusalsPageTests
{
    [Fact]
    public void Page_ListsTheCodesInTheirOrder() =>
        Assert.Equal(Refusals.All.Select(code => $"`{code}`"), Rows.Select(row => row[0]));

    [Fact]
    public void Page_SaysOfEachCodeWhatItMeansAndWhatToDo() =>
        Assert.All(Rows, row => Assert.True(row.Length == 3 && row.All(cell => cell.Length > 0), string.Join(" / ", row)));

    [Fact]
    public void All_HoldsEveryCode() => Assert.Equal(
        typeof(Refusals).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!).Order(), Refusals.All.Order());

    private static IReadOnlyList<string[]> Rows => Pages.Table("Ledger/REFUSALS.md", "## Codes");
}
