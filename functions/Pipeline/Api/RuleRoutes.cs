using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Reconciliation.Domain.Matching.Rules;
using Reconciliation.Pipeline.Matching;

namespace Reconciliation.Pipeline.Api;

/// <summary>The rules of the team beside the matcher: tried on the past, never written.</summary>
internal static class RuleRoutes
{
    private const int MostEntries = 20_000;
    private const int LongestText = 1_000_000;

    public static void Map(RouteGroupBuilder rules) =>
        rules.MapPost("/try", TryAsync).WithSummary("Says what the rules in the request's body would have decided of past entries; writes nothing.")
            .Accepts<string>("application/json");

    private static async Task<Results<Ok<RulesTriedView>, ProblemHttpResult>> TryAsync(
        TryRules trial, CreditorSettings settings, HttpRequest request, DateOnly? from, DateOnly? to, string? language, CancellationToken cancellation)
    {
        if (await TextAsync(request, cancellation) is not { } text)
            return TypedResults.Problem($"The rules are longer than {LongestText} characters.", statusCode: StatusCodes.Status413PayloadTooLarge, title: "Rules too long");
        var reading = RuleBook.Read(text, settings.CreditorId);
        if (reading.Book is not { } book)
            return Faulty(reading.Faults);
        var tried = await trial.HandleAsync(book, from, to, MostEntries, cancellation);
        return tried.Refusal is { } refusal ? ApiAnswers.Problem(refusal) : TypedResults.Ok(RulesTriedView.Of(tried, language ?? "en"));
    }

    private static ProblemHttpResult Faulty(ImmutableArray<RuleFault> faults) => TypedResults.Problem(
        string.Join(' ', faults), statusCode: StatusCodes.Status400BadRequest, title: "Rules that cannot be read",
        extensions: [new KeyValuePair<string, object?>("faults", faults)]);

    private static async Task<string?> TextAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var reader = new StreamReader(request.Body);
        var text = new char[LongestText + 1];
        var length = await reader.ReadBlockAsync(text, cancellation);
        return length > LongestText ? null : new string(text, 0, length);
    }
}

/// <summary>What trying rules came to.</summary>
/// <param name="From">The first booking day, ISO 8601.</param>
/// <param name="To">The last booking day, inclusive.</param>
/// <param name="Counts">How many entries would change in which way.</param>
/// <param name="Changes">The entries that would change, the gravest first.</param>
public sealed record RulesTriedView(string From, string To, ImmutableDictionary<RuleChange, int> Counts, ImmutableArray<TriedEntryView> Changes)
{
    internal static RulesTriedView Of(RulesTried tried, string language) => new(
        tried.From.Iso(), tried.To.Iso(),
        tried.Entries.CountBy(entry => entry.Change).ToImmutableDictionary(),
        [.. tried.Entries.Where(entry => entry.Change != RuleChange.Same).Select(entry => TriedEntryView.Of(entry, language))]);
}

/// <summary>An entry that rules would change.</summary>
/// <param name="Entry">The entry's identifier.</param>
/// <param name="Change">In which way.</param>
/// <param name="BookingDate">ISO 8601 day.</param>
/// <param name="Amount">Positive for money in.</param>
/// <param name="Counterparty">The other side's name; null where not given.</param>
/// <param name="Today">How it stands, in words.</param>
/// <param name="DecidedBy">Who decided that; null while nothing is decided.</param>
/// <param name="Tried">What would be decided, in words.</param>
/// <param name="Rule">The rule that would act; null where it is a consequence of what rules do to other entries.</param>
/// <param name="Version">The rule's version; null as for the rule.</param>
public sealed record TriedEntryView(
    string Entry, RuleChange Change, string BookingDate, AmountView Amount, string? Counterparty, string Today, string? DecidedBy, string Tried,
    string? Rule, string? Version)
{
    internal static TriedEntryView Of(TriedEntry tried, string language) => new(
        tried.Payment.Id, tried.Change, tried.Payment.BookedOn.Iso(), AmountView.Of(tried.Payment.Amount), tried.Payment.Detail.Counterparty.Name,
        TrialSentences.Say(tried.Today, language), tried.Today.By?.Name, TrialSentences.SayTried(tried.Tried, language),
        tried.Tried.Rule?.Id, tried.Tried.Rule?.Version);
}
