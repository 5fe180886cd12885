using System.Globalization;
using System.Text.RegularExpressions;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>
/// Finds numbers of receivables in what payer and bank wrote. The expression is run without backtracking, so its time
/// grows with the text and no more.
/// </summary>
internal sealed class NumberPattern
{
    /// <summary>The longest expression.</summary>
    public const int LongestExpression = 120;

    /// <summary>The most repetitions that an expression may ask for at once: counted ones are written out inside.</summary>
    public const int MostRepetitions = 1000;

    /// <summary>The name of the group that holds the number, and of its place in a receivable's number.</summary>
    public const string Group = "number";

    private const int MostNumbers = 5;

    private static readonly string Place = $"{{{Group}}}";

    private readonly Regex _expression;
    private readonly string _number;

    private NumberPattern(string name, Regex expression, string number)
    {
        Name = name;
        _expression = expression;
        _number = number;
    }

    /// <summary>What rules call it.</summary>
    public string Name { get; }

    /// <summary>Makes a pattern, or says why not.</summary>
    /// <param name="name">What rules call it.</param>
    /// <param name="find">The expression, over plain capitals, with a group named <see cref="Group"/>.</param>
    /// <param name="number">The receivable's number, with <c>{number}</c> in the place of what was found.</param>
    /// <param name="fault">What is wrong with the expression or the number; null for nothing.</param>
    public static NumberPattern? TryMake(string name, string find, string number, out string? fault)
    {
        fault = FaultOf(find, number);
        if (fault is not null)
            return null;
        try
        {
            var expression = new Regex(find, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
            if (expression.GetGroupNames().Contains(Group))
                return new NumberPattern(name, expression, number);
            fault = $"has no group (?<{Group}>…)";
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            fault = $"cannot be used ({refused.Message.TrimEnd('.')})";
        }

        return null;
    }

    /// <summary>The different numbers of receivables that a payment shows, in order, five at most.</summary>
    public IEnumerable<string> NumbersIn(RuleFacts facts) => _expression.Matches(facts.Text)
        .Select(match => match.Groups[Group].Value).Where(found => found.Length > 0)
        .Select(found => _number.Replace(Place, found, StringComparison.Ordinal)).Distinct().Take(MostNumbers);

    private static string? FaultOf(string find, string number)
    {
        if (find.Length is 0 or > LongestExpression)
            return $"has {find.Length} characters, not 1 to {LongestExpression}";
        if (!number.Contains(Place, StringComparison.Ordinal))
            return $"gives a number without {Place}";
        return RepetitionsOf(find) > MostRepetitions ? $"asks for more than {MostRepetitions} repetitions at once" : null;
    }

    /// <summary>The counted repetitions of an expression multiplied, since one may stand in another.</summary>
    private static int RepetitionsOf(string find)
    {
        var product = 1;
        for (var at = find.IndexOf('{', StringComparison.Ordinal); at >= 0; at = find.IndexOf('{', at + 1))
        {
            var end = find.IndexOf('}', at);
            var counts = end < 0 ? [] : find[(at + 1)..end].Split(',').Select(CountOf).ToList();
            product = Math.Min(product * counts.Append(1).Max(), MostRepetitions + 1);
        }

        return product;
    }

    private static int CountOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, MostRepetitions + 1) : 1;
}
