using System.Text.RegularExpressions;
using Reconciliation.Infra.Bicep;

namespace Reconciliation.Infra.Checks;

/// <summary>What must not stand in a file: secrets, identifiers without a name, versions that are none.</summary>
internal static partial class TextChecks
{
    public static IEnumerable<string> Secrets(string path, string text) =>
        from match in Secret().Matches(text)
        select $"{path}: looks like a secret: {match.Value[..Math.Min(40, match.Length)]}";

    public static IEnumerable<string> Guids(string path, string text) => Guid().Matches(text).Select(match => $"{path}: {match.Value} has no name");

    /// <summary>A resource's type is a provider, one or more types and the date of an API version.</summary>
    public static IEnumerable<string> BadTypes(BicepFile file) =>
        from resource in file.Resources
        where !ResourceType().IsMatch(resource.Target)
        select $"{file.Path}: {resource.Name} is of '{resource.Target}'";

    /// <summary>Names of roles in expressions that the table of roles does not have.</summary>
    public static IEnumerable<string> RolesIn(BicepFile file)
    {
        for (var i = 0; i + 2 < file.Tokens.Count; i++)
        {
            if (file.Tokens[i].IsWord("roles") && file.Tokens[i + 1].Is("."))
                yield return file.Tokens[i + 2].Text;
        }
    }

    /// <summary>A key of an account or bus, a password that is a literal, a token, a private key; the emulator's word for its key is none.</summary>
    [GeneratedRegex(
        @"AccountKey=\S+|SharedAccessKey=(?!SAS_KEY_VALUE)\S+|InstrumentationKey=\S+|BEGIN [A-Z ]*PRIVATE KEY|\beyJ[\w-]{20,}"
        + @"|[A-Za-z0-9+/]{40,}={1,2}|(?i:password|secret|_key)""?\s*(?::\s|=)\s*['""]?(?!\$|['""]?\s*$)(?!OVERRIDE_)[^\s'""$][^\s'""]{5,}",
        RegexOptions.Multiline)]
    private static partial Regex Secret();

    [GeneratedRegex("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")]
    private static partial Regex Guid();

    [GeneratedRegex(@"^Microsoft\.\w+(?:/\w+)+@20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:-preview)?$")]
    private static partial Regex ResourceType();
}
