namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>Which file is matched.</summary>
/// <param name="File">The hash of its content.</param>
public sealed record MatchingInput(string File);

/// <summary>A part of a file.</summary>
/// <param name="File">The hash of the file's content.</param>
/// <param name="From">The first booking day.</param>
/// <param name="To">The last booking day, inclusive.</param>
public sealed record MatchingPart(string File, DateOnly From, DateOnly To);

/// <summary>How far the matching of a file is.</summary>
/// <param name="Phase"><c>plan</c>, <c>parts</c>, <c>rest</c> or <c>done</c>.</param>
/// <param name="PartsDone">Parts that are matched.</param>
/// <param name="Parts">All parts; 0 while they are not known.</param>
public sealed record MatchingStatus(string Phase, int PartsDone, int Parts);
