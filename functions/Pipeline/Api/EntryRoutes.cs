using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
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
        ReviewMatch review, string entry, CandidateChoice choice, CancellationToken cancellation) =>
        ApiAnswers.Of(await review.RejectAsync(entry, choice.Rank, cancellation));

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(
        ReviewMatch review, HttpContext context, string entry, Reason reason, CancellationToken cancellation) =>
        ApiAnswers.Of(await review.UndoAsync(entry, Caller.NameOf(context), reason.Because, cancellation));

    private static async Task<Results<NoContent, ProblemHttpResult>> AssignAsync(
        ReviewMatch review, IStatementStore statements, CreditorSettings settings, HttpContext context, string entry, Assignment assignment, CancellationToken cancellation)
    {
        if (await statements.FindEntryAsync(entry, cancellation) is not { } record)
            return ApiAnswers.Problem(ReviewMatch.EntryUnknown);
        return AssignmentReading.Shares(assignment, settings.CreditorId, record.Payment.Amount.Currency) is { } shares
            ? ApiAnswers.Of(await review.AssignAsync(entry, shares, Caller.NameOf(context), assignment.Because, cancellation))
            : TypedResults.Problem("An amount is not a decimal number of the entry's currency.", statusCode: StatusCodes.Status400BadRequest);
    }
}

/// <summary>Which candidate.</summary>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="Because">The person's reason; null for none.</param>
public sealed record CandidateChoice(int Rank, string? Because = null);

/// <summary>A person's reason.</summary>
/// <param name="Because">In words; null for none.</param>
public sealed record Reason(string? Because = null);

/// <summary>What a person says a payment is for. The parts come to the entry's amount.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="Because">The person's reason; null for none.</param>
public sealed record Assignment(ImmutableArray<AssignedPart> Parts, string? Because = null);

/// <summary>A part of a payment.</summary>
/// <param name="Debtor">The debtor's key.</param>
/// <param name="Receivable">The receivable's number; null for money on account.</param>
/// <param name="Instalment">The term; null for a receivable without terms.</param>
/// <param name="Amount">A decimal figure with a point; negative on a credit note.</param>
public sealed record AssignedPart(string Debtor, string? Receivable, int? Instalment, string Amount);

/// <summary>Reads an assignment.</summary>
internal static class AssignmentReading
{
    /// <summary>The shares by account; null where an amount cannot be read.</summary>
    public static ImmutableArray<AccountShare>? Shares(Assignment assignment, string creditor, Currency currency)
    {
        var parts = new List<(AssignedPart Part, Money Amount)>();
        foreach (var part in assignment.Parts)
        {
            if (AmountText.Read(part.Amount, '.', currency, out var amount) != AmountReading.Exact)
                return null;
            parts.Add((part, amount));
        }

        return
        [
            .. parts.GroupBy(p => p.Part.Debtor).Select(debtor => new AccountShare(
                new AccountId(creditor, debtor.Key, currency),
                [.. debtor.Where(p => p.Part.Receivable is not null).Select(p => new Allocation(p.Part.Receivable ?? "", p.Part.Instalment, p.Amount))],
                [],
                Money.Sum(debtor.Where(p => p.Part.Receivable is null).Select(p => p.Amount), currency))),
        ];
    }
}
