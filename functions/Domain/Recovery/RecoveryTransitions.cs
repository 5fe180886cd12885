using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Recovery;

/// <summary>A way from one stage to the next.</summary>
/// <param name="From">The last stage that was reached; null before the first.</param>
/// <param name="To">The stage that comes next.</param>
/// <param name="When">When it is taken, in words.</param>
public readonly record struct StageTransition(string? From, string To, string When);

/// <summary>A change of what became of a contact.</summary>
/// <param name="From">What is known so far; null while it is to be made.</param>
/// <param name="To">What becomes known.</param>
/// <param name="When">When it happens, in words.</param>
public readonly record struct ContactTransition(ContactResult? From, ContactResult To, string When);

/// <summary>
/// Every way that recovery allows, as tables to be read against the law and the policy. <c>README.md</c> beside this
/// file draws them.
/// </summary>
public static class RecoveryTransitions
{
    /// <summary>What may become of a contact. A contact that was made is the end: nothing leads on from there.</summary>
    public static ImmutableArray<ContactTransition> OfContact { get; } =
    [
        new(null, ContactResult.Made, "the channel took it"),
        new(null, ContactResult.Failed, "the channel refused it"),
        new(null, ContactResult.Suppressed, "a contact rule forbade it"),
        new(ContactResult.Failed, ContactResult.Made, "tried again, and taken"),
        new(ContactResult.Failed, ContactResult.Suppressed, "tried again, and forbidden"),
        new(ContactResult.Suppressed, ContactResult.Made, "released by a person, and taken"),
        new(ContactResult.Suppressed, ContactResult.Failed, "released by a person, and refused"),
    ];

    /// <summary>
    /// The ways through the stages of a policy. A stage with a last day may be passed over, and so may one that is not for
    /// every kind of debtor.
    /// </summary>
    public static ImmutableArray<StageTransition> OfStages(RecoveryPolicy policy)
    {
        var ways = ImmutableArray.CreateBuilder<StageTransition>();
        for (var from = -1; from < policy.Stages.Length; from++)
        {
            for (var to = from + 1; to < policy.Stages.Length; to++)
            {
                ways.Add(new StageTransition(from < 0 ? null : policy.Stages[from].Id, policy.Stages[to].Id, When(policy.Stages[to], from < 0)));
                if (policy.Stages[to].LastDay is null && policy.Stages[to].DebtorKinds.Length == PolicyParser.Kinds.Count)
                    break;
            }
        }

        return ways.ToImmutable();
    }

    /// <summary>True where a contact of which <paramref name="from"/> is known may come to <paramref name="to"/>.</summary>
    internal static bool Leads(ContactResult? from, ContactResult to) => OfContact.Any(way => way.From == from && way.To == to);

    private static string When(RecoveryStage stage, bool isFirst)
    {
        var day = stage.OffsetDays < 0
            ? string.Create(CultureInfo.InvariantCulture, $"from {-stage.OffsetDays} days before the due date")
            : string.Create(CultureInfo.InvariantCulture, $"from {stage.OffsetDays} days after the due date");
        var last = stage.LastDay switch
        {
            null => "",
            < 0 => string.Create(CultureInfo.InvariantCulture, $" to {-stage.LastDay} before"),
            _ => string.Create(CultureInfo.InvariantCulture, $" to {stage.LastDay}"),
        };
        var gap = isFirst ? "" : string.Create(CultureInfo.InvariantCulture, $", at least {stage.LeastDaysSincePrevious} after the stage before");
        return day + last + gap;
    }
}
