using Reconciliation.Host.Local.Embedded;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Recovery;
using Spectre.Console;

namespace Reconciliation.Host.Local.Demo;

/// <summary>Takes the bundled month through the pipeline, as the host would: inbox, queue, handlers. Interrupted anywhere, the next run finishes it.</summary>
internal static class DemoRun
{
    public static async Task RunAsync(IServiceProvider services, DataFolder data, CancellationToken cancellation)
    {
        var before = await LedgerMark.OfAsync(services, cancellation);
        await AnsiConsole.Progress().AutoClear(false).HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(progress => RunAsync(services, progress, cancellation));
        var after = await LedgerMark.OfAsync(services, cancellation);

        await DemoTables.WriteAsync(services, cancellation);
        AnsiConsole.MarkupLine(before == after
            ? $"[green]Nothing changed:[/] everything in the month was known already. The ledger in {Markup.Escape(data.Path)} is as it was."
            : $"The ledger is in {Markup.Escape(data.Path)}; letters and e-mails to send are in its outbox folder. Run the demo again: nothing will change.");
    }

    private static async Task RunAsync(IServiceProvider services, ProgressContext progress, CancellationToken cancellation)
    {
        var files = DemoMonth.Statements();
        var receivables = progress.AddTask("Receivables", maxValue: 1);
        var statements = progress.AddTask("Statement files", maxValue: files.Count);
        var matching = progress.AddTask("Matching", maxValue: files.Count);
        var recovery = progress.AddTask("What is due next", maxValue: 1);

        await ImportAsync(services.GetRequiredService<ImportReceivables>(), cancellation);
        receivables.Value = 1;
        await DropAsync(services, files, cancellation);
        var pump = services.GetRequiredService<MessagePump>();
        await pump.DrainAsync(message => (message is StatementArrived ? statements : matching).Increment(message is StatementArrived or EntriesAccepted ? 1 : 0), cancellation);
        statements.Value = statements.MaxValue;
        matching.Value = matching.MaxValue;

        await services.GetRequiredService<SweepAccounts>().HandleAsync(null, cancellation);
        recovery.Value = 0.5;
        await pump.DrainAsync(null, cancellation);
        recovery.Value = 1;
    }

    private static async Task ImportAsync(ImportReceivables import, CancellationToken cancellation)
    {
        await using var receivables = DemoMonth.Receivables.OpenRead();
        await using var instalments = DemoMonth.Instalments.OpenRead();
        var imported = await import.HandleAsync(new ImportRequest("demo month", receivables, instalments), cancellation);
        if (!imported.Faults.IsEmpty)
            throw new InvalidOperationException($"The bundled receivables have a fault: {imported.Faults[0].Message}");
    }

    private static async Task DropAsync(IServiceProvider services, IReadOnlyList<FileInfo> files, CancellationToken cancellation)
    {
        var inbox = services.GetRequiredService<IFileStore>();
        var messages = services.GetRequiredService<IMessages>();
        var waiting = await inbox.WaitingAsync(cancellation).ToHashSetAsync(cancellationToken: cancellation);
        foreach (var file in files)
        {
            if (!waiting.Contains(file.Name))
            {
                await using var content = file.OpenRead();
                await inbox.DropAsync(file.Name, content, cancellation);
            }

            await messages.SendAsync(new StatementArrived(file.Name), cancellation);
        }
    }
}
