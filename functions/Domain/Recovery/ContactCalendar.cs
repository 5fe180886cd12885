using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Recovery;

/// <summary>An instant for a contact, and the rules that put it off until then.</summary>
internal readonly record struct ContactSlot(DateTimeOffset At, ImmutableArray<ContactRule> PutOffBy);

/// <summary>The instants at which a channel may be used for a debtor: windows, holidays, caps and quiet days.</summary>
/// <param name="settings">The bounds.</param>
/// <param name="situation">The holidays.</param>
/// <param name="channel">The channel.</param>
/// <param name="contacts">The days of the contacts that count.</param>
internal sealed class ContactCalendar(
    ContactSettings settings, RecoverySituation situation, ContactChannel channel, ImmutableArray<DateOnly> contacts)
{
    private const int DaysSearched = 400;

    /// <summary>The first instant from <paramref name="from"/> on, inclusive; null where none comes within a year.</summary>
    public ContactSlot? First(DateTimeOffset from)
    {
        if (channel == ContactChannel.OfficerTask)
            return new ContactSlot(from, []);
        var putOffBy = new List<ContactRule>();
        var at = from;
        for (var days = 0; days < DaysSearched; days++)
        {
            var day = RecoveryDays.DayOf(at);
            var rule = Against(day);
            if (rule is null && Open(day, TimeOnly.FromTimeSpan(at.TimeOfDay)) is { } hour)
            {
                var opening = new DateTimeOffset(day, hour, from.Offset);

                // Waiting for the morning of the stage's own day is no delay.
                if (opening != at && at == from && at.TimeOfDay != TimeSpan.Zero)
                    putOffBy.Add(ContactRule.OutsideWindow);
                return new ContactSlot(opening, [.. putOffBy.Distinct()]);
            }

            putOffBy.Add(rule ?? ContactRule.OutsideWindow);
            at = RecoveryDays.StartOf(RecoveryDays.Add(day, 1), from.Offset);
        }

        return null;
    }

    private ContactRule? Against(DateOnly day)
    {
        if (contacts.Any(contact => RecoveryDays.Add(contact, settings.QuietDays.Value) > day))
            return ContactRule.QuietPeriod;
        if (Within(day, 1) >= settings.Caps.PerDay || Within(day, 7) >= settings.Caps.PerWeek || Within(day, 30) >= settings.Caps.Per30Days)
            return ContactRule.ContactCap;
        return situation.IsHoliday(day) ? ContactRule.Holiday : null;
    }

    private int Within(DateOnly day, int days) =>
        contacts.Count(contact => contact <= day && RecoveryDays.Add(contact, days) > day);

    /// <summary>The first allowed time of a day from a time on; null where the day is closed from then.</summary>
    private TimeOnly? Open(DateOnly day, TimeOnly time) =>
        settings.Windows[channel]
            .Where(window => window.Days.Contains(day.DayOfWeek) && time < window.To)
            .Select(window => (TimeOnly?)(time > window.From ? time : window.From))
            .Min();

    /// <summary>The days on which the debtor was contacted or will be, counted in its own offset from UTC.</summary>
    /// <param name="account">The account with its contacts so far.</param>
    /// <param name="offset">The debtor's offset from UTC.</param>
    /// <param name="contact">A contact that does not stand in its own way; null for none.</param>
    public static ImmutableArray<DateOnly> DaysOf(DebtorAccount account, TimeSpan offset, string? contact) =>
        [.. account.Contacts.Values.Where(c => Counts(c) && c.Planned.Id != contact).Select(c => RecoveryDays.DayOf(InstantOf(c).ToOffset(offset)))];

    private static bool Counts(ContactState contact) =>
        contact.Planned.Channel != ContactChannel.OfficerTask && contact.Result != ContactResult.Suppressed;

    private static DateTimeOffset InstantOf(ContactState contact) =>
        contact.Result is null && contact.Planned.NotBefore > contact.At ? contact.Planned.NotBefore : contact.At;
}
