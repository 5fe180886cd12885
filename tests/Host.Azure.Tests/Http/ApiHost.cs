using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;
using Reconciliation.Domain.Statements;
using Reconciliation.EndToEnd;
using Reconciliation.Host.Azure.Http;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Time;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Host.Azure.Tests.Http;

/// <summary>
/// The function behind a real Kestrel whose one endpoint does what the worker does: it has chosen an endpoint of its own,
/// calls the function and carries the result out. The ports are those of SQLite.
/// </summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    private ApiHost(string environment, params string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services
            .AddSingleton<TimeProvider>(new ParisTime())
            .AddSingleton(new CreditorSettings { CreditorId = "creditor" })
            .AddSingleton(new Creditor { Id = "creditor", Name = "Moulin de la Vis", AddressLines = ["1 rue du Pont", "34190 Ganges"] })
            .AddSingleton(RecoveryPolicy.BuiltIn)
            .AddSingleton(typeof(ImmutableArray<StatementReader>), StatementReaders.All)
            .AddSqliteStorage(_folder.Path, ChartOfAccounts.Default)
            .AddReconciliationPipeline()
            .AddApi(builder.Configuration, builder.Environment);
        _app = builder.Build();
        _app.MapMethods("api/{*path}", ["GET", "POST", "PUT", "DELETE"], (RequestDelegate)InvokeAsync);
    }

    public RecordedCases Cases { get; } = new();

    public ApiPipeline Pipeline => _app.Services.GetRequiredService<ApiPipeline>();

    public IServiceProvider Services => _app.Services;

    public HttpClient Http { get; } = new();

    /// <summary>Starts as on a developer's machine: everybody has every role.</summary>
    public static Task<ApiHost> StartAsync() => StartAsync(Environments.Development, "--Access:Mode=Development");

    /// <summary>Starts as on Azure with App Service Authentication on.</summary>
    public static Task<ApiHost> StartOnAzureAsync() => StartAsync(Environments.Production, "--WEBSITE_AUTH_ENABLED=True");

    public static async Task<ApiHost> StartAsync(string environment, params string[] settings)
    {
        var host = new ApiHost(environment, settings);
        await host._app.StartAsync();
        host.Http.BaseAddress = new Uri(host._app.Urls.Single());
        return host;
    }

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var document = JsonDocument.Parse(await Http.GetStringAsync(path));
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private Task InvokeAsync(HttpContext context) => new Api(Pipeline).Run(context.Request, Cases).ExecuteAsync(context);
}
