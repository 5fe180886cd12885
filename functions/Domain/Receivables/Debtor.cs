using System.Collections.Immutable;

namespace Reconciliation.Domain.Receivables;

/// <summary>What a debtor is in law; it decides which interest, indemnity, limitation and contact rules hold.</summary>
public enum DebtorKind
{
    /// <summary>A professional (C. com. L441-10 applies).</summary>
    Business,

    /// <summary>A consumer (C. conso.); never the B2B rate nor the 40 euro indemnity.</summary>
    Consumer,

    /// <summary>A public buyer (commande publique).</summary>
    Public,
}

/// <summary>Whoever owes: a person or firm with the means to reach it. Every text is null where it is not known.</summary>
public sealed record Debtor
{
    /// <summary>The creditor's own key of the debtor.</summary>
    public required string Id { get; init; }

    /// <summary>The name as the creditor writes it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is in law; business where the creditor does not say.</summary>
    public DebtorKind Kind { get; init; } = DebtorKind.Business;

    /// <summary>The number under which the debtor knows itself as a customer.</summary>
    public string? CustomerNumber { get; init; }

    /// <summary>Accounts from which it is known to pay.</summary>
    public ImmutableArray<Iban> Ibans { get; init; } = [];

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number as written.</summary>
    public string? Phone { get; init; }

    /// <summary>Street and house number.</summary>
    public string? Address { get; init; }

    /// <summary>Post code.</summary>
    public string? Postcode { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }

    /// <summary>ISO 3166 two-letter country code; <c>FR</c> where the creditor does not say.</summary>
    public string Country { get; init; } = "FR";

    /// <summary>The language of letters, ISO 639 two-letter code; <c>fr</c> where the creditor does not say.</summary>
    public string Language { get; init; } = "fr";

    /// <inheritdoc/>
    public bool Equals(Debtor? other) => other is not null && Key() == other.Key() && Ibans.SequenceEqual(other.Ibans);

    /// <inheritdoc/>
    public override int GetHashCode() => Key().GetHashCode();

    private (string, string, DebtorKind, string?, string?, string?, (string?, string?, string?, string, string)) Key() =>
        (Id, Name, Kind, CustomerNumber, Email, Phone, (Address, Postcode, City, Country, Language));
}
