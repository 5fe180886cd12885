using System.Net;
using System.Net.Sockets;
using Reconciliation.Host.Local.Commands;
using Reconciliation.Pipeline.Api;
using Spectre.Console;

namespace Reconciliation.Host.Local.Embedded;

/// <summary>Serves the API on the loopback address, and keeps the inbox, the queue, the alarm clock and the sweep going meanwhile.</summary>
internal static class EmbeddedServer
{
    /// <summary>Runs until it is stopped.</summary>
    /// <exception cref="CommandException">The port is taken.</exception>
    public static async Task RunAsync(DataFolder data, TimeProvider time, int port, CancellationToken cancellation)
    {
        await using var app = Build(data, time, port);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new CommandException($"port {port} is in use; choose another with --port");
        }

        var address = app.Urls.First();
        AnsiConsole.MarkupLine($"Serving [bold]{address}[/]  (API description: {address}/openapi/v1.json; drop statement files into {Markup.Escape(data.Inbox)}; stop with Ctrl+C)");
        await app.WaitForShutdownAsync(cancellation);
    }

    /// <summary>The application, not started.</summary>
    public static WebApplication Build(DataFolder data, TimeProvider time, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddEmbedded(data, time)
            .AddHostedService(services => services.GetRequiredService<MessagePump>())
            .AddHostedService<InboxWatcher>()
            .AddHostedService<AlarmClock>()
            .AddHostedService<Sweeper>()
            .AddReconciliationApi()
            .AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = ReconciliationApi.Title;
                document.Info.Description = ReconciliationApi.Description;
                return Task.CompletedTask;
            }));
        var app = builder.Build();
        app.UseReconciliationProblems().UseLocalCaller();
        app.MapOpenApi();
        app.MapReconciliationApi();
        app.MapGet("/", () => TypedResults.Redirect("/openapi/v1.json")).ExcludeFromDescription();
        return app;
    }
}
