using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Host.Azure.Orchestrations;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Host.Azure.Tests.Http;

/// <summary>What operations do to the cases of accounts.</summary>
public sealed class CaseTests : IAsyncLifetime
{
    private const string Path = "/api/operations/cases/D1/EUR";
    private static readonly AccountId Account = new("creditor", "D1", Currency.Of("EUR"));
    private static readonly string Id = CaseId.Of(Account);

    private ApiHost? _host;

    private ApiHost Host => _host ?? throw new InvalidOperationException("The host is started before each test.");

    public async Task InitializeAsync() => _host = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Theory]
    [InlineData("suspend", "suspend {0}: Asked by developer.")]
    [InlineData("resume", "resume {0}: Asked by developer.")]
    [InlineData("terminate", "terminate {0}: Asked by developer.")]
    public async Task ACaseThatRuns_IsActedOn_InTheNameOfWhoAsks(string action, string asked)
    {
        Host.Cases.Instances[Id] = OrchestrationRuntimeStatus.Running;

        Assert.Equal((HttpStatusCode.NoContent, null), await PostAsync(action));
        Assert.Equal((HttpStatusCode.Conflict, "case-still-runs"), await PostAsync("purge"));

        Assert.Equal([string.Format(System.Globalization.CultureInfo.InvariantCulture, asked, Id)], Host.Cases.Asked);
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("resume")]
    [InlineData("terminate")]
    public async Task ACaseThatEnded_IsOnlyPurged(string action)
    {
        Host.Cases.Instances[Id] = OrchestrationRuntimeStatus.Failed;

        Assert.Equal((HttpStatusCode.Conflict, "case-has-ended"), await PostAsync(action));
        Assert.Equal((HttpStatusCode.NoContent, null), await PostAsync("purge"));

        Assert.Equal([$"purge {Id}"], Host.Cases.Asked);
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("resume")]
    [InlineData("terminate")]
    [InlineData("purge")]
    public async Task ACaseThatIsNotThere_IsUnknown(string action) =>
        Assert.Equal((HttpStatusCode.NotFound, "case-unknown"), await PostAsync(action));

    [Fact]
    public async Task Start_WakesTheAccount_WhereThereIsOne()
    {
        Assert.Equal((HttpStatusCode.NotFound, "account-unknown"), await PostAsync("start"));
        using var csv = new MemoryStream("number,debtor_id,debtor_name,issue_date,due_date,amount,currency\nF1,D1,Lune SARL,2026-08-01,2026-08-31,120.00,EUR\n"u8.ToArray());
        await Host.Services.GetRequiredService<ImportReceivables>().HandleAsync(new ImportRequest("test", csv, null), default);

        Assert.Equal((HttpStatusCode.NoContent, null), await PostAsync("start"));

        var sent = await Host.Services.GetRequiredService<SqliteMessageQueue>().ReceiveAsync(10, TimeSpan.FromMinutes(1), DateTimeOffset.UtcNow, default);
        Assert.Equal(Account, Assert.Single(sent.Select(leased => leased.Message).OfType<AccountWoken>()).Account);
    }

    [Fact]
    public async Task Cases_AreListedByStatus_APageAtATime()
    {
        Host.Cases.Instances[Id] = OrchestrationRuntimeStatus.Failed;
        Host.Cases.Instances["case-other"] = OrchestrationRuntimeStatus.Running;

        var failed = await Host.JsonAsync("/api/operations/cases?status=failed&size=10");

        Assert.Equal([Id], failed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        Assert.Equal("next", failed.GetProperty("continuation").GetString());
        Assert.Equal(("case-", 10), (Host.Cases.Query?.InstanceIdPrefix, Host.Cases.Query?.PageSize));
        Assert.Equal(JsonValueKind.Null, (await Host.JsonAsync("/api/operations/cases?continuation=next")).GetProperty("continuation").ValueKind);
        Assert.Equal(HttpStatusCode.BadRequest, (await Host.Http.GetAsync("/api/operations/cases?status=canceled")).StatusCode);
    }

    [Fact]
    public async Task ACase_IsShown()
    {
        Host.Cases.Instances[Id] = OrchestrationRuntimeStatus.Suspended;

        var shown = await Host.JsonAsync(Path);

        Assert.Equal((Id, "Suspended"), (shown.GetProperty("id").GetString(), shown.GetProperty("status").GetString()));
    }

    private async Task<(HttpStatusCode Status, string? Code)> PostAsync(string action)
    {
        using var answer = await Host.Http.PostAsync($"{Path}/{action}", null);
        if (answer.IsSuccessStatusCode)
            return (answer.StatusCode, null);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }
}
