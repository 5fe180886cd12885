namespace Reconciliation.Domain.Statements.Camt;

/// <summary>
/// Charges (Chrgs): their stated total, else the sum of the records (Rcrd), or before version 4 of the single charge,
/// where a credit takes from the sum.
/// </summary>
internal static class ChargesElement
{
    /// <summary>
    /// Reads the charges at hand; null where they state no amount in the account's currency. What else they say goes to
    /// <paramref name="other"/>.
    /// </summary>
    public static Money? Read(StatementScope scope, List<string> other)
    {
        Money? total = null, records = null;
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "TtlChrgsAndTaxAmt": total = scope.ReadAmount("Chrgs/TtlChrgsAndTaxAmt"); break;
                case "Rcrd": records = Add(records, ReadRecord(scope, other)); break;
                case "Amt": records = Add(records, scope.ReadAmount("Chrgs/Amt")); break;
                case "CdtDbtInd": records = scope.Xml.Content() is "CRDT" ? -records : records; break;
                default: scope.Xml.Keep("Chrgs", other); break;
            }
        }

        var charges = (total ?? records)?.Abs();
        if (charges is not { } stated || stated.Currency == scope.Currency)
            return charges;
        other.Add("Chrgs=" + stated);
        return null;
    }

    /// <summary>The sum of two charges, each of which may be absent; null where both are, or where they do not add up.</summary>
    public static Money? Add(Money? left, Money? right) =>
        left is { } first && right is { } second ? StatementScope.Sum(first, second) : left ?? right;

    private static Money? ReadRecord(StatementScope scope, List<string> other)
    {
        Money? amount = null;
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "Amt": amount = scope.ReadAmount("Chrgs/Rcrd/Amt"); break;
                case "CdtDbtInd": amount = scope.Xml.Content() is "CRDT" ? -amount : amount; break;
                default: scope.Xml.Keep("Chrgs/Rcrd", other); break;
            }
        }

        return amount;
    }
}
