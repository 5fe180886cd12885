using System.Text.RegularExpressions;

namespace Reconciliation.Infra.Checks;

/// <summary>Metrics, tags, their values and functions that a query in Kusto names.</summary>
internal static partial class QueryChecks
{
    public static IEnumerable<string> MetricsIn(string query) => Metric().Matches(query).Select(match => match.Value.Trim('\'')).Distinct();

    public static IEnumerable<string> Unknown(string where, string query)
    {
        var metrics = MetricsIn(query).ToList();
        var known = metrics.Where(NamesInCode.Metrics.ContainsKey).SelectMany(metric => NamesInCode.Metrics[metric]).ToLookup(tag => tag.Key, tag => tag.Value);
        var functions = Named().Matches(query).SelectMany(match => Word().Matches(match.Value)).Select(match => match.Groups[1].Value);

        return metrics.Except(NamesInCode.Metrics.Keys).Select(metric => $"{where}: no metric {metric}")
            .Concat(Tag().Matches(query).Select(match => match.Groups[1].Value).Where(tag => !known.Contains(tag)).Select(tag => $"{where}: no tag {tag}"))
            .Concat(UnknownValues(where, query, known))
            .Concat(functions.Except(NamesInCode.Functions).Select(function => $"{where}: no function {function}"));
    }

    private static IEnumerable<string> UnknownValues(string where, string query, ILookup<string, string[]> known) =>
        from match in Compared().Matches(query)
        let tag = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value
        where known.Contains(tag) && known[tag].First() is { Length: > 0 } values && !values.Contains(match.Groups[3].Value)
        select $"{where}: {tag} is never {match.Groups[3].Value}";

    [GeneratedRegex(@"'reconciliation\.[\w.]+'")]
    private static partial Regex Metric();

    [GeneratedRegex(@"\bProperties\.(\w+)")]
    private static partial Regex Tag();

    /// <summary>A tag, or a column of its name, that is compared with a text.</summary>
    [GeneratedRegex(@"(?:tostring\(Properties\.(\w+)\)|\b(\w+)) == '(\w+)'")]
    private static partial Regex Compared();

    [GeneratedRegex(@"\bName (?:has|==) '\w+'|\bName has_any \([^)]*\)")]
    private static partial Regex Named();

    [GeneratedRegex(@"'(\w+)'")]
    private static partial Regex Word();
}
