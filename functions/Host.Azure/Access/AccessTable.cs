using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;
using static Reconciliation.Host.Azure.Access.AppRoles;

namespace Reconciliation.Host.Azure.Access;

/// <summary>Who may use a route.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The route as it is mapped.</param>
/// <param name="Roles">One of these is needed; none at all means that anybody may, signed in or not.</param>
public sealed record AccessRule(string Method, string Route, ImmutableArray<string> Roles)
{
    /// <summary>True where nobody needs to be known.</summary>
    public bool IsOpen => Roles.IsEmpty;
}

/// <summary>
/// Who may do what, in one place: a line a route. A route without a line is closed to everybody. <c>README.md</c> beside this
/// file is the table for people.
/// </summary>
public static class AccessTable
{
    private static readonly ImmutableArray<string> Nobody = [];
    private static readonly ImmutableArray<string> Seeing = [FinanceRead, FinanceWrite, Officer, Supervisor];
    private static readonly ImmutableArray<string> SeeingFiles = [.. Seeing, AppRoles.Operations];
    private static readonly ImmutableArray<string> Deciding = [FinanceWrite, Officer, Supervisor];
    private static readonly ImmutableArray<string> Collecting = [Officer, Supervisor];
    private static readonly ImmutableArray<string> Operating = [AppRoles.Operations];

    /// <summary>Every line.</summary>
    public static ImmutableArray<AccessRule> Rules { get; } =
    [
        new("GET", "/api/health", Nobody),
        new("GET", "/api/health/live", Nobody),
        new("GET", "/api/health/ready", Nobody),
        new("GET", "/api/openapi/{documentName}.json", All),

        new("GET", "/api/files", SeeingFiles),
        new("GET", "/api/files/{sha256}", SeeingFiles),
        new("POST", "/api/files", [BankDrop, FinanceWrite]),
        new("POST", "/api/files/{sha256}/release", [Supervisor]),

        new("GET", "/api/entries", Seeing),
        new("GET", "/api/entries/{entry}", Seeing),
        new("POST", "/api/entries/{entry}/confirm", Deciding),
        new("POST", "/api/entries/{entry}/assign", Deciding),
        new("POST", "/api/entries/{entry}/correct", Deciding),
        new("POST", "/api/entries/{entry}/reject", Deciding),
        new("POST", "/api/entries/{entry}/undo", Deciding),

        new("GET", "/api/accounts", Seeing),
        new("GET", "/api/accounts/{debtor}/{currency}", Seeing),
        new("GET", "/api/accounts/{debtor}/{currency}/events", Seeing),
        new("GET", "/api/accounts/{debtor}/{currency}/payers", Seeing),
        new("POST", "/api/accounts/{debtor}/{currency}/payers", Deciding),
        new("DELETE", "/api/accounts/{debtor}/{currency}/payers/{payer}", Deciding),
        new("POST", "/api/accounts/{debtor}/{currency}/disputes", Collecting),
        new("POST", "/api/accounts/{debtor}/{currency}/disputes/{receivable}/resolve", Collecting),
        new("POST", "/api/accounts/{debtor}/{currency}/notes", Collecting),

        new("POST", "/api/rules/try", Seeing),

        new("GET", "/api/reports/trial-balance", Seeing),
        new("GET", "/api/reports/bank-positions", Seeing),
        new("GET", "/api/reports/aged-balance", Seeing),
        new("GET", "/api/reports/entry-counts", Seeing),

        new("GET", "/api/operations/health", Operating),
        new("POST", "/api/operations/files/{name}/replay", Operating),
        new("POST", "/api/operations/entries/{sha256}/match", Operating),
        new("GET", "/api/operations/dead-letters", Operating),
        new("GET", "/api/operations/dead-letters/{queue}", Operating),
        new("POST", "/api/operations/dead-letters/{queue}/replay", Operating),
        new("GET", "/api/operations/cases", Operating),
        new("GET", "/api/operations/cases/{debtor}/{currency}", Operating),
        new("POST", "/api/operations/cases/{debtor}/{currency}/start", Operating),
        new("POST", "/api/operations/cases/{debtor}/{currency}/suspend", Operating),
        new("POST", "/api/operations/cases/{debtor}/{currency}/resume", Operating),
        new("POST", "/api/operations/cases/{debtor}/{currency}/terminate", Operating),
        new("POST", "/api/operations/cases/{debtor}/{currency}/purge", Operating),
    ];

    private static readonly FrozenDictionary<(string Method, string Route), AccessRule> ByRoute =
        Rules.ToFrozenDictionary(rule => (rule.Method, rule.Route));

    /// <summary>The line of a route; null where there is none.</summary>
    public static AccessRule? Of(string method, RouteEndpoint endpoint) => ByRoute.GetValueOrDefault((method, RouteOf(endpoint)));

    /// <summary>The route of an endpoint as the table writes it.</summary>
    public static string RouteOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText?.Trim('/')}";
}
