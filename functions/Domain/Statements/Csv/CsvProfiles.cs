using System.Collections.Immutable;
using System.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>What reading profiles came to.</summary>
/// <param name="Profiles">The profiles without a fault, in order.</param>
/// <param name="Errors">What is wrong with the others, each with its place: <c>profile 2, columns.amount: ...</c>.</param>
public sealed record CsvProfileParsing(ImmutableArray<CsvProfile> Profiles, ImmutableArray<string> Errors);

/// <summary>Profiles of CSV exports.</summary>
public static class CsvProfiles
{
    /// <summary>The profiles that come with the product, from <c>Profiles/*.json</c> beside this file, by file name.</summary>
    public static ImmutableArray<CsvProfile> BuiltIn { get; } = LoadBuiltIn();

    /// <summary>
    /// Reads profiles from JSON: one object, or an array of them, with the properties of <see cref="CsvProfile"/> in
    /// camel case. A property that is not known is an error, not ignored.
    /// </summary>
    public static CsvProfileParsing Parse(string json) => CsvProfileJson.Read(json);

    private static ImmutableArray<CsvProfile> LoadBuiltIn()
    {
        var assembly = typeof(CsvProfiles).Assembly;
        var profiles = ImmutableArray.CreateBuilder<CsvProfile>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("csv-profiles/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"The resource {name} cannot be opened.");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var parsing = Parse(reader.ReadToEnd());
            if (!parsing.Errors.IsEmpty)
                throw new InvalidOperationException($"{name}: {string.Join("; ", parsing.Errors)}");
            profiles.AddRange(parsing.Profiles);
        }

        return profiles.ToImmutable();
    }
}
