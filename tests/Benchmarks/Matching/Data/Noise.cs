namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>How much banks and payers leave out or change, in cases of a hundred.</summary>
internal sealed record Noise
{
    /// <summary>The creditor knows the account from which the debtor pays.</summary>
    public int AccountsKnown { get; init; } = 45;

    /// <summary>Who pays was confirmed in the past.</summary>
    public int PayersConfirmed { get; init; } = 25;

    /// <summary>The bank gives no account of the payer.</summary>
    public int AccountMissing { get; init; } = 15;

    /// <summary>The bank gives no name of the payer.</summary>
    public int NameMissing { get; init; } = 4;

    /// <summary>The name is cut, reordered, without its form or its accents.</summary>
    public int NameChanged { get; init; } = 50;

    /// <summary>The payer uses another account than usual.</summary>
    public int OtherAccount { get; init; } = 6;

    /// <summary>Dates, amounts and other numbers stand beside the number.</summary>
    public int Chatter { get; init; } = 35;
}
