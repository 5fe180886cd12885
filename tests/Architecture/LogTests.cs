using System.Text.RegularExpressions;

namespace Reconciliation.Architecture;

/// <summary>Logs are read by people who have no business with debtors.</summary>
public partial class LogTests
{
    private static readonly string[] Personal =
        ["debtor", "payer", "counterparty", "recipient", "iban", "mail", "phone", "address", "remittance", "subject", "content", "body", "text", "amount"];

    [Fact]
    public void LogTemplates_HoldNothingOfAnybody()
    {
        var templates = Repository.Sources("functions").SelectMany(file => Template().Matches(Repository.Read(file))
            .SelectMany(template => Placeholder().Matches(template.Groups["text"].Value).Select(hole => (File: file, Hole: hole.Groups[1].Value)))).ToList();

        Assert.NotEmpty(templates);
        Violations.ShouldBeNone(templates
            .Where(template => Personal.Any(word => template.Hole.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Select(template => $"{template.File} logs {{{template.Hole}}}"));
    }

    [GeneratedRegex("""\[LoggerMessage\([^"\]]*"(?<text>[^"]*)"[^\]]*\)\]""")]
    private static partial Regex Template();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Placeholder();
}
