namespace Reconciliation.Infra.Checks;

/// <summary>Says what is wrong in the message of a test, one line each.</summary>
internal static class Violations
{
    public static void ShouldBeNone(IEnumerable<string> violations) =>
        Assert.True(!violations.Any(), string.Join('\n', violations));

    /// <summary>What one side has and the other lacks, both ways.</summary>
    public static IEnumerable<string> Differences(string what, IEnumerable<string> inFiles, IEnumerable<string> inCode)
    {
        var (files, code) = (inFiles.ToHashSet(), inCode.ToHashSet());
        return code.Except(files).Select(name => $"{what} '{name}' is missing in the files")
            .Concat(files.Except(code).Select(name => $"{what} '{name}' is unknown to the code"));
    }
}
