using System.Globalization;

namespace Reconciliation.Domain.Statements.Swift;

/// <summary>
/// Field 28C, <c>5n[/5n]</c>: the statement's number and the page's place in it. Leading zeros and blanks do not tell
/// numbers apart.
/// </summary>
/// <param name="Statement">The statement's number; null where there is none.</param>
/// <param name="Sequence">The page's number; null where the field gives none.</param>
internal readonly record struct PageNumber(string? Statement, int? Sequence)
{
    /// <summary>Reads the field as it was written; null where the message has none.</summary>
    public static PageNumber Of(string? number)
    {
        if (number is null)
            return default;
        var slash = number.IndexOf('/', StringComparison.Ordinal);
        var statement = slash < 0 ? number : number[..slash];
        return new PageNumber(
            statement.Trim(),
            slash >= 0 && int.TryParse(number.AsSpan(slash + 1), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var sequence)
                ? sequence
                : null);
    }

    /// <summary>Both are pages of one statement.</summary>
    public bool IsOfSameStatement(PageNumber other) => Statement?.TrimStart('0') == other.Statement?.TrimStart('0');

    /// <summary>The page stands right behind the other; taken for granted where one of them has no number.</summary>
    public bool Follows(PageNumber other) => Sequence is not { } here || other.Sequence is not { } before || here == before + 1;
}
