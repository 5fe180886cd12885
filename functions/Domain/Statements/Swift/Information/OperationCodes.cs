namespace Reconciliation.Domain.Statements.Swift.Information;

/// <summary>The German operation codes (Geschäftsvorfallcode, GVC) that change how a text reads.</summary>
internal static class OperationCodes
{
    /// <summary>
    /// A payment came back: returned direct debits 108 (B2B) and 109 (core), their older kin 009, and returned
    /// transfers 159 and 160. Subfield 34 then gives the reason, and the counterparty is the one of the first payment.
    /// </summary>
    public static bool IsReturn(ReadOnlySpan<char> code) => code is "108" or "109" or "009" or "059" or "159" or "160";
}
