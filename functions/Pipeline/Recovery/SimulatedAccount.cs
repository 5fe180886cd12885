using System.Collections.Immutable;
using Reconciliation.Domain.Calendars;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Recovery;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Time;

namespace Reconciliation.Pipeline.Recovery;

/// <summary>One account of a simulation: an alarm clock that asks the planner, takes the step and sleeps.</summary>
internal sealed class SimulatedAccount
{
    private static readonly TimeZoneInfo Zone = new ParisTime().LocalTimeZone;

    private readonly RecoveryPolicy _policy;
    private readonly Queue<(DateOnly Day, AccountCommand Command)> _documents;
    private readonly List<SimulatedContact> _contacts = [];
    private readonly HashSet<SimulatedHold> _holds = [];
    private DebtorAccount _account;
    private DateTimeOffset _now;

    private SimulatedAccount(AccountId id, List<AccountCommand> commands, RecoveryPolicy policy, DateOnly from)
    {
        _account = DebtorAccount.Empty(id);
        _policy = policy;
        var issued = commands.OfType<OpenReceivable>().DistinctBy(open => open.Receivable.Number)
            .ToDictionary(open => open.Receivable.Number, open => open.Receivable.IssueDate, StringComparer.Ordinal);
        _documents = new(commands.Select(command => (Day: DayOf(command, issued), Command: command)).OrderBy(document => document.Day));
        _now = StartOf(from);
    }

    public IReadOnlyList<SimulatedContact> Contacts => _contacts;

    public IEnumerable<SimulatedHold> Holds => _holds;

    /// <summary>Why nothing more would be done; null while something would.</summary>
    public SimulatedEnd? End { get; private set; }

    /// <summary>An account from a day on, inclusive, to another, exclusive.</summary>
    public static SimulatedAccount Live(AccountId id, List<AccountCommand> commands, RecoveryPolicy policy, DateOnly from, DateOnly until)
    {
        var life = new SimulatedAccount(id, commands, policy, from);
        var end = StartOf(until);
        while (life._now < end)
            life.Turn(end);
        return life;
    }

    private static DateOnly DayOf(AccountCommand command, Dictionary<string, DateOnly> issued) => command switch
    {
        OpenReceivable open => open.Receivable.IssueDate,
        ScheduleInstalments terms => issued[terms.Receivable],
        _ => DateOnly.MinValue,
    };

    private static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    private void Turn(DateTimeOffset end)
    {
        while (_documents.TryPeek(out var document) && document.Day <= DateOnly.FromDateTime(_now.DateTime))
            Do(_documents.Dequeue().Command);
        var wake = Planner.Next(_account, _policy, _now, Situation()).Match(Take, Wait, Rest);
        if (_documents.TryPeek(out var next) && StartOf(next.Day) < wake)
            wake = StartOf(next.Day);
        _now = wake < end ? Awake(wake) : end;
    }

    // Where the clocks change before an instant, the planner is asked again on its day, in the offset of that day.
    private DateTimeOffset Awake(DateTimeOffset wake)
    {
        var local = TimeZoneInfo.ConvertTime(wake, Zone);
        var midnight = StartOf(DateOnly.FromDateTime(local.DateTime));
        return local.Offset != _now.Offset && midnight > _now ? midnight : local;
    }

    private DateTimeOffset Take(StepDue due)
    {
        Do(new TakeStep(due.Step, due.Stage, due.Items, due.Contact) { Decision = Decision() });
        return ContactRules.Check(_account, due.Contact, _policy, _now, Situation()).Match(
            allowed => Make(due, allowed.Items),
            notNow => throw new InvalidOperationException($"The planner called for {due.Stage} at {_now:O}, which {notNow.Rule.Code} puts off."),
            forbidden => throw new InvalidOperationException($"The planner called for {due.Stage} at {_now:O}, which {forbidden.Rule.Code} forbids."));
    }

    private DateTimeOffset Make(StepDue due, ImmutableArray<DunnedItem> items)
    {
        Do(new RecordContact(due.Contact.Id, ContactResult.Made, "simulated") { Decision = Decision() });
        _contacts.Add(new SimulatedContact(
            _now, _account.Id, _account.Debtor?.Name ?? _account.Id.Debtor, due.Stage, due.Contact.Channel, items));
        return _now;
    }

    private DateTimeOffset Wait(StepLater later)
    {
        End = null;
        foreach (var rule in later.HeldBy)
            _holds.Add(new SimulatedHold(TimeZoneInfo.ConvertTime(later.At, Zone), _account.Id, later.Stage, rule));
        return later.At;
    }

    private DateTimeOffset Rest(NothingToDo nothing)
    {
        End = new SimulatedEnd(_account.Id, nothing.Reason);
        return DateTimeOffset.MaxValue;
    }

    private void Do(AccountCommand command)
    {
        var (events, refusal) = AccountCommands.Decide(_account, [command]);
        _account = refusal is null
            ? _account.Apply(events)
            : throw new InvalidOperationException($"Account {_account.Id} refuses a step of its simulation: {refusal.Message}");
    }

    private Decision Decision() => new(_now, Decider.Rule(_policy.Name, _policy.Version));

    private RecoverySituation Situation()
    {
        var territory = Territories.Of(_account.Debtor?.Country ?? "FR", _account.Debtor?.Postcode);
        return new RecoverySituation
        {
            BankDataThrough = DateOnly.FromDateTime(_now.DateTime),
            IsHoliday = day => FrenchHolidays.IsHoliday(day, territory),
        };
    }
}
