using System.Collections.Immutable;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>What a rule may not say although each part of it can be read.</summary>
internal static class RuleChecks
{
    /// <summary>Notes what contradicts itself in a rule.</summary>
    public static void Check(MatchRule rule, string place, RuleFaults faults)
    {
        if (Contradiction(rule.Condition) is { } contradiction)
            faults.Add(place + ".if", contradiction, "Take one of them out, or put them under any.");
        if (rule.Effect.IsForMoneyIn is { } isIn && !Says(rule.Condition, new DirectionIs(isIn)))
            faults.Add(place + ".if", $"may be met by money {(isIn ? "out" : "in")}, for which the effect is not made", $"Add \"direction\": \"{(isIn ? "in" : "out")}\".");
        if (rule.Effect is HoldForPerson { Because.Length: > 0 } or AskForMore && rule.Decides)
            faults.Add(place + ".decides", "is said of an effect that decides nothing", "Take it out.");
        if (rule.Effect is AskForMore && rule.When != RuleTiming.Before)
            faults.Add(place + ".when", "is not before, but bounds count while the matcher decides", "Write \"before\".");
    }

    private static bool Says(RuleCondition condition, RuleCondition other) => condition.Implied.Contains(other);

    private static string? Contradiction(RuleCondition condition)
    {
        var all = condition.Implied.ToList();
        if (Conflict(all) is { } conflict)
            return conflict;
        return Inside(condition).Select(Contradiction).FirstOrDefault(found => found is not null);
    }

    private static ImmutableArray<RuleCondition> Inside(RuleCondition condition) => condition switch
    {
        AllOf all => all.Parts,
        AnyOf any => any.Parts,
        NotMet not => [not.Part],
        _ => [],
    };

    private static string? Conflict(List<RuleCondition> all)
    {
        if (all.OfType<DirectionIs>().Select(direction => direction.IsIn).Distinct().Count() > 1)
            return "asks for money in and money out at once";
        if (all.OfType<ReferenceGiven>().Select(reference => reference.IsGiven).Distinct().Count() > 1)
            return "asks for a reference and for none at once";
        if (all.OfType<NotMet>().Any(not => all.Contains(not.Part)))
            return "asks for a condition and its opposite at once";
        if (ApartAny(all.OfType<AmountWithin>(), (one, other) => one.Currency != other.Currency || one.From > other.To || other.From > one.To))
            return "asks for two amounts at once";
        if (ApartAny(all.OfType<DayOfMonthWithin>(), (one, other) => one.From > other.To || other.From > one.To))
            return "asks for two days at once";
        if (ApartAny(all.OfType<BankAccountIs>(), (one, other) => !one.Keys.Intersect(other.Keys).Any()))
            return "asks for two bank accounts at once";
        return all.OfType<DebtorFoundBy>().Any(found => found.Clues is [DebtorClue.Nothing]) && all.OfType<DebtorFoundBy>().Any(found => !found.Clues.Contains(DebtorClue.Nothing))
            ? "asks for a debtor that is found and for none at once"
            : null;
    }

    private static bool ApartAny<T>(IEnumerable<T> conditions, Func<T, T, bool> areApart)
    {
        var all = conditions.ToList();
        return all.Index().Any(one => all.Skip(one.Index + 1).Any(other => areApart(one.Item, other)));
    }
}
