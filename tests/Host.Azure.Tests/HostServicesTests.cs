using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;
using Reconciliation.Host.Azure.Settings;
using Reconciliation.Host.Azure.Tests.Fakes;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Host.Azure.Tests;

/// <summary>The app's services, by its settings.</summary>
public class HostServicesTests
{
    private static readonly Dictionary<string, string?> Development = new()
    {
        ["Ledger"] = "UseDevelopmentStorage=true",
        ["ServiceBus"] = "Endpoint=sb://localhost;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=U0FT;UseDevelopmentEmulator=true;",
        ["Contacts:Sender"] = "Comptabilité <compta@atelier.example>",
    };

    private static readonly Dictionary<string, string?> Deployed = new()
    {
        ["Ledger:blobServiceUri"] = "https://ledger.blob.core.windows.net/",
        ["Ledger:tableServiceUri"] = "https://ledger.table.core.windows.net/",
        ["Ledger:clientId"] = "00000000-0000-0000-0000-000000000001",
        ["ServiceBus:fullyQualifiedNamespace"] = "bus.servicebus.windows.net",
        ["ServiceBus:clientId"] = "00000000-0000-0000-0000-000000000001",
        ["Contacts:Sender"] = "compta@atelier.example",
        ["BankData:GraceDays"] = "1",
    };

    public static TheoryData<string> Settings => [nameof(Development), nameof(Deployed)];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Functions_AreMadeOfTheRegisteredServices(string settings)
    {
        // The ledger is opened by a request to storage, so here its ports are those of an embedded one.
        await using var embedded = new HostUnderTest();
        var services = new ServiceCollection().AddLogging().AddReconciliation(Configuration(settings == nameof(Development) ? Development : Deployed), Environment)
            .AddSingleton(embedded.Get<CreditorSettings>()).AddSingleton(embedded.Get<Creditor>()).AddSingleton(embedded.Get<RecoveryPolicy>());
        foreach (var port in typeof(IAccountStreams).Assembly.GetTypes().Where(type => type.IsInterface && type.Namespace == typeof(IAccountStreams).Namespace))
            services.AddSingleton(port, _ => typeof(HostUnderTest).GetMethod("Get")!.MakeGenericMethod(port).Invoke(embedded, [])!);
        await using var provider = services.BuildServiceProvider();

        var functions = typeof(HostServices).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetMethods().Any(m => m.GetCustomAttribute<FunctionAttribute>() is { Name: not "Api" })).ToList();
        Assert.NotEmpty(functions);
        Assert.All(functions, function => Assert.NotNull(ActivatorUtilities.CreateInstance(provider, function)));
    }

    [Fact]
    public async Task Services_NeedNothingThatIsNotRegistered()
    {
        // As the host itself checks on a developer's machine, where otherwise nothing would start.
        var checks = new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true };
        await using var provider = new ServiceCollection().AddLogging().AddSingleton<IHostEnvironment>(Environment)
            .AddReconciliation(Configuration(Development), Environment).BuildServiceProvider(checks);

        Assert.NotNull(provider.GetRequiredService<IMessages>());
    }

    [Fact]
    public void Settings_ThatAreMissing_AreAllNamedAtOnce()
    {
        var failure = Assert.Throws<AppSettingsException>(() => new ServiceCollection().AddReconciliation(Configuration([]), Environment));

        Assert.Contains("Ledger__blobServiceUri", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Ledger__tableServiceUri", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ServiceBus__fullyQualifiedNamespace", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Contacts__Sender", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ledger", "not a connection string", "Ledger is not a connection string that")]
    [InlineData("Contacts:Sender", "nobody", "'nobody' is not an e-mail address")]
    [InlineData("BankData:GraceDays", "soon", "'soon' is not a number of days")]
    [InlineData("BankData:GraceDays", "-1", "'-1' is not a number of days")]
    public void Setting_ThatIsWrong_IsNamed(string name, string value, string said)
    {
        var failure = Assert.Throws<AppSettingsException>(
            () => new ServiceCollection().AddReconciliation(Configuration(new(Development) { [name] = value }), Environment));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_IsOpenedBeforeTheWorkerTakesACall()
    {
        await using var provider = new ServiceCollection().AddLogging().AddReconciliation(Configuration(Development), Environment)
            .AddSingleton<IMessages>(_ => null!).BuildServiceProvider();

        Assert.Contains(provider.GetServices<IHostedService>(), hosted => hosted is IHostedLifecycleService and OpenedLedger);
        Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IAccountStreams>());
    }

    [Theory]
    [InlineData("ClientId=abc;Authorization=AAD", "abc")]
    [InlineData("Authorization=AAD; ClientId=abc", "abc")]
    [InlineData("Authorization=AAD", null)]
    public void Identity_OfTelemetry_IsReadFromItsSetting(string authentication, string? clientId) =>
        Assert.Equal(clientId, Telemetry.ClientIdIn(authentication));

    private static HostingEnvironment Environment { get; } = new() { EnvironmentName = Environments.Development };

    private static IConfiguration Configuration(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();
}
