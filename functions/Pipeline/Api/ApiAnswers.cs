using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Api;

/// <summary>An amount as the API shows it.</summary>
/// <param name="Amount">A decimal figure with a point and the currency's own number of decimals.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record AmountView(string Amount, string Currency)
{
    internal static AmountView Of(Money money) => new(money.ToDecimalString(), money.Currency.Code);
}

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Items">The part.</param>
/// <param name="Continuation">What asks for the next part; null at the end.</param>
public sealed record PageView<T>(IReadOnlyList<T> Items, string? Continuation)
{
    internal static PageView<T> Of<TItem>(Page<TItem> page, Func<TItem, T> view) => new([.. page.Items.Select(view)], page.Continuation);
}

/// <summary>The answers that all routes share, those of a host's own too.</summary>
public static class ApiAnswers
{
    private const int MostItems = 1000;

    /// <summary>A page request within bounds.</summary>
    public static PageRequest Page(int? size, string? continuation) => new(Math.Clamp(size ?? 100, 1, MostItems), continuation);

    /// <summary>No content where it was done; else the refusal as a problem with its stable code.</summary>
    public static Results<NoContent, ProblemHttpResult> Of(Refusal? refusal) =>
        refusal is null ? TypedResults.NoContent() : Problem(refusal);

    /// <summary>A refusal: 404 where the thing is unknown, 409 otherwise.</summary>
    public static ProblemHttpResult Problem(Refusal refusal) => TypedResults.Problem(
        detail: refusal.Message,
        statusCode: refusal.Code.EndsWith("-unknown", StringComparison.Ordinal) ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict,
        title: "Refused",
        extensions: [new KeyValuePair<string, object?>("code", refusal.Code)]);

    /// <summary>Reads the name of a value in any letter case; a problem that lists the names where it is none of them.</summary>
    internal static bool TryRead<T>(string? name, out T? value, out ProblemHttpResult? problem)
        where T : struct, Enum
    {
        (value, problem) = (null, null);
        if (name is null)
            return true;
        if (Enum.TryParse<T>(name, ignoreCase: true, out var known) && Enum.IsDefined(known))
        {
            value = known;
            return true;
        }

        var names = string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()));
        problem = TypedResults.Problem($"'{name}' is none of: {names}.", statusCode: StatusCodes.Status400BadRequest, title: "Unknown value");
        return false;
    }

    internal static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
