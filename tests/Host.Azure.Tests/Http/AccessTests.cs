using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Reconciliation.Host.Azure.Access;
using Reconciliation.Pipeline.Ingest;

namespace Reconciliation.Host.Azure.Tests.Http;

/// <summary>Who may do what, over HTTP, on routes as they are.</summary>
public sealed partial class AccessTests : IAsyncLifetime
{
    private ApiHost? _host;

    private ApiHost Host => _host ?? throw new InvalidOperationException("The host is started before each test.");

    public async Task InitializeAsync() => _host = await ApiHost.StartOnAzureAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public void EveryRoute_HasALine_AndEveryLineARoute()
    {
        var routes = Host.Pipeline.Routes.SelectMany(route => MethodsOf(route).Select(method => $"{method} {AccessTable.RouteOf(route)}"));

        Assert.Equal(
            AccessTable.Rules.Select(rule => $"{rule.Method} {rule.Route}").Order(StringComparer.Ordinal),
            routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ThePageForPeople_SaysWhatTheTableSays()
    {
        var page = TableRow().Matches(File.ReadAllText(PageOf()))
            .Select(row => (Route: row.Groups["route"].Value, Roles: row.Groups["roles"].Value.Split(',', StringSplitOptions.TrimEntries)));

        Assert.Equal(
            AccessTable.Rules.Select(rule => $"{rule.Method} {rule.Route}: {(rule.IsOpen ? "anybody" : string.Join(", ", rule.Roles))}"),
            page.Select(row => $"{row.Route}: {string.Join(", ", row.Roles)}"));
    }

    [Fact]
    public async Task EachRole_OpensWhatItsLinesSay_AndNothingElse()
    {
        var wrong = new List<string>();
        foreach (var rule in AccessTable.Rules.Where(rule => !rule.IsOpen))
        {
            var path = Hole().Replace(rule.Route.Replace("{documentName}", "v1", StringComparison.Ordinal), "x");
            foreach (var role in AppRoles.All)
            {
                using var answer = await Host.SendAsync(rule.Method, path, Principals.Person("ana@example.com", role));
                if ((answer.StatusCode == HttpStatusCode.Forbidden) == rule.Roles.Contains(role) || answer.StatusCode == HttpStatusCode.Unauthorized)
                    wrong.Add($"{role}: {rule.Method} {rule.Route} gives {answer.StatusCode}");
            }

            using var unknown = await Host.SendAsync(rule.Method, path, null);
            if (unknown.StatusCode != HttpStatusCode.Unauthorized)
                wrong.Add($"nobody: {rule.Method} {rule.Route} gives {unknown.StatusCode}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("/api/health")]
    [InlineData("/api/health/live")]
    [InlineData("/api/health/ready")]
    public async Task Health_IsOpenToAnybody(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await Host.SendAsync("GET", path, null)).StatusCode);

    [Fact]
    public async Task ARefusal_NamesTheRolesThatAreMissing()
    {
        using var answer = await Host.SendAsync("POST", "/api/files/x/release", Principals.Person("ana@example.com", AppRoles.Officer));

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("role-missing", problem.GetProperty("code").GetString());
        Assert.Equal([AppRoles.Supervisor], problem.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.Contains(AppRoles.Supervisor, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    public static TheoryData<string> NotPrincipals => new()
    {
        "rubbish",
        Convert.ToBase64String(Encoding.UTF8.GetBytes("[]")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("null")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("{}")),
        Principals.Write("github", "roles", ("preferred_username", "ana@example.com"), ("roles", AppRoles.FinanceRead)),
        Principals.Write("aad", "roles", ("roles", AppRoles.FinanceRead)),
        Principals.Write("aad", "roles", ("preferred_username", ""), ("roles", AppRoles.FinanceRead)),
    };

    [Theory]
    [MemberData(nameof(NotPrincipals))]
    public async Task WhatIsNoPrincipalOfEntraId_IsNobody(string header)
    {
        using var answer = await Host.SendAsync("GET", "/api/files", header);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal("not-signed-in", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task RolesOfEitherClaimType_Count_ThoseOfAnotherDoNot()
    {
        var byLongType = Principals.Write("aad", Principals.LongRoleType, ("oid", "app"), (Principals.LongRoleType, AppRoles.FinanceRead));
        var byGroups = Principals.Write("aad", Principals.LongRoleType, ("oid", "app"), ("groups", AppRoles.FinanceRead));

        Assert.Equal(HttpStatusCode.OK, (await Host.SendAsync("GET", "/api/files", byLongType)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Host.SendAsync("GET", "/api/files", byGroups)).StatusCode);
    }

    [Fact]
    public async Task ThePlatformsHeader_IsNotBelievedWhereItsAuthenticationIsOff()
    {
        await using var open = await ApiHost.StartAsync("Production");

        using var answer = await open.SendAsync("GET", "/api/files", Principals.Person("mallory@example.com", AppRoles.FinanceRead));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Authentication is off", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoDecides_IsWhoSignedIn_WhateverTheBodySays()
    {
        using var csv = new MemoryStream("number,debtor_id,debtor_name,issue_date,due_date,amount,currency\nF1,D1,Lune SARL,2026-08-01,2026-08-31,120.00,EUR\n"u8.ToArray());
        await Host.Services.GetRequiredService<ImportReceivables>().HandleAsync(new ImportRequest("test", csv, null), default);
        var officer = Principals.Person("ana@example.com", AppRoles.Officer);

        using var noted = await Host.SendAsync(
            "POST", "/api/accounts/D1/EUR/notes", officer, JsonContent.Create(new { text = "called", user = "mallory", by = "mallory" }));

        Assert.Equal(HttpStatusCode.NoContent, noted.StatusCode);
        using var events = await Host.SendAsync("GET", "/api/accounts/D1/EUR/events", officer);
        var note = (await events.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().Last();
        Assert.Contains("ana@example.com", note.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("mallory", note.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "Development", "AZURE_FUNCTIONS_ENVIRONMENT")]
    [InlineData("Staging", "Development", "AZURE_FUNCTIONS_ENVIRONMENT")]
    [InlineData("Development", "Everybody", "'Everybody'")]
    public async Task AModeThatDoesNotHold_EndsTheStartByName(string environment, string mode, string named)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ApiHost.StartAsync(environment, $"--Access:Mode={mode}"));

        Assert.Contains("Access__Mode", refused.Message, StringComparison.Ordinal);
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> MethodsOf(Microsoft.AspNetCore.Routing.RouteEndpoint route) =>
        route.Metadata.OfType<Microsoft.AspNetCore.Routing.IHttpMethodMetadata>().Single().HttpMethods;

    private static string PageOf([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "functions", "Host.Azure", "Access", "README.md");

    [GeneratedRegex(@"^\| `(?<route>[A-Z]+ /\S+)` \| (?<roles>[^|]+?) \|$", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();
}
