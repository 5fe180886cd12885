using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>How sure a proposal is.</summary>
public enum CsvCertainty
{
    /// <summary>Nothing in the file says it: a person must.</summary>
    Unknown,

    /// <summary>One of several readings that the file allows.</summary>
    Guessed,

    /// <summary>The file says it, not in so many words.</summary>
    Likely,

    /// <summary>The file leaves no other reading.</summary>
    Sure,
}

/// <summary>What is proposed for a property of a profile.</summary>
/// <param name="Property">The property as the profile's JSON names it: <c>columns.amount</c>.</param>
/// <param name="Value">The value proposed; empty for none.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Reason">What speaks for it, in a sentence.</param>
public sealed record CsvProposal(string Property, string Value, CsvCertainty Certainty, string Reason);

/// <summary>A profile proposed for an unknown CSV export.</summary>
/// <param name="Profile">The profile; null where the file is not such a table, and the proposals say why.</param>
/// <param name="Proposals">Each of its properties with its reason.</param>
public sealed record CsvSuggestion(CsvProfile? Profile, ImmutableArray<CsvProposal> Proposals);
