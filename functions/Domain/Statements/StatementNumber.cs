using System.Globalization;
using System.Text.RegularExpressions;

namespace Reconciliation.Domain.Statements;

/// <summary>The numbers that banks give statements: <c>17</c>, <c>00017</c>, or a statement and its page, <c>17/2</c> (field 28C).</summary>
public static partial class StatementNumber
{
    /// <summary>True where a number is the next one after another: the statement behind it, or the page.</summary>
    public static bool Follows(string? number, string? before)
    {
        if (number is null || before is null)
            return false;
        var (next, last) = (Figures(number), Figures(before));
        var same = next.Zip(last).TakeWhile(pair => pair.First == pair.Second).Count();
        return same < next.Length && (same == last.Length ? next[same] == 2 : next[same] == last[same] + 1);
    }

    private static decimal[] Figures(string number) =>
        [.. Figure().Matches(number).Where(figure => figure.Length < 20).Select(figure => decimal.Parse(figure.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Figure();
}
