using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Checks;

/// <summary>The check digits of the accounts of a file: those of an IBAN, and the clé RIB. An account is spoken of once.</summary>
internal sealed class AccountIdentity
{
    private const int MostAccounts = 100;

    private readonly HashSet<string> _spokenOf = new(StringComparer.Ordinal);

    /// <summary>The finding about a statement's account; null for none.</summary>
    public Diagnostic? Find(StatementOpened opened)
    {
        var account = opened.Account.Value;
        if (MessageOf(account) is not { } message || _spokenOf.Count >= MostAccounts || !_spokenOf.Add(account))
            return null;
        return DiagnosticRules.AccountCheckDigits.At(message, opened.Line, "account", account);
    }

    private static string? MessageOf(string account)
    {
        if (AccountCheckDigits.TryCorrectIban(account, out var right))
            return $"Account {account} has the shape of an IBAN, but its check digits are {account[2..4]}; of this account they are {right.Value[2..4]}, which makes it {right.Value}.";
        return AccountCheckDigits.TryCorrectRibKey(account, out var key)
            ? $"Account {account} ends in the clé RIB {account[^2..]}; of this bank, guichet and account it is {key}."
            : null;
    }
}
