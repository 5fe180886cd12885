namespace Reconciliation.Domain.Statements.Text;

/// <summary>Words that stand where a reference belongs and say that there is none.</summary>
internal static class Placeholder
{
    /// <summary>The value refers to nothing.</summary>
    public static bool Is(ReadOnlySpan<char> value) =>
        value is "NONREF" or "NOTPROVIDED" or "NOT PROVIDED" or "NOTAVAILABLE" ||
        value.Equals("NOTPROVIDED", StringComparison.OrdinalIgnoreCase);
}
