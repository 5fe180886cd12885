namespace Reconciliation.Domain.Recovery;

/// <summary>Why a step waits, a contact is not made, or nothing is to be done.</summary>
/// <param name="Code">The stable code of the rule, one of <see cref="ContactRule.All"/> or <see cref="RestReasons.All"/>.</param>
/// <param name="French">The reason in French, a sentence.</param>
/// <param name="English">The reason in English, a sentence.</param>
public sealed record Hold(string Code, string French, string English);
