using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Recovery;

/// <summary>
/// Whether a planned contact may be made. The planner asks when it plans, and whoever sends asks again: what the rules
/// forbid is sent by no path.
/// </summary>
public static class ContactRules
{
    /// <summary>
    /// Holds a contact of the account against every rule, in the order of <see cref="ContactRule.All"/>.
    /// </summary>
    /// <param name="account">The account as it is now.</param>
    /// <param name="contact">A contact that a step of the account called for; its channel is the one about to be used.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="now">The instant, in the debtor's own offset from UTC.</param>
    /// <param name="situation">Money, bank files and holidays.</param>
    public static ContactVerdict Check(
        DebtorAccount account, PlannedContact contact, RecoveryPolicy policy, DateTimeOffset now, RecoverySituation situation)
    {
        if (!account.Contacts.TryGetValue(contact.Id, out var planned))
            return Forbidden(ContactRule.ContactUnknown);
        if (!RecoveryTransitions.Leads(planned.Result, ContactResult.Made))
            return Forbidden(ContactRule.AlreadyMade);
        if (policy.Stage(planned.Stage) is not { } stage)
            return Forbidden(ContactRule.StageUnknown);

        var parts = OpenPart.Of(account).Where(part => planned.Items.Any(part.Is)).ToImmutableArray();
        if (Remaining(ref parts, account, stage, policy, RecoveryDays.DayOf(now)) is { } emptied)
            return Forbidden(emptied);
        if (!IsReachable(account.Debtor, contact.Channel))
            return Forbidden(ContactRule.NoAddress);
        if (policy.Dunning.Minimum.IsBelow(Money.Sum(parts.Select(part => part.Net), account.Id.Currency)))
            return Forbidden(ContactRule.BelowMinimum);
        ContactVerdict allowed = new ContactAllowed([.. parts.Select(part => part.Item)]);
        return Timely(account, contact, policy, now, situation) ?? allowed;
    }

    /// <summary>True where the debtor has an address for the channel; a task for an officer needs none.</summary>
    internal static bool IsReachable(Debtor? debtor, ContactChannel channel) => channel switch
    {
        ContactChannel.Email => !string.IsNullOrWhiteSpace(debtor?.Email),
        ContactChannel.Letter or ContactChannel.RegisteredLetter =>
            !string.IsNullOrWhiteSpace(debtor?.Address) && !string.IsNullOrWhiteSpace(debtor.City),
        ContactChannel.CallTask => !string.IsNullOrWhiteSpace(debtor?.Phone),
        ContactChannel.OfficerTask => true,
    };

    /// <summary>The rules of money and bank files that stand against telling the debtor now that money is missing.</summary>
    internal static IEnumerable<Hold> Unsettled(RecoveryPolicy policy, DateTimeOffset now, RecoverySituation situation)
    {
        var bankFile = policy.Dunning.BankFile;
        var needed = RecoveryDays.AddBusinessDays(RecoveryDays.DayOf(now), -bankFile.BusinessDays, situation.IsHoliday);
        if (bankFile.IsRequired && !(situation.BankDataThrough >= needed))
            yield return ContactRule.BankFileMissing.Hold;
        if (!situation.MoneyInFlight.IsDefaultOrEmpty)
        {
            var entries = string.Join(", ", situation.MoneyInFlight);
            var hold = ContactRule.MoneyInFlight.Hold;
            yield return hold with { French = $"{hold.French} ({entries})", English = $"{hold.English} ({entries})" };
        }
    }

    /// <summary>Takes out the parts that may not be dunned; the rule that took the last one, or null where some remain.</summary>
    private static ContactRule? Remaining(
        ref ImmutableArray<OpenPart> parts, DebtorAccount account, RecoveryStage stage, RecoveryPolicy policy, DateOnly today)
    {
        var years = policy.Dunning.Limitation.YearsFor(account.Debtor?.Kind ?? DebtorKind.Consumer);
        (ContactRule Rule, Func<OpenPart, bool> Keeps)[] rules =
        [
            (ContactRule.NothingOpen, part => part.Net.IsPositive),
            (ContactRule.Dispute, part => !part.IsDisputed),
            (ContactRule.Limitation, part => !part.MayBePrescribed(today, years)),
            (ContactRule.Superseded, part => part.Reached.Last().Stage == stage.Id),
            (ContactRule.TooLate, part => stage.LastDay is not { } last || today <= RecoveryDays.Add(part.Part.DueDate, last)),
        ];
        foreach (var (rule, keeps) in rules)
        {
            parts = parts.RemoveAll(part => !keeps(part));
            if (parts.IsEmpty)
                return rule;
        }

        return null;
    }

    private static ContactNotNow? Timely(
        DebtorAccount account, PlannedContact contact, RecoveryPolicy policy, DateTimeOffset now, RecoverySituation situation)
    {
        var calendar = new ContactCalendar(
            policy.Contacts, situation, contact.Channel, ContactCalendar.DaysOf(account, now.Offset, contact.Id));
        if (now < contact.NotBefore)
            return Later(contact.NotBefore.ToOffset(now.Offset), ContactRule.TooEarly.Hold);
        if (Unsettled(policy, now, situation).FirstOrDefault() is { } unsettled)
            return Later(now + TimeSpan.FromHours(policy.Dunning.RecheckHours.Value), unsettled);
        var slot = calendar.First(now);
        if (slot?.At == now)
            return null;
        return new ContactNotNow(
            slot?.At ?? now + TimeSpan.FromDays(1), (slot?.PutOffBy.FirstOrDefault() ?? ContactRule.OutsideWindow).Hold);

        ContactNotNow Later(DateTimeOffset from, Hold hold) => new(calendar.First(from)?.At ?? from, hold);
    }

    private static ContactForbidden Forbidden(ContactRule rule) => new(rule.Hold);
}
