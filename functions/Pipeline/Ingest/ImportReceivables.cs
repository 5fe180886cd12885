using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Receivables;
using Reconciliation.Pipeline.Accounts;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Telemetry;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>
/// Takes receivables and instalments in from CSV files. Every row is decided by its account before the first is
/// written: with a fault in any row nothing is imported, unless a partial import is asked for. The same file twice
/// changes nothing.
/// </summary>
public sealed class ImportReceivables(
    IAccountStreams streams, IOpenItemIndex index, AccountCommands commands, ProjectAccount project, IMessages messages, CreditorSettings settings, TimeProvider time)
{
    private const int MostAccountsANumber = 1000;

    /// <summary>Imports.</summary>
    /// <param name="request">The files and how to treat faults.</param>
    /// <param name="cancellation">Ends the import between accounts; what is imported by then stays.</param>
    public Task<ImportedReceivables> HandleAsync(ImportRequest request, CancellationToken cancellation) =>
        PipelineTelemetry.StepAsync("receivables.import", async step =>
        {
            var imported = await ImportAsync(request, cancellation);
            step?.SetTag("receivables.opened", imported.Opened).SetTag("receivables.faults", imported.Faults.Length);
            return imported;
        });

    private async Task<ImportedReceivables> ImportAsync(ImportRequest request, CancellationToken cancellation)
    {
        var plan = await PlanAsync(request, cancellation);
        if (!plan.Faults.IsEmpty && !request.IsPartial)
            return new ImportedReceivables(0, 0, 0, plan.Faults);

        foreach (var (account, asked) in plan.Commands)
        {
            if (await commands.DecideAsync(account, asked, cancellation) is { } refusal)
                throw new InvalidOperationException($"Account {account} changed while its receivables were imported ({refusal.Code}); import again.");
            // The index must know the account before the matcher is asked to look again.
            await project.HandleAsync(account, cancellation);
        }

        await messages.SendAsync(new ReceivablesImported($"{request.Source}:{time.GetLocalNow():O}"), cancellation);
        return new ImportedReceivables(plan.Opened, plan.Known, plan.Scheduled, plan.Faults);
    }

    private async Task<ImportPlan> PlanAsync(ImportRequest request, CancellationToken cancellation)
    {
        var receivables = request.Receivables is { } csv ? ReceivablesCsv.Read(csv) : new ReceivablesFile([], []);
        var instalments = request.Instalments is { } terms ? InstalmentsCsv.Read(terms) : new InstalmentsFile([], [], []);
        var known = await KnownAsync(receivables, instalments, cancellation);
        var schedules = instalments.For(number =>
            receivables.Rows.FirstOrDefault(r => r.Receivable.Number == number)?.Receivable ?? known.Find(number)?.Receivable.Receivable);

        var plan = new ImportPlan(settings, known, Decision(request), receivables.Faults.AddRange(schedules.Faults));
        foreach (var row in receivables.Rows)
            plan.Open(row);
        foreach (var schedule in schedules.Schedules)
            plan.Schedule(schedule);
        return plan;
    }

    private async Task<KnownReceivables> KnownAsync(ReceivablesFile receivables, InstalmentsFile instalments, CancellationToken cancellation)
    {
        var numbers = receivables.Rows.Select(r => r.Receivable.Number).Concat(instalments.Rows.Select(r => r.Receivable)).Distinct();
        var holders = await index.FindAsync([.. numbers.Select(n => IndexKeys.OfNumber(n))], MostAccountsANumber, cancellation);
        var named = receivables.Rows.Select(r => new AccountId(settings.CreditorId, r.Debtor.Id, r.Currency));
        return new KnownReceivables(await streams.LoadAsync([.. holders.Concat(named).Distinct()], cancellation));
    }

    private Decision Decision(ImportRequest request) => new(time.GetLocalNow(), Decider.Source(request.Source));
}

/// <summary>What to import.</summary>
/// <param name="Source">The files' name, kept with every event.</param>
/// <param name="Receivables">The receivables CSV; null for none.</param>
/// <param name="Instalments">The instalments CSV; null for none.</param>
/// <param name="IsPartial">Take the rows without a fault although others have one.</param>
public sealed record ImportRequest(string Source, Stream? Receivables, Stream? Instalments, bool IsPartial = false);

/// <summary>What an import did.</summary>
/// <param name="Opened">Receivables that came in.</param>
/// <param name="Known">Receivables that were there already.</param>
/// <param name="Scheduled">Receivables that got terms.</param>
/// <param name="Faults">What was found, by line.</param>
public sealed record ImportedReceivables(int Opened, int Known, int Scheduled, ImmutableArray<RowFault> Faults);
