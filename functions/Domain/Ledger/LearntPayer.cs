using System.Collections.Immutable;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Ledger;

/// <summary>
/// Somebody (tiers payeur) of whom a person said that they pay for a debtor: a spouse, a parent company, a factor. One of
/// name and account may be missing, not both.
/// </summary>
/// <param name="Name">The name as the bank writes it; null where only the account is known.</param>
/// <param name="Account">The key of the account, an IBAN or another designation in capitals and digits; null where only the name is known.</param>
public sealed record LearntPayer(string? Name, string? Account)
{
    // Fewer characters name no account that is worth comparing.
    private const int LeastAccountLength = 6;

    /// <summary>The identifier, derived from name and account.</summary>
    public string Id => DeterministicId.Of("payer", Name ?? "", Account ?? "");

    /// <summary>A payer as a bank or a person writes it, without needless blanks and punctuation; null where nothing is left.</summary>
    public static LearntPayer? Of(string? name, string? account)
    {
        var written = string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var key = BankAccountId.FromText(account ?? "").Value;
        var payer = new LearntPayer(written.Length == 0 ? null : written, key.Length < LeastAccountLength ? null : key);
        return payer is { Name: null, Account: null } ? null : payer;
    }
}

/// <summary>Why a payer was forgotten.</summary>
public enum ForgettingCause
{
    /// <summary>The only match that it was learnt from was undone.</summary>
    MatchUndone,

    /// <summary>A person rejected a candidate that rested on it.</summary>
    CandidateRejected,

    /// <summary>A person took it off the account.</summary>
    Removed,
}

/// <summary>A payer in its account.</summary>
/// <param name="Payer">Name and account.</param>
/// <param name="Matches">The standing matches in which people confirmed it; empty where it was entered by hand alone.</param>
/// <param name="IsByHand">A person entered it.</param>
/// <param name="LearntBy">Who said so last, and when.</param>
/// <param name="Forgotten">How it was forgotten; null while it speaks for the debtor.</param>
public sealed record PayerState(
    LearntPayer Payer, ImmutableArray<string> Matches, bool IsByHand, Decision LearntBy, PayerForgotten? Forgotten)
{
    /// <summary>True while it speaks for the debtor.</summary>
    public bool IsKnown => Forgotten is null;

    /// <summary>
    /// True where a candidate that rested on it was rejected: it no longer speaks for this debtor, and what it says of
    /// another is in doubt. A person who removes it takes the doubt away too.
    /// </summary>
    public bool IsDoubted => Forgotten is { Cause: ForgettingCause.CandidateRejected };

    internal bool RestsOn(string match) => IsKnown && !IsByHand && Matches is [var only] && only == match;
}
