using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>The proposals made so far.</summary>
internal sealed class ProposalList
{
    private readonly List<CsvProposal> _proposals = [];

    /// <summary>Adds a proposal.</summary>
    public void Add(string property, string value, CsvCertainty certainty, string reason) =>
        _proposals.Add(new CsvProposal(property, value, certainty, reason));

    /// <summary>Adds what nothing in the file says.</summary>
    public void Miss(string property, string reason) => Add(property, "", CsvCertainty.Unknown, reason);

    /// <summary>The proposals with the profile that they make; null where they make none.</summary>
    public CsvSuggestion With(CsvProfile? profile) => new(profile, [.. _proposals]);
}
