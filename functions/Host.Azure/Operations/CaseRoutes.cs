using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;
using Reconciliation.Host.Azure.Orchestrations;
using Reconciliation.Pipeline.Api;

namespace Reconciliation.Host.Azure.Operations;

/// <summary>The cases of accounts, for operations. The client of Durable Functions comes with each request.</summary>
internal static class CaseRoutes
{
    private static readonly ImmutableArray<OrchestrationRuntimeStatus> Statuses =
    [
        OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
    ];

    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        var cases = routes.MapGroup("/api/operations/cases").WithTags("Operations");
        cases.MapGet("/", ListAsync).WithSummary("Lists the cases, of all statuses or of one.");
        var one = cases.MapGroup("/{debtor}/{currency}");
        one.MapGet("/", FindAsync).WithSummary("Shows the case of an account.");
        one.MapPost("/start", StartAsync).WithSummary("Starts the case of an account, or has a running one look at the account now.");
        one.MapPost("/suspend", SuspendAsync).WithSummary("Has a case rest until it is resumed: the account is left alone.");
        one.MapPost("/resume", ResumeAsync).WithSummary("Ends the rest of a case.");
        one.MapPost("/terminate", TerminateAsync).WithSummary("Ends a case; the next change of its account, or the sweep, starts another.");
        one.MapPost("/purge", PurgeAsync).WithSummary("Removes the history of a case that has ended.");
    }

    private static async Task<Results<Ok<PageView<CaseView>>, ProblemHttpResult>> ListAsync(
        HttpContext context, string? status, int? size, string? continuation, CancellationToken cancellation)
    {
        var known = Statuses.Where(s => status is null || string.Equals(s.ToString(), status, StringComparison.OrdinalIgnoreCase)).ToImmutableArray();
        if (known.IsEmpty)
            return TypedResults.Problem(
                $"'{status}' is none of: {string.Join(", ", Statuses)}.", statusCode: StatusCodes.Status400BadRequest, title: "Unknown value");
        var most = ApiAnswers.Page(size, continuation).Size;
        var query = new OrchestrationQuery(Statuses: status is null ? null : known, InstanceIdPrefix: CaseId.Prefix, PageSize: most, ContinuationToken: continuation);
        await foreach (var page in Client(context).GetAllInstancesAsync(query).AsPages(continuation, most).WithCancellation(cancellation))
            return TypedResults.Ok(new PageView<CaseView>([.. page.Values.Select(CaseView.Of)], page.ContinuationToken));
        return TypedResults.Ok(new PageView<CaseView>([], null));
    }

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> FindAsync(
        [AsParameters] CaseCall call, CancellationToken cancellation) =>
        await call.FindAsync(cancellation) is { } found ? TypedResults.Ok(CaseView.Of(found)) : ApiAnswers.Problem(CaseCall.Unknown);

    private static Task<Results<NoContent, ProblemHttpResult>> StartAsync([AsParameters] CaseCall call, CancellationToken cancellation) =>
        call.StartAsync(cancellation);

    private static Task<Results<NoContent, ProblemHttpResult>> SuspendAsync(
        [AsParameters] CaseCall call, HttpContext context, CancellationToken cancellation) =>
        call.WhereItRunsAsync((client, id) => client.SuspendInstanceAsync(id, By(context), cancellation), cancellation);

    private static Task<Results<NoContent, ProblemHttpResult>> ResumeAsync(
        [AsParameters] CaseCall call, HttpContext context, CancellationToken cancellation) =>
        call.WhereItRunsAsync((client, id) => client.ResumeInstanceAsync(id, By(context), cancellation), cancellation);

    private static Task<Results<NoContent, ProblemHttpResult>> TerminateAsync(
        [AsParameters] CaseCall call, HttpContext context, CancellationToken cancellation) =>
        call.WhereItRunsAsync((client, id) => client.TerminateInstanceAsync(id, new TerminateInstanceOptions(By(context)), cancellation), cancellation);

    private static Task<Results<NoContent, ProblemHttpResult>> PurgeAsync([AsParameters] CaseCall call, CancellationToken cancellation) =>
        call.WhereItEndedAsync((client, id) => client.PurgeInstanceAsync(id, cancellation), cancellation);

    private static string By(HttpContext context) => $"Asked by {Caller.NameOf(context)}.";

    internal static DurableTaskClient Client(HttpContext context) => context.Features.GetRequiredFeature<DurableTaskClient>();
}
