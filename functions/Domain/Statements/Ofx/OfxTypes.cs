using System.Collections.Immutable;
using System.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>The types of entries that the standard knows (TRNTYPE, section 11.4.4.3), each as one string for all entries.</summary>
internal static class OfxTypes
{
    private static readonly ImmutableArray<string> All =
    [
        "CREDIT", "DEBIT", "DIRECTDEBIT", "POS", "PAYMENT", "CHECK", "XFER", "DIRECTDEP", "REPEATPMT", "ATM", "CASH", "DEP",
        "FEE", "SRVCHG", "INT", "DIV", "HOLD", "OTHER",
    ];

    /// <summary>The type in capitals; null for none that is known.</summary>
    public static string? Of(ReadOnlySpan<byte> text)
    {
        foreach (var type in All)
        {
            if (Ascii.EqualsIgnoreCase(text, type))
                return type;
        }

        return null;
    }
}
