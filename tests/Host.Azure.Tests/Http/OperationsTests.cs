using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Operations;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Sqlite;

namespace Reconciliation.Host.Azure.Tests.Http;

/// <summary>What operations do where a message or a file got stuck, and how they see that something does not answer.</summary>
public sealed class OperationsTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private ApiHost? _host;

    private ApiHost Host => _host ?? throw new InvalidOperationException("The host is started before each test.");

    private SqliteMessageQueue Queue => Host.Services.GetRequiredService<SqliteMessageQueue>();

    public async Task InitializeAsync() => _host = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task AWaitingFile_IsAnnouncedAgain_OneInQuarantineIsNot()
    {
        await DropAsync("broken.xml");
        Assert.Equal((HttpStatusCode.NoContent, null), await PostAsync("/api/operations/files/broken.xml/replay"));
        Assert.Equal([new StatementArrived("broken.xml")], await ReceivedAsync());

        var record = await Host.Services.GetRequiredService<ImportStatement>().HandleAsync(new StatementArrived("broken.xml"), default);

        Assert.Equal(FileStatus.Quarantined, record?.Status);
        Assert.Equal((HttpStatusCode.Conflict, "file-quarantined"), await PostAsync("/api/operations/files/broken.xml/replay"));
        Assert.Equal((HttpStatusCode.Conflict, "file-not-accepted"), await PostAsync($"/api/operations/entries/{record?.Sha256}/match"));
        Assert.Equal((HttpStatusCode.NotFound, "file-unknown"), await PostAsync("/api/operations/files/other.xml/replay"));
        Assert.Empty(await ReceivedAsync());
    }

    [Fact]
    public async Task AFileInTheBooks_IsMatchedAgain_NotAnnouncedAgain()
    {
        await DropAsync("day.sta", ":20:D\n:25:FR7699001000010000000000143\n:28C:1\n:60F:C260901EUR0,00\n:61:2609010901C12,00NTRFNONREF\n:86:LUNE\n:62F:C260901EUR12,00\n-\n");
        var record = await Host.Services.GetRequiredService<ImportStatement>().HandleAsync(new StatementArrived("day.sta"), default);
        await ReceivedAsync();

        Assert.Equal((HttpStatusCode.Conflict, "file-taken-in"), await PostAsync("/api/operations/files/day.sta/replay"));
        Assert.Equal((HttpStatusCode.NoContent, null), await PostAsync($"/api/operations/entries/{record?.Sha256}/match"));

        Assert.Equal([new EntriesAccepted(record!.Sha256)], await ReceivedAsync());
    }

    [Fact]
    public async Task DeadLetters_AreListed_AndReplayedOneByOneOrAll()
    {
        await PutAsideAsync("a.xml", "b.xml");
        Assert.Equal("messages", (await Host.JsonAsync("/api/operations/dead-letters"))[0].GetString());
        var items = (await Host.JsonAsync("/api/operations/dead-letters/messages?size=1")).GetProperty("items");
        var first = Assert.Single(items.EnumerateArray()).GetProperty("sequenceNumber").GetInt64();

        Assert.Equal((HttpStatusCode.OK, null), await PostAsync($"/api/operations/dead-letters/messages/replay?number={first}"));
        Assert.Equal((HttpStatusCode.NotFound, "dead-letter-unknown"), await PostAsync($"/api/operations/dead-letters/messages/replay?number={first}"));
        Assert.Equal((HttpStatusCode.OK, null), await PostAsync("/api/operations/dead-letters/messages/replay"));
        Assert.Equal((HttpStatusCode.NotFound, "queue-unknown"), await PostAsync("/api/operations/dead-letters/none/replay"));

        Assert.Equal(2, (await ReceivedAsync()).Count);
        Assert.Empty((await Host.JsonAsync("/api/operations/dead-letters/messages")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task WhatDoesNotAnswer_IsNamed_WithoutWhatItSaid()
    {
        var check = new CheckReadiness(
            [new Part("well", null), new Part("ill", new InvalidOperationException("password=secret"))],
            TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<CheckReadiness>.Instance);

        var readiness = await check.HandleAsync(default);

        Assert.False(readiness.IsReady);
        Assert.Equal([new PartReadiness("well", true, null), new PartReadiness("ill", false, nameof(InvalidOperationException))], readiness.Parts.AsEnumerable());
    }

    private Task DropAsync(string name, string content = "<nothing/>") =>
        Host.Services.GetRequiredService<IFileStore>().DropAsync(name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), default);

    private async Task<IReadOnlyList<PipelineMessage>> ReceivedAsync()
    {
        var received = await Queue.ReceiveAsync(100, Lease, DateTimeOffset.UtcNow.AddSeconds(1), default);
        foreach (var message in received)
            await Queue.CompleteAsync(message, default);
        return [.. received.Select(leased => leased.Message)];
    }

    private async Task PutAsideAsync(params string[] names)
    {
        foreach (var name in names)
            await Queue.SendAsync(new StatementArrived(name), default);
        for (var delivery = 1; delivery <= SqliteMessageQueue.MostDeliveries; delivery++)
        {
            foreach (var message in await Queue.ReceiveAsync(10, Lease, DateTimeOffset.UtcNow.AddSeconds(1), default))
                await Queue.AbandonAsync(message, TimeSpan.Zero, "down", default);
        }
    }

    private async Task<(HttpStatusCode Status, string? Code)> PostAsync(string path)
    {
        using var answer = await Host.Http.PostAsync(path, null);
        if (answer.IsSuccessStatusCode)
            return (answer.StatusCode, null);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private sealed class Part(string name, Exception? failure) : IReadinessProbe
    {
        public string Name => name;

        public Task ProbeAsync(CancellationToken cancellation) => failure is null ? Task.CompletedTask : Task.FromException(failure);
    }
}
