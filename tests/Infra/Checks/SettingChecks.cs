using System.Text.RegularExpressions;

namespace Reconciliation.Infra.Checks;

/// <summary>Settings of the app, in Azure and on one machine.</summary>
internal static partial class SettingChecks
{
    /// <summary>What the platform reads itself, or the Azure libraries, without a word of the app.</summary>
    private static readonly string[] OfThePlatform = ["AZURE_CLIENT_ID", "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", "WEBSITE_AUTH_AAD_ALLOWED_TENANTS"];

    private static readonly string[] OfLocalTools = ["FUNCTIONS_WORKER_RUNTIME"];

    /// <summary>Sent by identity in Azure; there is no identity on one machine.</summary>
    private static readonly string[] OnlyInAzure = ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"];

    private static IEnumerable<string> Plain => NamesInCode.Schedules.Concat(NamesInCode.OtherSettings);

    public static IEnumerable<string> InAzure(IEnumerable<string> names)
    {
        var connections =
            from connection in NamesInCode.Connections
            from part in connection.Value.Concat(["credential", "clientId"])
            select $"{connection.Key}__{part}";
        return Violations.Differences("Setting", names, Plain.Concat(connections).Concat(OfThePlatform));
    }

    public static IEnumerable<string> OnOneMachine(IEnumerable<string> names) =>
        Violations.Differences("Setting", names, Plain.Except(OnlyInAzure).Concat(NamesInCode.Connections.Keys).Concat(OfLocalTools));

    /// <summary>What host.json refers to by name and the app does not have.</summary>
    public static IEnumerable<string> InHostJson(string json) =>
        Reference().Matches(json).Select(match => match.Groups[1].Value).Except(Plain).Select(name => $"host.json: no setting {name}")
            .Concat(Connection().Matches(json).Select(match => match.Groups[1].Value).Except(NamesInCode.Connections.Keys)
                .Select(name => $"host.json: no connection {name}"));

    /// <summary>Schedules that are not six fields of what a schedule may hold.</summary>
    public static IEnumerable<string> BadSchedules(IEnumerable<(string Name, string? Text)> schedules) =>
        from schedule in schedules
        where schedule.Text is null || !SixFields().IsMatch(schedule.Text)
        select $"{schedule.Name}: '{schedule.Text}' is not six fields";

    [GeneratedRegex("%([^%\"]+)%")]
    private static partial Regex Reference();

    [GeneratedRegex("\"connection(?:Name)?\"\\s*:\\s*\"([^\"]+)\"")]
    private static partial Regex Connection();

    [GeneratedRegex(@"^[\d*,/-]+( [\d*,/-]+){5}$")]
    private static partial Regex SixFields();
}
