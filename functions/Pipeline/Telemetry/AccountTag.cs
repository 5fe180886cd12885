using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Pipeline.Telemetry;

/// <summary>What telemetry says instead of an account.</summary>
public static class AccountTag
{
    private const int ShownCharacters = 4;

    /// <summary>A name of a debtor account that tells who knows the account that it is this one, and nobody else whose it is.</summary>
    public static string Of(AccountId account) => DeterministicId.Of("telemetry", account.ToString())[..16];

    /// <summary>The creditor's own bank account by its last four characters: <c>…2606</c>.</summary>
    public static string Of(BankAccountId account) =>
        account.Value.Length <= ShownCharacters ? "…" : $"…{account.Value[^ShownCharacters..]}";
}
