using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Reconciliation.EndToEnd;

/// <summary>The HTTP API of a running host, on the demonstration's ledger.</summary>
public sealed partial class ApiTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();
    private ReconcileProcess? _host;

    public async Task InitializeAsync()
    {
        var host = _host = ReconcileProcess.Start("demo", "--data", _folder.Path, "--port", "0");
        Assert.True(await host.UntilAsync(() => Address().IsMatch(host.Output)), host.Output);
        _http.BaseAddress = new Uri(Address().Match(host.Output).Value);
    }

    public Task DisposeAsync() => _host?.KillAsync() ?? Task.CompletedTask;

    public void Dispose()
    {
        _host?.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task AnEntryInReview_IsConfirmedOnce_UndoneOnce_AndStaysWithPeople()
    {
        var entry = (await JsonAsync("/api/entries?state=review&language=fr")).GetProperty("items")[0];
        var path = $"/api/entries/{entry.GetProperty("id").GetString()}";
        Assert.NotEmpty(entry.GetProperty("candidates")[0].GetProperty("evidence").EnumerateArray());

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync($"{path}/confirm", new { rank = 1, because = "called" })).Status);
        Assert.Equal((HttpStatusCode.Conflict, "entry-already-matched"), await PostAsync($"{path}/confirm", new { rank = 1 }));
        Assert.Equal("explained", (await JsonAsync(path)).GetProperty("state").GetString());

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync($"{path}/undo", new { because = "wrong" })).Status);
        Assert.Equal((HttpStatusCode.Conflict, "entry-not-matched"), await PostAsync($"{path}/undo", new { }));
        Assert.Equal("unexplained", (await JsonAsync(path)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task AQuarantinedFile_IsReleasedOnce_AndMakesTheBankAccountTie()
    {
        var broken = (await JsonAsync("/api/files?status=quarantined")).GetProperty("items").EnumerateArray()
            .Single(f => f.GetProperty("diagnostics").EnumerateArray().All(d => d.GetProperty("code").GetString() != "file-cut"));
        var path = $"/api/files/{broken.GetProperty("sha256").GetString()}";

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync($"{path}/release", new { })).Status);
        await UntilAsync(async () => (await JsonAsync(path)).GetProperty("status").GetString() == "accepted");

        Assert.Equal((HttpStatusCode.Conflict, "file-not-quarantined"), await PostAsync($"{path}/release", new { }));
        Assert.All(
            (await JsonAsync("/api/reports/bank-positions")).EnumerateArray(),
            position => Assert.Equal("0.00", position.GetProperty("difference").GetProperty("amount").GetString()));
    }

    [Fact]
    public async Task ADisputedReceivable_IsShownAsSuch_AndTheAccountCanBeSeenAsItWasBefore()
    {
        var debtor = (await JsonAsync("/api/accounts")).GetProperty("items")[0].GetProperty("debtor").GetString();
        var number = (await JsonAsync($"/api/accounts/{debtor}/EUR")).GetProperty("receivables")[0].GetProperty("number").GetString();

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync($"/api/accounts/{debtor}/EUR/disputes", new { receivable = number, reason = "goods are missing" })).Status);
        Assert.Equal((HttpStatusCode.NotFound, "receivable-unknown"), await PostAsync($"/api/accounts/{debtor}/EUR/disputes", new { receivable = "NONE", reason = "x" }));

        Assert.Equal("goods are missing", (await JsonAsync($"/api/accounts/{debtor}/EUR")).GetProperty("receivables")[0].GetProperty("dispute").GetString());
        Assert.Equal("DisputeRaised", (await JsonAsync($"/api/accounts/{debtor}/EUR/events")).EnumerateArray().Last().GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync($"/api/accounts/{debtor}/EUR?asOf=2026-09-30")).StatusCode);
    }

    [Theory]
    [InlineData("/api/entries?state=frob", HttpStatusCode.BadRequest)]
    [InlineData("/api/entries/none", HttpStatusCode.NotFound)]
    [InlineData("/api/files/none", HttpStatusCode.NotFound)]
    [InlineData("/api/accounts/none/EUR", HttpStatusCode.NotFound)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    public async Task WhatIsWrong_IsSaidAsProblemDetails(string path, HttpStatusCode status)
    {
        var answer = await _http.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task TheOpenApiDocument_DescribesEveryRouteInWords()
    {
        var paths = (await JsonAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().ToList();

        Assert.Contains(paths, path => path.Name == "/api/entries/{entry}/confirm");
        Assert.All(paths.SelectMany(p => p.Value.EnumerateObject()), operation => Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    private async Task<JsonElement> JsonAsync(string path) => await _http.GetFromJsonAsync<JsonElement>(path);

    private async Task<(HttpStatusCode Status, string? Code)> PostAsync(string path, object body)
    {
        var answer = await _http.PostAsJsonAsync(path, body);
        if (answer.IsSuccessStatusCode)
            return (answer.StatusCode, null);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, problem.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await holds())
            await Task.Delay(50, patience.Token);
    }
}
