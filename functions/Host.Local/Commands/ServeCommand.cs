using System.CommandLine;
using Reconciliation.Host.Local.Embedded;
using Reconciliation.Pipeline.Time;

namespace Reconciliation.Host.Local.Commands;

/// <summary><c>reconcile serve</c></summary>
internal static class ServeCommand
{
    private const string DefaultFolder = "data";
    private const int DefaultPort = 5080;

    public static Command Create()
    {
        var data = CommonOptions.Data(DefaultFolder);
        var port = Port();
        var command = new Command("serve", "Runs the embedded host: inbox folder, API, alarm clock.") { data, port };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(data), parsed.GetValue(port), cancellation));
        return command;
    }

    /// <summary>The option that names the port.</summary>
    public static Option<int> Port()
    {
        var port = new Option<int>("--port") { Description = "The port of the loopback address; 0 for any free one.", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && !(int.TryParse(word.Value, out var number) && number is >= 0 and <= 65535))
                result.AddError("A port is a number from 0 to 65535.");
        });
        return port;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, int port, CancellationToken cancellation)
    {
        using var data = DataFolder.Open(folder);
        await EmbeddedServer.RunAsync(data, new ParisTime(), port, cancellation);
        return ExitStatus.Done;
    }
}
