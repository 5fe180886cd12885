using System.Net;
using System.Text;
using System.Text.Json;
using Reconciliation.EndToEnd;
using Reconciliation.Host.Azure.Http;

namespace Reconciliation.Host.Azure.Tests.Http;

/// <summary>The function answers as the embedded host does: the same routes, the same statuses, the same problems.</summary>
public sealed class ApiParityTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ApiHost? _azure;
    private RunningHost? _local;

    private ApiHost Azure => _azure ?? throw new InvalidOperationException("The host is started before each test.");

    private RunningHost Local => _local ?? throw new InvalidOperationException("The host is started before each test.");

    public async Task InitializeAsync()
    {
        _local = await RunningHost.StartAsync("serve", "--data", _folder.Path);
        _azure = await ApiHost.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Azure.DisposeAsync();
        Local.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Routes_AreTheSame_AndThoseOfCases()
    {
        var azure = Operations(await Azure.JsonAsync("/api/openapi/v1.json"));
        var local = Operations(await Local.JsonAsync("/openapi/v1.json"));

        Assert.Equal(local, azure.Where(route => !route.Contains("/operations/cases", StringComparison.Ordinal)));
        Assert.Equal(7, azure.Count(route => route.Contains("/operations/cases", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Answers_AreTheSame()
    {
        var differences = new List<string>();
        foreach (var (method, path, body) in Requests())
        {
            var (azure, local) = (await AskAsync(Azure.Http, method, path, body), await AskAsync(Local.Http, method, path, body));
            if (azure != local)
                differences.Add($"{method} {path}\n  Azure {azure}\n  local {local}");
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void Result_IsNothingToWhoeverWritesItDown() => Assert.Equal("{}", JsonSerializer.Serialize<object>(new PipelineResult(Azure.Pipeline)));

    private static IEnumerable<(string Method, string Path, string? Body)> Requests() =>
    [
        ("GET", "/api/health", null),
        ("GET", "/api/health/live", null),
        ("GET", "/api/health/ready", null),
        ("GET", "/api/files", null),
        ("GET", "/api/files?status=frob", null),
        ("GET", "/api/files?size=many", null),
        ("GET", "/api/files/none", null),
        ("POST", "/api/files", "x"),
        ("POST", "/api/files/none/release", null),
        ("DELETE", "/api/files", null),
        ("GET", "/api/entries?state=frob", null),
        ("GET", "/api/entries/none?language=fr", null),
        ("POST", "/api/entries/none/confirm", """{"rank":1}"""),
        ("POST", "/api/entries/none/confirm", "{"),
        ("POST", "/api/entries/none/confirm", null),
        ("POST", "/api/entries/none/assign", """{"parts":[]}"""),
        ("POST", "/api/entries/none/assign", """{"parts":[{"debtor":"D1","receivable":"F1","amount":"1.00","kind":"gift"}]}"""),
        ("POST", "/api/entries/none/correct", """{"parts":[{"debtor":"D1","receivable":"F1","amount":"1.00","kind":"writeOff"}]}"""),
        ("POST", "/api/entries/none/reject", """{"rank":1,"because":"another's"}"""),
        ("POST", "/api/entries/none/undo", "{}"),
        ("POST", "/api/rules/try?from=2026-01-01&to=2026-01-31", """{"rules":[]}"""),
        ("POST", "/api/rules/try?from=2026-01-01&to=2026-01-31&language=fr", """{"rules":[{}]}"""),
        ("POST", "/api/rules/try", "{"),
        ("GET", "/api/accounts", null),
        ("GET", "/api/accounts/D%C3%A9%2F1/EUR", null),
        ("GET", "/api/accounts/D1/XXX", null),
        ("GET", "/api/accounts/D1/EUR?asOf=yesterday", null),
        ("POST", "/api/accounts/D1/EUR/disputes", """{"receivable":"F1","reason":"broken"}"""),
        ("GET", "/api/accounts/D1/EUR/payers?language=fr", null),
        ("POST", "/api/accounts/D1/EUR/payers", "{}"),
        ("DELETE", "/api/accounts/D1/EUR/payers/none", null),
        ("GET", "/api/reports/trial-balance", null),
        ("GET", "/api/reports/aged-balance", null),
        ("GET", "/api/reports/entry-counts", null),
        ("GET", "/api/operations/health", null),
        ("POST", "/api/operations/files/none.xml/replay", null),
        ("POST", "/api/operations/entries/none/match", null),
        ("GET", "/api/operations/dead-letters", null),
        ("GET", "/api/operations/dead-letters/messages", null),
        ("GET", "/api/operations/dead-letters/none", null),
        ("POST", "/api/operations/dead-letters/messages/replay", null),
        ("POST", "/api/operations/dead-letters/messages/replay?number=1", null),
        ("GET", "/api/nothing", null),
        ("GET", "/api", null),
        ("PUT", "/api/reports/trial-balance", null),
    ];

    private static async Task<string> AskAsync(HttpClient http, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var isProblem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json";
        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {(isProblem ? Problem(text) : text)}";
    }

    private static string Problem(string json)
    {
        using var problem = JsonDocument.Parse(json);
        return string.Join("; ", problem.RootElement.EnumerateObject().Where(p => p.Name != "traceId").Select(p => $"{p.Name}={p.Value}"));
    }

    private static List<string> Operations(JsonElement document) =>
    [
        .. document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name} {path.Name}: {operation.Value.GetProperty("summary")}"))
            .Order(StringComparer.Ordinal),
    ];
}
