using System.Collections.Frozen;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>
/// The aggregates of OFX on whose place something depends, each with its depth in the standard's hierarchy. An
/// aggregate ends where one of the same or a lesser depth begins, so a missing end tag does no harm.
/// </summary>
internal static class OfxAggregates
{
    private static readonly FrozenDictionary<string, int> Depths = new Dictionary<string, int>
    {
        ["OFX"] = 0,
        ["SONRS"] = 2,
        ["STMTTRNRS"] = 2,
        ["CCSTMTTRNRS"] = 2,
        ["INVSTMTTRNRS"] = 2,
        ["STATUS"] = 3,
        ["STMTRS"] = 3,
        ["CCSTMTRS"] = 3,
        ["INVSTMTRS"] = 3,
        ["BANKACCTFROM"] = 4,
        ["CCACCTFROM"] = 4,
        ["INVACCTFROM"] = 4,
        ["BANKTRANLIST"] = 4,
        ["BANKTRANLISTP"] = 4,
        ["INVTRANLIST"] = 4,
        ["LEDGERBAL"] = 4,
        ["AVAILBAL"] = 4,
        ["INVBAL"] = 4,
        ["INVPOSLIST"] = 4,
        ["BALLIST"] = 4,
        ["BAL"] = 5,
        ["INVTRAN"] = 6,
        ["STMTTRN"] = 6,
        ["STMTTRNP"] = 6,
        ["PAYEE"] = 7,
        ["BANKACCTTO"] = 7,
        ["CCACCTTO"] = 7,
        ["CURRENCY"] = 7,
        ["ORIGCURRENCY"] = 7,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The depth of an aggregate, from 0 for the whole; -1 for any other name.</summary>
    public static int DepthOf(string name) =>
        Depths.TryGetValue(name, out var depth) ? depth : IsMessageSet(name) ? 1 : -1;

    /// <summary>Whether a name is that of a message set: BANKMSGSRSV1, SIGNUPMSGSRSV1, BANKMSGSRQV1, ...</summary>
    public static bool IsMessageSet(string name) =>
        name.Contains("MSGSRSV", StringComparison.Ordinal) || name.Contains("MSGSRQV", StringComparison.Ordinal);

    /// <summary>Whether a name is that of a statement: of a bank, card or investment account.</summary>
    public static bool IsStatement(string name) => name is "STMTRS" or "CCSTMTRS" or "INVSTMTRS";

    /// <summary>Whether a name is that of an entry, booked or pending.</summary>
    public static bool IsEntry(string name) => name is "STMTTRN" or "STMTTRNP";
}
