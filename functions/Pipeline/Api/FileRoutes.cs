using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Api;

/// <summary>Statement files: what arrived, what became of it, dropping one in, letting one out of quarantine.</summary>
internal static class FileRoutes
{
    public static void Map(RouteGroupBuilder files)
    {
        files.MapGet("/", ListAsync).WithSummary("Lists the statement files, newest arrival first.");
        files.MapGet("/{sha256}", FindAsync).WithSummary("Shows a file with everything found in it.");
        files.MapPost("/", DropAsync).WithSummary("Drops the request's body into the inbox as a statement file.")
            .Accepts<byte[]>("application/octet-stream");
        files.MapPost("/{sha256}/release", ReleaseAsync).WithSummary("Lets a quarantined file in despite its errors.");
    }

    private static async Task<Results<Ok<PageView<FileRecord>>, ProblemHttpResult>> ListAsync(
        IStatementStore statements, string? status, int? size, string? continuation, CancellationToken cancellation)
    {
        if (!ApiAnswers.TryRead<FileStatus>(status, out var known, out var problem))
            return problem!;
        var page = await statements.FilesAsync(known, ApiAnswers.Page(size, continuation), cancellation);
        return TypedResults.Ok(PageView<FileRecord>.Of(page, file => file));
    }

    private static async Task<Results<Ok<FileRecord>, ProblemHttpResult>> FindAsync(
        IStatementStore statements, string sha256, CancellationToken cancellation) =>
        await statements.FindFileAsync(sha256, cancellation) is { } file ? TypedResults.Ok(file) : ApiAnswers.Problem(ReleaseStatement.FileUnknown);

    private static async Task<Accepted<DroppedFile>> DropAsync(
        IFileStore files, IMessages messages, HttpRequest request, string name, CancellationToken cancellation)
    {
        var waiting = await files.DropAsync(name, request.Body, cancellation);
        await messages.SendAsync(new StatementArrived(waiting), cancellation);
        return TypedResults.Accepted((string?)null, new DroppedFile(waiting));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ReleaseAsync(
        ReleaseStatement release, string sha256, CancellationToken cancellation) =>
        ApiAnswers.Of(await release.HandleAsync(sha256, cancellation));
}

/// <summary>A file that was dropped in.</summary>
/// <param name="Name">The name under which it waits.</param>
public sealed record DroppedFile(string Name);
