using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements;

/// <summary>
/// What a reader yields, in this order for each statement of a file: one <see cref="StatementOpened"/>, its
/// <see cref="StatementEntry"/> parts, one <see cref="StatementClosed"/>. A <see cref="Diagnostic"/> may stand
/// anywhere. So a file of any size is read without being held.
/// </summary>
public abstract record StatementPart;

/// <summary>The head of a statement: what is known before its first entry.</summary>
public sealed record StatementOpened : StatementPart
{
    /// <summary>The notation it was read from.</summary>
    public required StatementFormat Format { get; init; }

    /// <summary>What it is for.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>The account; empty where the file names none.</summary>
    public required BankAccountId Account { get; init; }

    /// <summary>The account's currency; every balance and every entry total is in it.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The bank's statement number as written (camt ElctrncSeqNb, field 28C); null where there is none.</summary>
    public string? Number { get; init; }

    /// <summary>The bank's own identification of the statement (camt Stmt/Id, field 20); null where there is none.</summary>
    public string? Id { get; init; }

    /// <summary>The booked balance before the first entry; null where the file states none.</summary>
    public Balance? Opening { get; init; }

    /// <summary>The first line of the statement in the file, from 1; 0 where the format has no lines.</summary>
    public int Line { get; init; }
}

/// <summary>The end of a statement: what is known after its last entry.</summary>
public sealed record StatementClosed : StatementPart
{
    /// <summary>The booked balance after the last entry; null where the file states none.</summary>
    public Balance? Closing { get; init; }

    /// <summary>What the bank says the credits come to; null where it does not.</summary>
    public StatedTotal? Credits { get; init; }

    /// <summary>What the bank says the debits come to; null where it does not.</summary>
    public StatedTotal? Debits { get; init; }

    /// <summary>The last line of the statement in the file, from 1; 0 where the format has no lines.</summary>
    public int Line { get; init; }
}

/// <summary>A control total of the bank (camt TxsSummry, fields 90C and 90D).</summary>
/// <param name="Count">The number of entries; null where only the sum is stated.</param>
/// <param name="Sum">The sum of their amounts, positive; null where only the count is stated.</param>
public readonly record struct StatedTotal(int? Count, Money? Sum);
