using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Pipeline.Accounts;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>What an import would do, row by row: the commands that the accounts allow, and a fault for each they refuse.</summary>
internal sealed class ImportPlan(CreditorSettings settings, KnownReceivables known, Decision decision, ImmutableArray<RowFault> faults)
{
    private readonly SortedDictionary<AccountId, List<AccountCommand>> _commands = [];
    private readonly List<RowFault> _faults = [.. faults];

    public IReadOnlyDictionary<AccountId, List<AccountCommand>> Commands => _commands;

    public ImmutableArray<RowFault> Faults => [.. _faults.OrderBy(f => f.Line)];

    public int Opened { get; private set; }

    public int Known { get; private set; }

    public int Scheduled { get; private set; }

    public void Open(ReceivableRow row)
    {
        var account = new AccountId(settings.CreditorId, row.Debtor.Id, row.Currency);
        var number = row.Receivable.Number;
        if (known.Find(number) is { } other && other.Account != account)
        {
            _faults.Add(ImportRules.NumberUsedTwice.At(
                row.Line, "number", $"{number} already stands for a receivable of debtor {other.Account.Debtor}.", number));
            return;
        }

        var isNew = known.Find(number) is null;
        var asked = new AccountCommand[]
        {
            new RegisterDebtor(row.Debtor) { Decision = decision }, new OpenReceivable(row.Receivable) { Decision = decision },
        };
        if (!TryAdd(account, number, asked, row.Line))
            return;
        Opened += isNew ? 1 : 0;
        Known += isNew ? 0 : 1;
    }

    public void Schedule(InstalmentSchedule schedule)
    {
        if (known.Find(schedule.Receivable) is not { } receivable)
            return; // The receivable's own row has a fault, which says it all.
        var isNew = receivable.Receivable.Instalments.IsEmpty;
        var asked = new ScheduleInstalments(schedule.Receivable, schedule.Instalments) { Decision = decision };
        if (TryAdd(receivable.Account, schedule.Receivable, [asked], schedule.Line) && isNew)
            Scheduled++;
    }

    private bool TryAdd(AccountId id, string number, AccountCommand[] asked, int line)
    {
        var account = known.Account(id);
        var (events, refusal) = AccountCommands.Decide(account, asked);
        if (refusal is not null)
        {
            _faults.Add(new RowFault(line, "number", refusal.Code, refusal.Message, number));
            return false;
        }

        known.Keep(account.Apply(events), number);
        if (!_commands.TryGetValue(id, out var commands))
            _commands.Add(id, commands = []);
        commands.AddRange(asked);
        return true;
    }
}
