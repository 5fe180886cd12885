namespace Reconciliation.Host.Azure.Receivables;

/// <summary>What became of a dropped file of receivables.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Opened">Receivables that came in.</param>
/// <param name="Known">Receivables that were there already.</param>
/// <param name="Scheduled">Receivables that got terms.</param>
/// <param name="Faults">How many faults the report names.</param>
public sealed record TakenReceivables(ReceivablesOutcome Outcome, int Opened, int Known, int Scheduled, int Faults);

/// <summary>What may become of a dropped file of receivables.</summary>
public enum ReceivablesOutcome
{
    /// <summary>Its receivables are in their accounts.</summary>
    Imported,

    /// <summary>Nothing of it is imported; the report says why.</summary>
    Faulty,

    /// <summary>Terms lie there without the file of their receivables.</summary>
    WaitsForReceivables,
}
