using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reconciliation.Pipeline.Operations;

namespace Reconciliation.Pipeline.Api;

/// <summary>Whether the host answers, and whether all it needs does. Nothing here tells more than names and states.</summary>
internal static class HealthRoutes
{
    public static void Map(RouteGroupBuilder health)
    {
        health.MapGet("/", () => TypedResults.Ok(new Health("ok"))).WithSummary("Says that the host answers.");
        health.MapGet("/live", () => TypedResults.Ok(new Health("ok"))).WithSummary("Says that the host answers: for whoever restarts it.");
        health.MapGet("/ready", ReadyAsync).WithSummary("Says whether storage, messages and settings answer: 503 where one does not.")
            .Produces<ReadinessView>().Produces<ReadinessView>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(CheckReadiness check, CancellationToken cancellation)
    {
        var readiness = await check.HandleAsync(cancellation);
        return TypedResults.Json(
            ReadinessView.Of(readiness),
            statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>How the host is.</summary>
/// <param name="Status">ok where it answers.</param>
public sealed record Health(string Status);

/// <summary>Whether all that the host needs answers.</summary>
/// <param name="Status">ready or not-ready.</param>
/// <param name="Parts">Each part with its state.</param>
public sealed record ReadinessView(string Status, IReadOnlyList<HealthPart> Parts)
{
    internal static ReadinessView Of(Readiness readiness) =>
        new(Word(readiness.IsReady), [.. readiness.Parts.Select(part => new HealthPart(part.Name, Word(part.IsReady)))]);

    internal static string Word(bool isReady) => isReady ? "ready" : "not-ready";
}

/// <summary>A part that the host needs.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Status">ready or not-ready.</param>
public sealed record HealthPart(string Name, string Status);
