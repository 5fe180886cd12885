using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Tests.Statements;

public class StatementNumberTests
{
    [Theory]
    [InlineData("18", "17", true)]
    [InlineData("00018", "17", true)]
    [InlineData("17/2", "17/1", true)]
    [InlineData("17/2", "17", true)]
    [InlineData("18/1", "17/3", true)]
    [InlineData("17", "17", false)]
    [InlineData("16", "17", false)]
    [InlineData("19", "17", false)]
    [InlineData("17/1", "17/2", false)]
    [InlineData("none", "17", false)]
    [InlineData("18", null, false)]
    [InlineData(null, "17", false)]
    public void Follows_SaysWhetherANumberIsTheNext(string? number, string? before, bool expected) =>
        Assert.Equal(expected, StatementNumber.Follows(number, before));
}
