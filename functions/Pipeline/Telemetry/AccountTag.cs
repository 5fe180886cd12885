using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Pipeline.Telemetry;

/// <summary>What telemetry says instead of an account.</summary>
public static class AccountTag
{
    /// <summary>A name of a debtor account that tells who knows the account that it is this one, and nobody else whose it is.</summary>
    public static string Of(AccountId account) => DeterministicId.Of("telemetry", account.ToString())[..16];
}
