using System.Collections.Immutable;

namespace Reconciliation.Domain.Receivables;

/// <summary>Whoever is owed: the firm in whose name receivables are recovered. Every text is null where it is not known.</summary>
public sealed record Creditor
{
    /// <summary>The creditor's own key.</summary>
    public required string Id { get; init; }

    /// <summary>The name as letters bear it; also the holder of its accounts.</summary>
    public required string Name { get; init; }

    /// <summary>The postal address line by line, without the name.</summary>
    public required ImmutableArray<string> AddressLines { get; init; }

    /// <summary>E-mail address for answers.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number as written.</summary>
    public string? Phone { get; init; }

    /// <summary>SIREN, the nine digits of the French register of firms.</summary>
    public string? Siren { get; init; }

    /// <summary>Accounts into which it is paid, the preferred one first.</summary>
    public ImmutableArray<Iban> Ibans { get; init; } = [];

    /// <summary>The language of its officers, ISO 639 two-letter code.</summary>
    public string DefaultLanguage { get; init; } = "fr";

    /// <inheritdoc/>
    public bool Equals(Creditor? other) =>
        other is not null && Key() == other.Key() && AddressLines.SequenceEqual(other.AddressLines) && Ibans.SequenceEqual(other.Ibans);

    /// <inheritdoc/>
    public override int GetHashCode() => Key().GetHashCode();

    private (string, string, string?, string?, string?, string) Key() => (Id, Name, Email, Phone, Siren, DefaultLanguage);
}
