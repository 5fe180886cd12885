using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Operations;

namespace Reconciliation.Pipeline.Api;

/// <summary>What operations need where something went wrong: why the host is not ready, and what was lost on its way sent again.</summary>
internal static class OperationsRoutes
{
    private static readonly Refusal QueueUnknown = new("queue-unknown", "There is no such queue.");
    private static readonly Refusal DeadLetterUnknown = new("dead-letter-unknown", "There is no such dead letter, or somebody else holds it now.");

    public static void Map(RouteGroupBuilder operations)
    {
        operations.MapGet("/health", HealthAsync).WithSummary("Shows what the host needs, with the kind of failure where one does not answer.");
        operations.MapPost("/files/{name}/replay", AnnounceAsync).WithSummary("Announces a file that waits in the inbox again.");
        operations.MapPost("/entries/{sha256}/match", MatchAsync).WithSummary("Has the entries of an accepted file matched again.");
        operations.MapGet("/dead-letters", Queues).WithSummary("Lists the queues.");
        operations.MapGet("/dead-letters/{queue}", ListAsync).WithSummary("Lists the messages of a queue that nobody could handle, the oldest first.");
        operations.MapPost("/dead-letters/{queue}/replay", ReplayAsync).WithSummary("Puts one dead letter, or all of them, back into its queue.");
    }

    private static async Task<Ok<Readiness>> HealthAsync(CheckReadiness check, CancellationToken cancellation) =>
        TypedResults.Ok(await check.HandleAsync(cancellation));

    private static async Task<Results<NoContent, ProblemHttpResult>> AnnounceAsync(
        AnnounceStatement announce, string name, CancellationToken cancellation) =>
        ApiAnswers.Of(await announce.HandleAsync(name, cancellation));

    private static async Task<Results<NoContent, ProblemHttpResult>> MatchAsync(
        MatchAgain match, string sha256, CancellationToken cancellation) =>
        ApiAnswers.Of(await match.HandleAsync(sha256, cancellation));

    private static Ok<IReadOnlyList<string>> Queues(IDeadLetters letters) => TypedResults.Ok<IReadOnlyList<string>>(letters.Queues);

    private static async Task<Results<Ok<DeadLetterPage>, ProblemHttpResult>> ListAsync(
        IDeadLetters letters, string queue, int? size, long? after, CancellationToken cancellation)
    {
        if (!letters.Queues.Contains(queue))
            return ApiAnswers.Problem(QueueUnknown);
        var most = ApiAnswers.Page(size, null).Size;
        var found = await letters.ListAsync(queue, most, cancellation, after ?? 0);
        return TypedResults.Ok(new DeadLetterPage(found, found.Length < most ? null : found[^1].SequenceNumber));
    }

    private static async Task<Results<Ok<Replayed>, ProblemHttpResult>> ReplayAsync(
        IDeadLetters letters, string queue, long? number, CancellationToken cancellation)
    {
        if (!letters.Queues.Contains(queue))
            return ApiAnswers.Problem(QueueUnknown);
        if (number is not { } one)
            return TypedResults.Ok(new Replayed(await letters.ReplayAllAsync(queue, cancellation)));
        return await letters.ReplayAsync(queue, one, cancellation)
            ? TypedResults.Ok(new Replayed(1))
            : ApiAnswers.Problem(DeadLetterUnknown);
    }
}

/// <summary>A part of the dead letters of a queue.</summary>
/// <param name="Items">The part, the oldest first.</param>
/// <param name="After">What asks for the next part; null at the end.</param>
public sealed record DeadLetterPage(IReadOnlyList<DeadLetter> Items, long? After);

/// <summary>How many messages were put back.</summary>
/// <param name="Messages">The number.</param>
public sealed record Replayed(int Messages);
