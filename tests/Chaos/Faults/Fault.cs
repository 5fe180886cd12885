namespace Reconciliation.Chaos.Faults;

/// <summary>What becomes of a call to the storage account or the queue.</summary>
internal enum Fault
{
    None,

    /// <summary>The connection breaks before anything is sent.</summary>
    NotSent,

    /// <summary>The service is busy and says when to come again.</summary>
    Throttled,

    /// <summary>The service does it, and its answer never arrives.</summary>
    AnswerLost,

    /// <summary>A proxy sends it twice; the second answer arrives.</summary>
    SentTwice,

    /// <summary>No answer comes in time, and the service does it only after other things have happened.</summary>
    DoneLate,

    /// <summary>The process falls before it sends.</summary>
    FallsBefore,

    /// <summary>The process falls after the service did it.</summary>
    FallsAfter,
}

/// <summary>The process is no more: nothing that it still attempts has any effect.</summary>
internal sealed class ProcessFellException() : Exception("The process fell.");
