using System.CommandLine;
using Reconciliation.Host.Local.Demo;
using Reconciliation.Host.Local.Embedded;
using Reconciliation.Pipeline.Time;

namespace Reconciliation.Host.Local.Commands;

/// <summary><c>reconcile demo</c></summary>
internal static class DemoCommand
{
    private const string DefaultFolder = "demo-data";

    public static Command Create()
    {
        var data = CommonOptions.Data(DefaultFolder);
        var port = ServeCommand.Port();
        var noServe = new Option<bool>("--no-serve") { Description = "End after the tables instead of serving the API." };
        var command = new Command("demo", "Runs a bundled, fictitious bank month through the whole pipeline, then serves it.") { data, port, noServe };
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetRequiredValue(data), parsed.GetValue(port), parsed.GetValue(noServe), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, int port, bool noServe, CancellationToken cancellation)
    {
        using var data = DataFolder.Open(folder);
        DemoMonth.Prepare(data);
        var time = new SimulatedTime(DemoMonth.Today);
        await using (var services = EmbeddedServices.Build(data, time))
            await DemoRun.RunAsync(services, data, cancellation);
        if (noServe)
            return ExitStatus.Done;
        time.Start();
        await EmbeddedServer.RunAsync(data, time, port, cancellation);
        return ExitStatus.Done;
    }
}
