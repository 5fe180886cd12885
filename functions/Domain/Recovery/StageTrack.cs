using System.Collections.Immutable;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Recovery;

/// <summary>A part on its way through the stages that are left to it.</summary>
/// <param name="Open">The part.</param>
/// <param name="Left">The stages after the last one that it reached, in order.</param>
/// <param name="Grace">The first day on which it may be dunned.</param>
/// <param name="LastReached">The day of its last stage; null before the first.</param>
internal sealed record StageTrack(OpenPart Open, ImmutableArray<RecoveryStage> Left, DateOnly Grace, DateOnly? LastReached)
{
    /// <summary>The first day of the stage that comes next.</summary>
    public DateOnly Earliest
    {
        get
        {
            var stage = Left[0];
            var day = RecoveryDays.Add(Open.Part.DueDate, stage.OffsetDays);
            if (!stage.IsBeforeDue && Grace > day)
                day = Grace;
            return LastReached is { } last && RecoveryDays.Add(last, stage.LeastDaysSincePrevious) is var spaced && spaced > day ? spaced : day;
        }
    }

    /// <summary>True where the stage that comes next has its last day before the given one.</summary>
    public bool EndsBefore(DateOnly day) => Left[0].LastDay is { } last && RecoveryDays.Add(Open.Part.DueDate, last) < day;

    /// <summary>The track without the stage that comes next.</summary>
    public StageTrack PassOver() => this with { Left = Left[1..] };

    /// <summary>The track of a part; <see cref="Left"/> is empty where it reached every stage.</summary>
    public static StageTrack Of(OpenPart part, RecoveryPolicy policy, DebtorKind kind, TimeSpan offset, Func<DateOnly, bool> isHoliday)
    {
        var reached = part.Reached.ToList();
        var order = reached.Select(stage => policy.OrderOf(stage.Stage)).DefaultIfEmpty(-1).Max();
        return new StageTrack(
            part,
            [.. policy.Stages.Skip(order + 1).Where(stage => stage.DebtorKinds.Contains(kind))],
            RecoveryDays.AddBusinessDays(part.Part.DueDate, policy.Dunning.GraceBusinessDays.Value, isHoliday),
            reached.Count > 0 ? RecoveryDays.DayOf(reached.Max(stage => stage.At).ToOffset(offset)) : null);
    }
}
