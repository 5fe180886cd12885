namespace Reconciliation.Architecture;

/// <summary>Fails with every violation of a rule, a line each, where there is one.</summary>
internal static class Violations
{
    public static void ShouldBeNone(IEnumerable<string?> violations)
    {
        var lines = violations.Distinct().ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }
}
