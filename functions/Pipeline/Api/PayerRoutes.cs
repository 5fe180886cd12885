using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Api;

/// <summary>Who pays for a debtor, as people said: seen, entered and removed.</summary>
internal static class PayerRoutes
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/{debtor}/{currency}/payers", ListAsync).WithSummary("Lists who is known to pay for a debtor, and from where.");
        accounts.MapPost("/{debtor}/{currency}/payers", LearnAsync).WithSummary("Remembers who pays for a debtor.");
        accounts.MapDelete("/{debtor}/{currency}/payers/{payer}", ForgetAsync).WithSummary("Forgets a payer.");
    }

    private static async Task<Results<Ok<IReadOnlyList<PayerView>>, ProblemHttpResult>> ListAsync(
        IAccountStreams streams, CreditorSettings settings, string debtor, string currency, string? language, CancellationToken cancellation)
    {
        if (AccountCall.Id(settings, debtor, currency) is not { } id)
            return ApiAnswers.Problem(AccountCall.Unknown);
        var account = await streams.LoadAsync(id, cancellation);
        return account.Version == 0
            ? ApiAnswers.Problem(AccountCall.Unknown)
            : TypedResults.Ok<IReadOnlyList<PayerView>>(PayerView.AllOf(account, language ?? "en"));
    }

    private static Task<Results<NoContent, ProblemHttpResult>> LearnAsync(
        [AsParameters] AccountCall call, NewPayer payer, CancellationToken cancellation) =>
        call.DecideAsync(by => new LearnPayer(payer.Name, payer.Account) { Decision = by with { Because = payer.Because } }, cancellation);

    private static Task<Results<NoContent, ProblemHttpResult>> ForgetAsync(
        [AsParameters] AccountCall call, string payer, CancellationToken cancellation) =>
        call.DecideAsync(by => new ForgetPayer(payer, ForgettingCause.Removed) { Decision = by }, cancellation);
}

/// <summary>A payer to remember.</summary>
/// <param name="Name">The name as the bank writes it; null where only the account is known.</param>
/// <param name="Account">An IBAN or another designation; null where only the name is known.</param>
/// <param name="Because">The person's reason; null for none.</param>
public sealed record NewPayer(string? Name, string? Account, string? Because = null);
