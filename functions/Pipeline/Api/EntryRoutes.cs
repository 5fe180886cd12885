using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Api;

/// <summary>Bank entries: what they are taken for, and what people decide about them.</summary>
internal static class EntryRoutes
{
    public static void Map(RouteGroupBuilder entries)
    {
        entries.MapGet("/", ListAsync).WithSummary("Lists bank entries by state: new, unexplained, review, claimed, explained, releasing.");
        entries.MapGet("/{entry}", FindAsync).WithSummary("Shows an entry with its match or its candidates and the evidence for each.");
        entries.MapPost("/{entry}/confirm", ConfirmAsync).WithSummary("Takes the candidate of a rank for the explanation.");
        entries.MapPost("/{entry}/assign", AssignAsync).WithSummary("Settles what a person says the entry is for.");
        entries.MapPost("/{entry}/correct", CorrectAsync).WithSummary("Puts what a person says in the place of the match, or refuses it whole.");
        entries.MapPost("/{entry}/reject", RejectAsync).WithSummary("Strikes the candidate of a rank off.");
        entries.MapPost("/{entry}/undo", UndoAsync).WithSummary("Undoes the match: what it settled is open again.");
    }

    private static async Task<Results<Ok<PageView<EntryView>>, ProblemHttpResult>> ListAsync(
        IStatementStore statements, string? state, string? file, string? account, int? size, string? continuation, string? language, CancellationToken cancellation)
    {
        if (!ApiAnswers.TryRead<EntryState>(state, out var known, out var problem))
            return problem!;
        var filter = new EntryFilter(
            known is { } one ? [one] : [], file, account is null ? null : BankAccountId.FromText(account));
        var page = await statements.EntriesAsync(filter, ApiAnswers.Page(size, continuation), cancellation);
        return TypedResults.Ok(PageView<EntryView>.Of(page, entry => EntryView.Of(entry, language ?? "en")));
    }

    private static async Task<Results<Ok<EntryView>, ProblemHttpResult>> FindAsync(
        IStatementStore statements, string entry, string? language, CancellationToken cancellation) =>
        await statements.FindEntryAsync(entry, cancellation) is { } found
            ? TypedResults.Ok(EntryView.Of(found, language ?? "en"))
            : ApiAnswers.Problem(ReviewMatch.EntryUnknown);

    private static async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(
        ReviewMatch review, HttpContext context, string entry, CandidateChoice choice, CancellationToken cancellation) =>
        ApiAnswers.Of(await review.ConfirmAsync(entry, choice.Rank, Caller.NameOf(context), choice.Because, cancellation));

    private static async Task<Results<NoContent, ProblemHttpResult>> RejectAsync(
        ReviewMatch review, HttpContext context, string entry, CandidateChoice choice, CancellationToken cancellation) =>
        ApiAnswers.Of(await review.RejectAsync(entry, choice.Rank, Caller.NameOf(context), choice.Because, cancellation));

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(
        ReviewMatch review, HttpContext context, string entry, Reason reason, CancellationToken cancellation) =>
        ApiAnswers.Of(await review.UndoAsync(entry, Caller.NameOf(context), reason.Because, cancellation));

    private static Task<Results<NoContent, ProblemHttpResult>> AssignAsync(
        [AsParameters] AssignmentCall call, Assignment assignment, CancellationToken cancellation) =>
        call.DecideAsync(assignment, call.Review.AssignAsync, cancellation);

    private static Task<Results<NoContent, ProblemHttpResult>> CorrectAsync(
        [AsParameters] AssignmentCall call, Assignment assignment, CancellationToken cancellation) =>
        call.DecideAsync(assignment, call.Review.CorrectAsync, cancellation);
}

/// <summary>Which candidate.</summary>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="Because">The person's reason; null for none.</param>
public sealed record CandidateChoice(int Rank, string? Because = null);

/// <summary>A person's reason.</summary>
/// <param name="Because">In words; null for none.</param>
public sealed record Reason(string? Because = null);
