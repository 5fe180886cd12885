using System.Collections.Frozen;

namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>The interbank operation codes (codes opération interbancaires) that change how a record reads.</summary>
internal static class CodesOperation
{
    // Unpaid cheques 03; unpaid bills 33, 34; unpaid cards 38; unpaid direct debits 10, 26, 27, 98, B3, B4; returned
    // transfers 12; recalls of instant transfers C3, C4, C5; refunds and reversals of direct debits A3 to A6, B5, B6.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Returns =
        new[] { "03", "10", "12", "26", "27", "33", "34", "38", "98", "A3", "A4", "A5", "A6", "B3", "B4", "B5", "B6", "C3", "C4", "C5" }
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// A payment comes back (R-transaction): its parties are those of the first payment, so that the counterparty of
    /// money out is the one who had paid.
    /// </summary>
    public static bool IsReturn(ReadOnlySpan<char> code) => Returns.Contains(code);

    /// <summary>The entry number is that of a cheque.</summary>
    public static bool IsCheque(ReadOnlySpan<char> code) => code is "01" or "03";
}
