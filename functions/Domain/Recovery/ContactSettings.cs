using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Reconciliation.Domain.Recovery;

/// <summary>A figure of a policy and where it comes from.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Basis">An article, or practice.</param>
public readonly record struct Setting(int Value, string Basis);

/// <summary>Hours of some days of the week in which a channel may be used, in the debtor's local time.</summary>
/// <param name="Days">The days; never a Sunday.</param>
/// <param name="From">The first instant, inclusive.</param>
/// <param name="To">The end, exclusive.</param>
public sealed record ContactWindow(ImmutableArray<DayOfWeek> Days, TimeOnly From, TimeOnly To);

/// <summary>How many contacts a debtor may get, over all its debts to the creditor in one currency.</summary>
/// <param name="PerDay">At most on one calendar day.</param>
/// <param name="PerWeek">At most on seven days in a row.</param>
/// <param name="Per30Days">At most on thirty days in a row.</param>
/// <param name="Basis">An article, or practice.</param>
public sealed record ContactCaps(int PerDay, int PerWeek, int Per30Days, string Basis);

/// <summary>
/// When and how often a debtor may be contacted. No French statute fixes hours or numbers for amicable recovery:
/// persistence, time and place decide whether a practice is aggressive (C. conso. L121-6).
/// </summary>
public sealed record ContactSettings
{
    /// <summary>The windows by channel; a task for an officer has none, for nothing reaches the debtor.</summary>
    public required FrozenDictionary<ContactChannel, ImmutableArray<ContactWindow>> Windows { get; init; }

    /// <summary>Where the windows come from.</summary>
    public required string WindowsBasis { get; init; }

    /// <summary>How many contacts there may be.</summary>
    public required ContactCaps Caps { get; init; }

    /// <summary>The least calendar days from one contact of the debtor to the next; 0 for none.</summary>
    public required Setting QuietDays { get; init; }
}
