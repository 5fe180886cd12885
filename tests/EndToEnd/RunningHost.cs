using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Reconciliation.EndToEnd;

/// <summary>A host that serves on a free port, and a client of its API.</summary>
internal sealed partial class RunningHost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ReconcileProcess _process;

    private RunningHost(ReconcileProcess process)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = new Uri(Address().Match(process.Output).Value) };
    }

    public HttpClient Http { get; }

    /// <summary>Starts a command that serves, and waits until it says its address.</summary>
    public static async Task<RunningHost> StartAsync(params string[] words)
    {
        var process = ReconcileProcess.Start([.. words, "--port", "0"]);
        Assert.True(await process.UntilAsync(() => Address().IsMatch(process.Output)), process.Output);
        return new RunningHost(process);
    }

    public Task<JsonElement> JsonAsync(string path) => Http.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Posts, and tells the status with the code of a refusal.</summary>
    public async Task<(HttpStatusCode Status, string? Code)> PostAsync(string path, object body)
    {
        var answer = await Http.PostAsJsonAsync(path, body);
        if (answer.IsSuccessStatusCode)
            return (answer.StatusCode, null);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, problem.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    /// <summary>Waits until something holds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
            await Task.Delay(50, patience.Token);
    }

    public void Dispose()
    {
        Http.Dispose();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
