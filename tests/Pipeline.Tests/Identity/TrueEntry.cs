using System.Collections.Immutable;

namespace Reconciliation.Pipeline.Tests.Identity;

/// <summary>An entry as it truly stands in the account: what every export speaks of in its own way.</summary>
/// <param name="Day">The booking day.</param>
/// <param name="Cents">Positive for money in; of a batch the sum of its parts.</param>
/// <param name="Reference">The bank's reference; null where it gives none.</param>
/// <param name="EndToEnd">The payer's reference; null for none.</param>
/// <param name="Text">What was written with it.</param>
/// <param name="IsReversal">It undoes an earlier one.</param>
/// <param name="Parts">The payments in a batch; empty for a single one.</param>
internal sealed record TrueEntry(
    DateOnly Day, long Cents, string? Reference, string? EndToEnd, string Text, bool IsReversal, ImmutableArray<long> Parts)
{
    /// <summary>What a file tells that names the payments of batches: day, cents, text of each.</summary>
    public IEnumerable<string> Payments => Parts.IsEmpty ? [Booked] : Parts.Select((cents, index) => $"{Day:yyyy-MM-dd} {cents} {Text} part {index}");

    /// <summary>What a file tells that does not.</summary>
    public string Booked => $"{Day:yyyy-MM-dd} {Cents} {Text}";
}

/// <summary>A payment that is announced and not yet booked.</summary>
/// <param name="Day">The day on which exports show it.</param>
/// <param name="Entry">What it would be.</param>
internal sealed record PendingEntry(DateOnly Day, TrueEntry Entry);
