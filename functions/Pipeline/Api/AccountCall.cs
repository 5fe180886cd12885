using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Accounts;

namespace Reconciliation.Pipeline.Api;

/// <summary>A request that asks something of an account: which account, who asks, when.</summary>
/// <param name="Debtor">The debtor's key.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Commands">Carries the command.</param>
/// <param name="Settings">Names the creditor.</param>
/// <param name="Time">Says when.</param>
/// <param name="Context">Says who.</param>
internal sealed record AccountCall(
    string Debtor, string Currency, AccountCommands Commands, CreditorSettings Settings, TimeProvider Time, HttpContext Context)
{
    /// <summary>There is no such account.</summary>
    public static Refusal Unknown { get; } = new("account-unknown", "There is no such account.");

    /// <summary>The account of a path; null where it cannot be one.</summary>
    public static AccountId? Id(CreditorSettings settings, string debtor, string currency) =>
        Domain.Currency.TryOf(currency, out var known) ? new AccountId(settings.CreditorId, debtor, known) : null;

    /// <summary>Decides a command in the name of whoever asks.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> DecideAsync(Func<Decision, AccountCommand> command, CancellationToken cancellation)
    {
        if (Id(Settings, Debtor, Currency) is not { } account)
            return ApiAnswers.Problem(Unknown);
        var by = new Decision(Time.GetLocalNow(), Decider.User(Caller.NameOf(Context)));
        return ApiAnswers.Of(await Commands.DecideAsync(account, command(by), cancellation));
    }
}
