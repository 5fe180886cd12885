using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Api;

/// <summary>Debtor accounts: what is owed, what happened, as of any day; disputes and notes.</summary>
internal static class AccountRoutes
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/", ListAsync).WithSummary("Lists debtor accounts with what is open and the next reminder.");
        accounts.MapGet("/{debtor}/{currency}", FindAsync).WithSummary("Shows an account as it is, or as it was at the end of a day.");
        accounts.MapGet("/{debtor}/{currency}/events", EventsAsync).WithSummary("Shows everything that happened to an account, with who decided and why.");
        accounts.MapPost("/{debtor}/{currency}/disputes", RaiseAsync).WithSummary("Marks a receivable as disputed: no reminder goes out for it.");
        accounts.MapPost("/{debtor}/{currency}/disputes/{receivable}/resolve", ResolveAsync).WithSummary("Ends a dispute.");
        PayerRoutes.Map(accounts);
        accounts.MapPost("/{debtor}/{currency}/notes", NoteAsync).WithSummary("Writes a note into the account.");
    }

    private static async Task<Ok<PageView<AccountSummaryView>>> ListAsync(
        ILedgerQueries queries, int? size, string? continuation, CancellationToken cancellation)
    {
        var page = await queries.AccountsAsync(ApiAnswers.Page(size, continuation), cancellation);
        return TypedResults.Ok(PageView<AccountSummaryView>.Of(page, AccountSummaryView.Of));
    }

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> FindAsync(
        IAccountStreams streams, CreditorSettings settings, TimeProvider time,
        string debtor, string currency, DateOnly? asOf, string? language, CancellationToken cancellation)
    {
        if (AccountCall.Id(settings, debtor, currency) is not { } id)
            return ApiAnswers.Problem(AccountCall.Unknown);
        var events = await streams.EventsAsync(id, 0, cancellation);
        var until = asOf is { } day ? events.RemoveAll(e => LocalDay(e.Decision.At, time) > day) : events;
        return until.IsEmpty
            ? ApiAnswers.Problem(AccountCall.Unknown)
            : TypedResults.Ok(AccountView.Of(DebtorAccount.Fold(id, until), language ?? "en"));
    }

    private static async Task<Results<Ok<IReadOnlyList<EventView>>, ProblemHttpResult>> EventsAsync(
        IAccountStreams streams, CreditorSettings settings, string debtor, string currency, CancellationToken cancellation)
    {
        if (AccountCall.Id(settings, debtor, currency) is not { } id)
            return ApiAnswers.Problem(AccountCall.Unknown);
        var events = await streams.EventsAsync(id, 0, cancellation);
        return events.IsEmpty
            ? ApiAnswers.Problem(AccountCall.Unknown)
            : TypedResults.Ok<IReadOnlyList<EventView>>([.. events.Select((e, i) => EventView.Of(e, i + 1, id, settings.Chart))]);
    }

    private static Task<Results<NoContent, ProblemHttpResult>> RaiseAsync(
        [AsParameters] AccountCall call, NewDispute dispute, CancellationToken cancellation) =>
        call.DecideAsync(by => new RaiseDispute(dispute.Receivable, dispute.Reason) { Decision = by }, cancellation);

    private static Task<Results<NoContent, ProblemHttpResult>> ResolveAsync(
        [AsParameters] AccountCall call, string receivable, DisputeOutcome outcome, CancellationToken cancellation) =>
        call.DecideAsync(by => new ResolveDispute(receivable, outcome.Outcome) { Decision = by }, cancellation);

    private static Task<Results<NoContent, ProblemHttpResult>> NoteAsync(
        [AsParameters] AccountCall call, NewNote note, CancellationToken cancellation) =>
        call.DecideAsync(by => new AddNote(note.Text) { Decision = by }, cancellation);

    private static DateOnly LocalDay(DateTimeOffset at, TimeProvider time) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).DateTime);
}

/// <summary>A dispute to raise.</summary>
/// <param name="Receivable">The receivable's number.</param>
/// <param name="Reason">What the debtor says.</param>
public sealed record NewDispute(string Receivable, string Reason);

/// <summary>How a dispute ended.</summary>
/// <param name="Outcome">In words.</param>
public sealed record DisputeOutcome(string Outcome);

/// <summary>A note to write.</summary>
/// <param name="Text">The note.</param>
public sealed record NewNote(string Text);
