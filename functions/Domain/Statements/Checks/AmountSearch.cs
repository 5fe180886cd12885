namespace Reconciliation.Domain.Statements.Checks;

/// <summary>An amount that would explain a difference, and how many others would as well.</summary>
/// <param name="Amount">The first of them.</param>
/// <param name="OtherCount">How many more there are.</param>
internal readonly record struct FoundAmount(BookedAmount Amount, int OtherCount)
{
    /// <summary>A sentence about the others, with a blank before it; empty where there are none.</summary>
    public string Others => OtherCount switch
    {
        0 => "",
        1 => " One other entry would explain it as well.",
        _ => $" {OtherCount} other entries would explain it as well.",
    };
}

/// <summary>Looks once through the amounts of a statement for those that would explain a difference.</summary>
internal sealed class AmountSearch
{
    /// <summary>Looks.</summary>
    /// <param name="amounts">The booked amounts.</param>
    /// <param name="difference">Closing less opening less booked entries, in minor units.</param>
    public AmountSearch(BookedAmounts amounts, Int128 difference)
    {
        BookedAmount? before = null;
        foreach (var amount in amounts.Amounts)
        {
            if (amount.MinorUnits * (Int128)2 == -difference)
                Turned = Found(Turned, amount);
            if (amount.MinorUnits == -difference)
            {
                TooMany = Found(TooMany, amount);
                if (before is { } twin && twin.MinorUnits == amount.MinorUnits && twin.Position + 1 == amount.Position)
                    Twin = Found(Twin, amount);
            }

            if (AreSwapped(amount.MinorUnits, amount.MinorUnits + difference))
                Swapped = Found(Swapped, amount);
            before = amount;
        }
    }

    /// <summary>An entry that explains the difference if its sign is wrong; null where there is none.</summary>
    public FoundAmount? Turned { get; }

    /// <summary>An entry that explains the difference if it is one too many; null where there is none.</summary>
    public FoundAmount? TooMany { get; }

    /// <summary>The same, behind an entry of the same amount; null where there is none.</summary>
    public FoundAmount? Twin { get; }

    /// <summary>An entry that explains the difference if two of its neighbouring digits change places; null where there is none.</summary>
    public FoundAmount? Swapped { get; }

    private static FoundAmount Found(FoundAmount? found, BookedAmount amount) =>
        found is { } first ? first with { OtherCount = first.OtherCount + 1 } : new FoundAmount(amount, 0);

    private static bool AreSwapped(Int128 written, Int128 right)
    {
        if ((written < 0) != (right < 0) || right == 0 || (written - right) % 9 != 0)
            return false;
        (written, right) = (Int128.Abs(written), Int128.Abs(right));
        while (written % 10 == right % 10)
            (written, right) = (written / 10, right / 10);
        var (front, back) = (written / 10 % 10, written % 10);
        // No one writes a zero in front, so the first two digits are only exchanged where neither is one.
        return front == right % 10 && back == right / 10 % 10 && written / 100 == right / 100
            && (written >= 100 || (front != 0 && back != 0));
    }
}
