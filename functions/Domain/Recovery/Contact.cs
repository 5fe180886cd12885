using System.Collections.Immutable;

namespace Reconciliation.Domain.Recovery;

/// <summary>How a debtor is reached.</summary>
public enum ContactChannel
{
    /// <summary>Electronic mail.</summary>
    Email,

    /// <summary>Letter by post.</summary>
    Letter,

    /// <summary>Registered letter with acknowledgement of receipt (lettre recommandée avec accusé de réception).</summary>
    RegisteredLetter,

    /// <summary>A call that an officer makes.</summary>
    CallTask,

    /// <summary>A decision that an officer takes: nothing reaches the debtor.</summary>
    OfficerTask,
}

/// <summary>A receivable or one term of it that a step of recovery is about, as it stood when the step was taken.</summary>
/// <param name="Receivable">The receivable's number.</param>
/// <param name="Instalment">The term; null for a receivable without terms.</param>
/// <param name="DueDate">Its due date.</param>
/// <param name="Open">What was open, positive.</param>
public readonly record struct DunnedItem(string Receivable, int? Instalment, DateOnly DueDate, Money Open);

/// <summary>A contact that a stage calls for.</summary>
/// <param name="Id">Its identifier, derived from the step.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="NotBefore">The first instant at which the contact rules allow it.</param>
public sealed record PlannedContact(string Id, ContactChannel Channel, DateTimeOffset NotBefore);
