using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Recovery;

/// <summary>One run of the planner over an account.</summary>
internal sealed class Planning(
    DebtorAccount account, Debtor debtor, RecoveryPolicy policy, DateTimeOffset now, RecoverySituation situation)
{
    private readonly List<ContactRule> _resting = [];
    private readonly ImmutableArray<DateOnly> _contacts = ContactCalendar.DaysOf(account, now.Offset, contact: null);

    private sealed record Plan(RecoveryStage Stage, ContactChannel Channel, DateTimeOffset At, ImmutableArray<StageTrack> Parts, ImmutableArray<Hold> HeldBy, bool IsUnsettled);

    private DateOnly Today => RecoveryDays.DayOf(now);

    public NextStep Next()
    {
        var open = OpenPart.Of(account);
        var tracks = open.Where(IsDunned).Select(Track).ToList();
        if (tracks.Count == 0)
            return new NothingToDo(WhyNotDunned(open).Hold);
        var plan = Plans(tracks).OrderBy(p => p.At).ThenByDescending(p => p.Stage.OffsetDays).FirstOrDefault();
        if (plan is null)
            return new NothingToDo(_resting.Count > 0 ? _resting[^1].Hold : RestReasons.StagesReached);
        return plan.At > now ? new StepLater(plan.At, plan.Stage.Id, Items(plan), plan.HeldBy) : Due(plan);
    }

    private StageTrack Track(OpenPart part) => StageTrack.Of(part, policy, debtor.Kind, now.Offset, situation.IsHoliday);

    private bool IsDunned(OpenPart part) => part.Net.IsPositive && !part.IsDisputed && !MayBePrescribed(part);

    private bool MayBePrescribed(OpenPart part) => part.MayBePrescribed(Today, policy.Dunning.Limitation.YearsFor(debtor.Kind));

    private static ContactRule WhyNotDunned(ImmutableArray<OpenPart> open)
    {
        if (!open.Any(part => part.Net.IsPositive))
            return ContactRule.NothingOpen;
        return open.Any(part => part.Net.IsPositive && part.IsDisputed) ? ContactRule.Dispute : ContactRule.Limitation;
    }

    /// <summary>A plan for each stage that some part comes to next. A stage that ends before it can be taken is passed over.</summary>
    private List<Plan> Plans(List<StageTrack> tracks)
    {
        var plans = new List<Plan>();
        while (true)
        {
            plans.Clear();
            tracks.RemoveAll(track => track.Left.IsEmpty);

            // In the order of the stages: a part that passes one over may make the next one worth a contact.
            var passing = tracks.GroupBy(track => track.Left[0].OffsetDays).OrderBy(stage => stage.Key)
                .Select(stage => PassingOver(stage.First().Left[0], [.. stage], plans)).FirstOrDefault(passing => passing.Count > 0);
            if (passing is null)
                return plans;
            tracks = [.. tracks.Select(track => passing.Contains(track) ? track.PassOver() : track)];
        }
    }

    /// <summary>Plans a stage, or names the parts that must pass it over first.</summary>
    private HashSet<StageTrack> PassingOver(RecoveryStage stage, ImmutableArray<StageTrack> tracks, List<Plan> plans)
    {
        if (EndingBefore(tracks, track => Later(track.Earliest, Today)) is { Count: > 0 } ended)
            return ended;
        if (PlanFor(stage, tracks) is not { } plan)
            return EndingBefore(tracks, _ => stage.LastDay is null ? DateOnly.MinValue : DateOnly.MaxValue);

        // A hold may end before the account is looked at again, so it alone makes no stage too late.
        var missed = EndingBefore(plan.Parts, _ => plan.IsUnsettled ? Today : RecoveryDays.DayOf(plan.At));
        if (missed.Count == 0)
            plans.Add(plan);
        return missed;
    }

    private static HashSet<StageTrack> EndingBefore(ImmutableArray<StageTrack> tracks, Func<StageTrack, DateOnly> day) =>
        tracks.Where(track => track.EndsBefore(day(track))).ToHashSet<StageTrack>(ReferenceEqualityComparer.Instance);

    /// <summary>The first instant at which the stage can be taken for parts that are worth a contact; null where there is none.</summary>
    private Plan? PlanFor(RecoveryStage stage, ImmutableArray<StageTrack> tracks)
    {
        var reachable = stage.Channels.Where(channel => ContactRules.IsReachable(debtor, channel)).Take(1).ToList();
        if (reachable is not [var channel])
            return Rest(ContactRule.NoAddress);
        var calendar = new ContactCalendar(policy.Contacts, situation, channel, _contacts);
        foreach (var day in tracks.Select(track => Later(track.Earliest, Today)).Distinct().Order())
        {
            if (Slot(calendar, day) is not { } slot)
                return Rest(ContactRule.OutsideWindow);
            var parts = tracks.Where(track => track.Earliest <= RecoveryDays.DayOf(slot.At)).ToImmutableArray();
            if (!policy.Dunning.Minimum.IsBelow(Money.Sum(parts.Select(track => track.Open.Net), account.Id.Currency)))
                return new Plan(stage, channel, slot.At, parts, slot.HeldBy, slot.IsUnsettled);
        }

        return Rest(ContactRule.BelowMinimum);
    }

    private (DateTimeOffset At, ImmutableArray<Hold> HeldBy, bool IsUnsettled)? Slot(ContactCalendar calendar, DateOnly day)
    {
        var from = day > Today ? RecoveryDays.StartOf(day, now.Offset) : now;
        if (calendar.First(from) is not { } slot)
            return null;
        var held = slot.At == now ? ContactRules.Unsettled(policy, now, situation).ToImmutableArray() : [];
        if (held.IsEmpty)
            return (slot.At, [.. slot.PutOffBy.Select(rule => rule.Hold)], false);

        // Nobody knows when money is explained or a file arrives: the account is looked at again.
        return calendar.First(now + TimeSpan.FromHours(policy.Dunning.RecheckHours.Value)) is { } again ? (again.At, held, true) : null;
    }

    private Plan? Rest(ContactRule rule)
    {
        _resting.Add(rule);
        return null;
    }

    private StepDue Due(Plan plan)
    {
        var items = Items(plan);
        var parts = items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Instalment ?? 0}/{item.Receivable}"));
        var step = DeterministicId.Of(["step", account.Id.ToString(), plan.Stage.Id, .. parts]);
        return new StepDue(step, plan.Stage.Id, items, new PlannedContact(DeterministicId.Of("contact", step), plan.Channel, now));
    }

    private static ImmutableArray<DunnedItem> Items(Plan plan) => [.. plan.Parts.Select(track => track.Open.Item)];

    private static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;
}
