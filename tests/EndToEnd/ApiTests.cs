using System.Net;

namespace Reconciliation.EndToEnd;

/// <summary>The HTTP API of a running host, on the demonstration's ledger.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RunningHost? _host;

    private RunningHost Host => _host ?? throw new InvalidOperationException("The host is started before each test.");

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync("demo", "--data", _folder.Path);

    public Task DisposeAsync()
    {
        Host.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task AnEntryInReview_IsConfirmedOnce_UndoneOnce_AndStaysWithPeople()
    {
        var entry = (await Host.JsonAsync("/api/entries?state=review&language=fr")).GetProperty("items")[0];
        var path = $"/api/entries/{entry.GetProperty("id").GetString()}";
        Assert.NotEmpty(entry.GetProperty("candidates")[0].GetProperty("evidence").EnumerateArray());

        Assert.Equal(HttpStatusCode.NoContent, (await Host.PostAsync($"{path}/confirm", new { rank = 1, because = "called" })).Status);
        Assert.Equal((HttpStatusCode.Conflict, "entry-already-matched"), await Host.PostAsync($"{path}/confirm", new { rank = 1 }));
        Assert.Equal("explained", (await Host.JsonAsync(path)).GetProperty("state").GetString());

        Assert.Equal(HttpStatusCode.NoContent, (await Host.PostAsync($"{path}/undo", new { because = "wrong" })).Status);
        Assert.Equal((HttpStatusCode.Conflict, "entry-not-matched"), await Host.PostAsync($"{path}/undo", new { }));
        Assert.Equal("unexplained", (await Host.JsonAsync(path)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task AQuarantinedFile_IsReleasedOnce_AndMakesTheBankAccountTie()
    {
        var broken = (await Host.JsonAsync("/api/files?status=quarantined")).GetProperty("items").EnumerateArray()
            .Single(f => f.GetProperty("diagnostics").EnumerateArray().All(d => d.GetProperty("code").GetString() != "file-cut"));
        var path = $"/api/files/{broken.GetProperty("sha256").GetString()}";

        Assert.Equal(HttpStatusCode.NoContent, (await Host.PostAsync($"{path}/release", new { })).Status);
        await RunningHost.UntilAsync(async () => (await Host.JsonAsync(path)).GetProperty("status").GetString() == "accepted");

        Assert.Equal((HttpStatusCode.Conflict, "file-not-quarantined"), await Host.PostAsync($"{path}/release", new { }));
        Assert.All(
            (await Host.JsonAsync("/api/reports/bank-positions")).EnumerateArray(),
            position => Assert.Equal("0.00", position.GetProperty("difference").GetProperty("amount").GetString()));
    }

    [Fact]
    public async Task ADisputedReceivable_IsShownAsSuch_AndTheAccountCanBeSeenAsItWasBefore()
    {
        var debtor = (await Host.JsonAsync("/api/accounts")).GetProperty("items")[0].GetProperty("debtor").GetString();
        var number = (await Host.JsonAsync($"/api/accounts/{debtor}/EUR")).GetProperty("receivables")[0].GetProperty("number").GetString();

        Assert.Equal(HttpStatusCode.NoContent, (await Host.PostAsync($"/api/accounts/{debtor}/EUR/disputes", new { receivable = number, reason = "goods are missing" })).Status);
        Assert.Equal((HttpStatusCode.NotFound, "receivable-unknown"), await Host.PostAsync($"/api/accounts/{debtor}/EUR/disputes", new { receivable = "NONE", reason = "x" }));

        Assert.Equal("goods are missing", (await Host.JsonAsync($"/api/accounts/{debtor}/EUR")).GetProperty("receivables")[0].GetProperty("dispute").GetString());
        Assert.Equal("DisputeRaised", (await Host.JsonAsync($"/api/accounts/{debtor}/EUR/events")).EnumerateArray().Last().GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await Host.Http.GetAsync($"/api/accounts/{debtor}/EUR?asOf=2026-09-30")).StatusCode);
    }

    [Fact]
    public async Task APayer_IsEnteredSeenAndRemoved()
    {
        var debtor = (await Host.JsonAsync("/api/accounts")).GetProperty("items")[0].GetProperty("debtor").GetString();
        var path = $"/api/accounts/{debtor}/EUR/payers";

        Assert.Equal(HttpStatusCode.NoContent, (await Host.PostAsync(path, new { name = "Lucie Verdier", account = "DE69 2000 0000 9876 5432 10" })).Status);
        Assert.Equal((HttpStatusCode.Conflict, "payer-unnamed"), await Host.PostAsync(path, new { name = " " }));
        var payer = Assert.Single((await Host.JsonAsync($"{path}?language=fr")).EnumerateArray());
        Assert.Equal("DE69200000009876543210", payer.GetProperty("account").GetString());
        Assert.Contains("a saisi ce payeur le", payer.GetProperty("says").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, (await Host.JsonAsync($"/api/accounts/{debtor}/EUR")).GetProperty("payers").GetArrayLength());

        Assert.Equal(HttpStatusCode.NoContent, (await Host.Http.DeleteAsync($"{path}/{payer.GetProperty("id").GetString()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Host.Http.DeleteAsync($"{path}/none")).StatusCode);
        Assert.Equal(0, (await Host.JsonAsync(path)).GetArrayLength());
    }

    [Fact]
    public async Task ACorrection_ShowsTheMatchBeforeIt_AndARefusedOneLeavesIt()
    {
        var entry = (await Host.JsonAsync("/api/entries?state=explained")).GetProperty("items").EnumerateArray().First(e =>
            e.GetProperty("explanation").GetProperty("kind").GetString() == "settlement" && e.GetProperty("match").GetProperty("decision").GetProperty("kind").GetString() == "rule");
        var path = $"/api/entries/{entry.GetProperty("id").GetString()}";
        var (amount, debtor) = (entry.GetProperty("amount").GetProperty("amount").GetString(), entry.GetProperty("explanation").GetProperty("parts")[0].GetProperty("debtor").GetString());

        Assert.Equal((HttpStatusCode.Conflict, "assignment-does-not-add-up"), await Host.PostAsync(
            $"{path}/correct", new { parts = new[] { new { debtor, amount = "0.01" } }, because = "no" }));
        Assert.Equal(HttpStatusCode.NoContent, (await Host.PostAsync($"{path}/correct", new { parts = new[] { new { debtor, amount } }, because = "an advance" })).Status);

        var after = await Host.JsonAsync($"{path}?language=fr");
        var past = Assert.Single(after.GetProperty("history").EnumerateArray());
        Assert.Equal("an advance", after.GetProperty("match").GetProperty("decision").GetProperty("because").GetString());
        Assert.Equal("an advance", past.GetProperty("undone").GetProperty("because").GetString());
        Assert.False(string.IsNullOrEmpty(past.GetProperty("match").GetProperty("decision").GetProperty("ruleVersion").GetString()));
        Assert.NotEqual(0, past.GetProperty("match").GetProperty("evidence").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/entries?state=frob", HttpStatusCode.BadRequest)]
    [InlineData("/api/entries/none", HttpStatusCode.NotFound)]
    [InlineData("/api/files/none", HttpStatusCode.NotFound)]
    [InlineData("/api/accounts/none/EUR", HttpStatusCode.NotFound)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    public async Task WhatIsWrong_IsSaidAsProblemDetails(string path, HttpStatusCode status)
    {
        var answer = await Host.Http.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task TheOpenApiDocument_DescribesEveryRouteInWords()
    {
        var paths = (await Host.JsonAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().ToList();

        Assert.Contains(paths, path => path.Name == "/api/entries/{entry}/confirm");
        Assert.All(paths.SelectMany(p => p.Value.EnumerateObject()), operation => Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!));
    }
}
