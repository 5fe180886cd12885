using Reconciliation.Domain.Recovery;
using Reconciliation.Host.Azure.Settings;
using Reconciliation.Host.Azure.Tests.Fakes;
using Reconciliation.Pipeline;

namespace Reconciliation.Host.Azure.Tests;

/// <summary>Creditor and policy as the app finds them at its start.</summary>
public class LedgerSettingsTests
{
    [Fact]
    public async Task Creditor_WithoutAPolicy_GoesByTheBuiltInOne()
    {
        var settings = await ReadAsync(new() { [LedgerSettings.CreditorFile] = LedgerSettings.CreditorToFillIn });

        Assert.Equal("creditor", settings.Creditor.Id);
        Assert.Equal(RecoveryPolicy.BuiltIn.Name, settings.Policy.Name);
    }

    [Fact]
    public async Task Rules_BesideTheCreditor_AreThoseOfTheMatcher()
    {
        var settings = await ReadAsync(new()
        {
            [LedgerSettings.CreditorFile] = LedgerSettings.CreditorToFillIn,
            [LedgerSettings.RulesFile] = """{ "rules": [ { "id": "a", "name": "N", "when": "after", "if": { "everything": true }, "then": { "hold": { "because": "why" } } } ] }""",
        });

        Assert.Equal("a", Assert.Single(settings.Pipeline.Matching.Rules.Rules).Id);
    }

    [Fact]
    public async Task Creditor_ThatIsMissing_FailsTheStartByName()
    {
        var failure = await Assert.ThrowsAsync<SettingsException>(() => ReadAsync([]));

        Assert.Equal(LedgerSettings.CreditorFile, failure.File);
        Assert.Contains("is missing from the container 'settings'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LedgerSettings.CreditorFile, "{")]
    [InlineData(LedgerSettings.PolicyFile, "{}")]
    [InlineData(LedgerSettings.RulesFile, "{}")]
    public async Task File_ThatCannotBeRead_FailsTheStartByName(string file, string text)
    {
        var files = new Dictionary<string, string> { [LedgerSettings.CreditorFile] = LedgerSettings.CreditorToFillIn };
        files[file] = text;

        Assert.Equal(file, (await Assert.ThrowsAsync<SettingsException>(() => ReadAsync(files))).File);
    }

    private static Task<LedgerSettings> ReadAsync(Dictionary<string, string> files) =>
        OpenedLedger.ReadAsync(new SettingsContainer(files), CancellationToken.None);
}
