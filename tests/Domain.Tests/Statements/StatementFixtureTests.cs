using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Tests.Statements;

/// <summary>
/// Each pair under tests/Fixtures/Statements: what is read of the input is the expected JSON. Adding a case needs no code.
/// </summary>
public class StatementFixtureTests
{
    public static TheoryData<string> Inputs => Fixtures.Inputs("Statements");

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Reading_AFixture_GivesWhatItsPairSays(string input)
    {
        using var bytes = File.OpenRead(Path.Combine(Fixtures.Root, input));

        var file = StatementFile.Of(StatementFiles.Read(bytes, StatementReaders.All));

        Fixtures.ShouldMatch(input, StatementJson.Of(file));
    }

    [Theory]
    [InlineData("valid", true)]
    [InlineData("doubtful", true)]
    [InlineData("malformed", false)]
    public void Folder_SaysWhetherItsFilesAreAccepted(string folder, bool accepted)
    {
        foreach (var input in Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "Statements", folder), "*.input.*"))
        {
            using var bytes = File.OpenRead(input);
            var file = StatementFile.Of(StatementFiles.Read(bytes, StatementReaders.All));
            Assert.True(file.IsAcceptable == accepted, $"{input}: {string.Join("; ", file.Diagnostics.Select(d => d.Code + " " + d.Message))}");
        }
    }
}
